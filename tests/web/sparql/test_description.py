from __future__ import annotations

import asyncio

import pytest
from pyoxigraph import QuerySolutions
from rdflib import DCAT, DCTERMS, RDF, VOID, Graph, Literal, Namespace, URIRef
from tests.web.sparql.serving import Running

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.negotiation import Format
from trigpoint.web.sparql.description import Description
from trigpoint.web.sparql.formats import GRAPHS, ROWS
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.line import Line
from trigpoint.web.sparql.values import Answer, Fault, Job, Reply

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TURTLE = GRAPHS[0]


@pytest.fixture
def described(endpoint: Running) -> Graph:
    response = endpoint.client.get(endpoint.url, headers={"Accept": "text/turtle"})
    assert response.headers["content-type"].startswith("text/turtle")
    return Graph().parse(data=response.text, format="turtle")


def count(store: EmbeddedStore, query: str) -> int:
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    return int(next(rows)[0].value)


def test_service_says_what_it_is(endpoint: Running, described: Graph) -> None:
    service = URIRef(endpoint.url)

    assert (service, RDF.type, SD.Service) in described
    assert described.value(service, SD.endpoint) == service
    assert described.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    assert described.value(service, DCTERMS.title)
    assert described.value(service, DCAT.servesDataset) == described.value(
        service, SD.defaultDataset
    )
    assert len(set(described.objects(service, SD.resultFormat))) == len(ROWS + GRAPHS)


def test_every_graph_has_its_counts(library: EmbeddedStore, described: Graph) -> None:
    names = {str(name) for name in described.objects(None, SD.name)}

    assert names == set(library.graphs.names())
    for name in names:
        holder = described.value(None, SD.name, URIRef(name))
        graph = described.value(holder, SD.graph)
        in_graph = f"WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
        assert described.value(graph, VOID.triples) == Literal(
            library.graphs.read(name).count(b"\n")
        )
        assert described.value(graph, VOID.properties) == Literal(
            count(library, f"SELECT (COUNT(DISTINCT ?p) AS ?n) {in_graph}")
        )
        assert (graph, VOID.classes, None) in described


def test_default_graph_is_counted_too(library: EmbeddedStore, described: Graph) -> None:
    (graph,) = described.objects(None, SD.defaultGraph)

    assert described.value(graph, VOID.triples) == Literal(
        count(library, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    )
    assert described.value(graph, VOID.distinctSubjects) == Literal(
        count(library, "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s ?p ?o }")
    )


@pytest.mark.parametrize("form", GRAPHS, ids=[form.ending for form in GRAPHS])
def test_description_comes_in_every_format(endpoint: Running, form: Format) -> None:
    response = endpoint.client.get(endpoint.url, headers={"Accept": form.media_type})

    assert response.headers["content-type"] == form.content_type
    assert SD.Service in response.text or "sd:Service" in response.text


def test_client_that_takes_no_rdf_is_told(endpoint: Running) -> None:
    response = endpoint.client.get(endpoint.url, headers={"Accept": "text/csv"})

    assert response.status_code == 406
    assert "text/turtle" in response.text


def test_who_asks_while_it_is_counted_waits_for_the_same_counts() -> None:
    engine = Counting(Answer("select", "json", NO_ROWS))
    description = Description(engine, Limits())

    async def all_at_once() -> set[bytes]:
        asked = [description.write("https://example.org/sparql", TURTLE) for _ in range(9)]
        return set(await asyncio.gather(*asked))

    asyncio.run(all_at_once())

    assert engine.asked == 1
    engine.close()


class Counting:
    """An engine that counts how often it is asked, and whose store can change."""

    def __init__(self, reply: Reply) -> None:
        self.asked = 0
        self.state = "one"
        self._reply = reply
        self._line = Line(self._work, Limits())
        self.submit = self._line.submit

    def _work(self, _: Job, __: Leaving) -> Reply:
        self.asked += 1
        return self._reply

    def version(self) -> str:
        return self.state

    def warm(self) -> None: ...

    def close(self) -> None:
        self._line.close()


NO_ROWS = b'{"head":{"vars":["graph","triples"]},"results":{"bindings":[]}}'


def test_statistics_are_counted_once_for_each_state() -> None:
    engine = Counting(Answer("select", "json", NO_ROWS))
    description = Description(engine, Limits())

    for state in ("one", "one", "two", "two"):
        engine.state = state
        asyncio.run(description.write("https://example.org/sparql", TURTLE))

    assert engine.asked == 2
    engine.close()


@pytest.mark.parametrize(("retry_after", "times"), [(1, 2), (None, 1)])
def test_service_that_cannot_be_counted_describes_itself_and_counts_later_if_it_may(
    retry_after: int | None, times: int
) -> None:
    engine = Counting(Fault(status=503, title="No", retry_after=retry_after))
    description = Description(engine, Limits())

    texts = [asyncio.run(description.write("https://example.org/sparql", TURTLE)) for _ in range(2)]

    assert all(b"sd:Service" in text and b"void:triples" not in text for text in texts)
    assert engine.asked == times
    engine.close()
