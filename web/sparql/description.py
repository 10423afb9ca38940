"""The service description (SPARQL 1.1 Service Description), with statistics as VoID counts them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from importlib.resources import files
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, serialize
from starlette.concurrency import run_in_threadpool

from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.web.negotiation import Format
from trigpoint.web.sparql.formats import GRAPHS, ROWS, rdf_format, results_format
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.outcome import read_outcome
from trigpoint.web.sparql.values import Engine, Fault, Job, Outcome, Query, Reply, Term

Node: TypeAlias = NamedNode | BlankNode

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_A: Final = NamedNode(PREFIXES["rdf"] + "type")
_STATISTICS: Final = files(__package__).joinpath("statistics.rq").read_text(encoding="utf-8")
_MOST: Final = 1_000_000  # rows: some for each graph
_SECONDS: Final = 60.0  # our own query may take longer: it is asked once
TITLE: Final = "Trigpoint: findings of inspection reports on English local authorities"
ABOUT: Final = "Read only. The default graph is the union of all named graphs."


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)


def _name(prefix: str, name: str) -> NamedNode:
    return NamedNode(PREFIXES[prefix] + name)


class Description:
    """The description of one service; its statistics are counted once for a state of the store."""

    def __init__(self, engine: Engine, limits: Limits) -> None:
        self._engine = engine
        self._limits = limits
        self._lock = threading.Lock()
        self._version = ""
        self._counting: Future[Reply] | None = None

    async def write(self, endpoint: str, form: Format) -> bytes:
        """Return the description of the service at an address.

        It waits for the counts, which all who ask share; where they fail it goes without them.
        """
        counting = await run_in_threadpool(self._count)
        reply = await asyncio.shield(asyncio.wrap_future(counting))
        return await run_in_threadpool(self._written, reply, endpoint, form)

    def _count(self) -> Future[Reply]:
        """Return the counts of the present state, begun if they are not, or came to nothing."""
        version = self._engine.version()
        with self._lock:
            known = self._counting if self._version == version else None
            if known is None or _may_be_tried_again(known):
                known = self._engine.submit(Job(Query(_STATISTICS), "json", None, _MOST, _SECONDS))
                self._version, self._counting = version, known
            return known

    def _written(self, reply: Reply, endpoint: str, form: Format) -> bytes:
        statistics = read_outcome(reply, self._limits)
        triples = [*_service(endpoint), *_dataset(statistics)]
        prefixes = {**PREFIXES, "sd": SD}
        return serialize(triples, format=rdf_format(form.ending), prefixes=prefixes) or b""


def _may_be_tried_again(counting: Future[Reply]) -> bool:
    if not counting.done():
        return False
    reply = None if counting.cancelled() else counting.result()
    return reply is None or (isinstance(reply, Fault) and reply.retry_after is not None)


def _service(endpoint: str) -> Iterator[Triple]:
    service, dataset = NamedNode(endpoint), BlankNode("dataset")
    yield Triple(service, _A, _sd("Service"))
    yield Triple(service, _A, _name("dcat", "DataService"))
    yield Triple(service, _name("dct", "title"), Literal(TITLE, language="en"))
    yield Triple(service, _name("dct", "description"), Literal(ABOUT, language="en"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _name("dcat", "endpointURL"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    iris = [results_format(form.ending).iri for form in ROWS]
    for iri in (*iris, *(rdf_format(form.ending).iri for form in GRAPHS)):
        yield Triple(service, _sd("resultFormat"), NamedNode(iri))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(service, _name("dcat", "servesDataset"), dataset)


def _dataset(statistics: Outcome) -> Iterator[Triple]:
    """Describe the graphs; `statistics` has rows of a graph (or nothing) and its counts."""
    dataset, default = BlankNode("dataset"), BlankNode("default")
    yield Triple(dataset, _A, _sd("Dataset"))
    yield Triple(dataset, _A, _name("dcat", "Dataset"))
    yield Triple(dataset, _name("dct", "title"), Literal(TITLE, language="en"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield from _graph(default)
    nodes: dict[Term | None, Node] = {None: default}
    for graph, *counts in statistics.rows:
        if graph not in nodes and isinstance(graph, NamedNode):
            nodes[graph] = BlankNode(f"graph{len(nodes)}")
            yield from _named_graph(dataset, graph, nodes[graph])
        for measure, number in zip(statistics.columns[1:], counts, strict=True):
            if isinstance(number, Literal):
                yield Triple(nodes[graph], _name("void", measure), number)


def _named_graph(dataset: Node, name: NamedNode, graph: Node) -> Iterator[Triple]:
    holder = BlankNode(f"{graph.value}name")
    yield Triple(dataset, _sd("namedGraph"), holder)
    yield Triple(holder, _A, _sd("NamedGraph"))
    yield Triple(holder, _sd("name"), name)
    yield Triple(holder, _sd("graph"), graph)
    yield from _graph(graph)


def _graph(graph: Node) -> Iterator[Triple]:
    yield Triple(graph, _A, _sd("Graph"))
    yield Triple(graph, _A, _name("void", "Dataset"))
