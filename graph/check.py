"""Is the store sound? Shapes for nodes, queries for what crosses them, a slice test for quotes.

Shapes run on plain rdflib graphs, a batch of reviews at a time; integrity queries run on the whole
store; every quote is compared with the canonical text at its offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain, islice
from typing import Any, Final

from pyoxigraph import BlankNode, NamedNode, Quad, QuerySolutions, RdfFormat, parse
from pyoxigraph import Literal as OxLiteral
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH
from rdflib.term import Identifier

from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import term
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.ontology import load
from trigpoint.queries import integrity_queries, read_query

_BATCH: Final = 40
_CONTEXT: Final = frozenset({term("skos:inScheme"), term("tp:scale")})
_ORDER: Final = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """One thing that is wrong: how badly, by which rule, with which node, and what it means."""

    severity: str
    rule: str
    focus: str
    message: str
    value: str = ""

    def as_dict(self) -> dict[str, str]:
        """Return the result as a plain mapping."""
        return asdict(self)


def check(store: EmbeddedStore) -> list[Result]:
    """Return everything that is wrong in a store, the worst first."""
    found = {*_shape_results(store), *_integrity_results(store), *_quote_results(store)}
    return sorted(found, key=lambda result: (_ORDER.index(result.severity), result))


def _shape_results(store: EmbeddedStore) -> Iterator[Result]:
    """Validate the graphs a batch at a time, each beside the schemes and scales it points to."""
    shapes = Graph().parse(data=load("shapes.ttl"), format="turtle")
    vocabulary = parse(store.graphs.read(iris.derived_graph("vocabulary")), RdfFormat.N_QUADS)
    context = [quad for quad in vocabulary if quad.predicate in _CONTEXT]
    names = iter(store.graphs.names())
    while batch := list(islice(names, _BATCH)):
        graphs = (parse(store.graphs.read(name), RdfFormat.N_QUADS) for name in batch)
        yield from _validate(chain(context, *graphs), shapes)


def _validate(quads: Iterable[Quad], shapes: Graph) -> Iterator[Result]:
    from pyshacl import validate  # noqa: PLC0415 - half a second that only `check` should pay

    data = as_rdflib(quads)
    _, report, _ = validate(data, shacl_graph=shapes, inference="none", inplace=True)
    for node in report.subjects(RDF.type, SH.ValidationResult):
        yield _result(report, node)


def as_rdflib(quads: Iterable[Quad]) -> Graph:
    """Return quads as one rdflib graph: the names of their own graphs are dropped."""
    terms: dict[object, Identifier] = {}
    graph = Graph()
    for quad in quads:
        triple = []
        for node in (quad.subject, quad.predicate, quad.object):
            if node not in terms:
                terms[node] = _as_rdflib_term(node)
            triple.append(terms[node])
        graph.add((triple[0], triple[1], triple[2]))
    return graph


def _as_rdflib_term(node: object) -> Identifier:
    if isinstance(node, NamedNode):
        return URIRef(node.value)
    if isinstance(node, OxLiteral):
        if node.language:
            return Literal(node.value, lang=node.language)
        return Literal(node.value, datatype=URIRef(node.datatype.value))
    assert isinstance(node, BlankNode)  # noqa: S101 - quoted triples are not stored
    return BNode(node.value)


def _result(report: Graph, node: Any) -> Result:
    def one(predicate: URIRef) -> str:
        return str(report.value(node, predicate) or "")

    return Result(
        severity=one(SH.resultSeverity).rpartition("#")[2],
        rule=one(SH.sourceShape).rpartition("/")[2],
        focus=one(SH.focusNode),
        message=one(SH.resultMessage),
        value=one(SH.value),
    )


def _integrity_results(store: EmbeddedStore) -> Iterator[Result]:
    for rule in integrity_queries():
        rows = store.query(read_query(f"integrity/{rule.name}"))
        assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
        for row in rows:
            yield Result(rule.severity, rule.name, row["focus"].value, rule.message)


def _quote_results(store: EmbeddedStore) -> Iterator[Result]:
    rows = store.query(read_query("tables/evidence"))
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
    texts: dict[str, str | None] = {}
    for row in rows:
        key = row["text"].value.rpartition("/")[2]
        if key not in texts:
            texts[key] = store.read_text(key)
        text, quote = texts[key], row["quote"].value
        if text is None:
            problem = "the canonical text is missing: build again"
        elif text[int(row["start"].value) : int(row["end"].value)] != quote:
            problem = "quote is not at its offsets"
        else:
            continue
        yield Result("Violation", "14-quote-at-offsets", row["span"].value, problem, quote)
