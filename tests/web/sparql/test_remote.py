"""The endpoint in front of a SPARQL server: the query is sent on, everything else is the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pyoxigraph import Store as Oxigraph
from tests.web.sparql.serving import Running, serving

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.store import EmbeddedStore, RemoteStore
from trigpoint.graph.store.base import Answer, Bindings
from trigpoint.web.sparql.limits import Limits

LIMITS = Limits(seconds=1, rows=50)


class Elsewhere:
    """A store that is not embedded: it answers from memory, or as a server in trouble does."""

    place = "https://example.org/sparql"

    def __init__(self) -> None:
        self._memory = Oxigraph()
        self._memory.update("INSERT DATA { <urn:a> <urn:p> 1, 2, 3 }")

    def query(
        self, text: str, *, bindings: Bindings | None = None, seconds: float | None = None
    ) -> Answer:
        if "slow" in text:
            raise StoreError("cannot be reached: timed out") from TimeoutError()
        if "down" in text:
            raise StoreError("cannot be reached: refused") from ConnectionRefusedError()
        if "wrong" in text:
            raise QueryError("the server refused the query")
        return self._memory.query(text)


@pytest.fixture(scope="module")
def relayed() -> Iterator[Running]:
    with serving(Elsewhere(), LIMITS) as running:
        yield running


def test_rows_are_sent_back_and_cut(relayed: Running) -> None:
    cut = relayed.ask("SELECT ?n WHERE { VALUES ?n { " + "1 " * 60 + "} }", "text/csv")

    assert len(cut.text.splitlines()) == 51
    assert cut.headers["x-trigpoint-truncated"] == "50"


def test_truth_and_triples_are_sent_back(relayed: Running) -> None:
    assert relayed.ask("ASK { <urn:a> <urn:p> 2 }").json()["boolean"] is True
    assert relayed.ask("CONSTRUCT WHERE { ?s ?p ?o }", format="nt").text.count("\n") == 3


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("ASK {} # slow", 503, "stopped after 1 seconds"),
        ("ASK {} # down", 502, "cannot be reached"),
        ("ASK {} # wrong", 400, "refused the query"),
    ],
)
def test_trouble_of_the_server_is_told(
    relayed: Running, query: str, status: int, said: str
) -> None:
    response = relayed.ask(query)

    assert response.status_code == status
    assert said in response.text


def test_graphs_are_chosen_in_the_query_alone(relayed: Running) -> None:
    graph = "https://w3id.org/trigpoint/graph/reference"

    response = relayed.ask("ASK {}", **{"default-graph-uri": graph})

    assert response.status_code == 400
    assert "FROM" in response.text


def test_service_describes_itself(relayed: Running) -> None:
    assert "void:triples 3" in relayed.client.get(relayed.url).text


def test_service_is_called_as_the_world_sees_it() -> None:
    with serving(Elsewhere(), LIMITS, base_url="https://example.org/data/") as running:
        text = running.client.get(running.url).text

    assert "<https://example.org/data/sparql> a sd:Service" in text


@pytest.mark.slow
def test_real_endpoint_can_be_relayed(endpoint: Running, library: EmbeddedStore) -> None:
    with serving(RemoteStore(endpoint.url), LIMITS) as running:
        there, here = (
            one.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }", "text/csv").text
            for one in (running, endpoint)
        )
        assert there == here
        assert running.ask("ASK { SERVICE <urn:x> {} }").status_code == 400
