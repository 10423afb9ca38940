from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx
import pytest
from pyoxigraph import Literal, NamedNode, Triple
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from tests.web.sparql.serving import Running, serving

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Outcome

LIMITS = Limits(rows=3, workers=1, body=5_000)
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@dataclass
class Pages:
    """A page that keeps what it was called with."""

    calls: list[tuple[str, Outcome | None]] = field(default_factory=list)

    def __call__(self, request: Request, query: str, outcome: Outcome | None) -> Response:
        self.calls.append((query, outcome))
        return HTMLResponse(f"<h1>{request.url.path}</h1>")

    @property
    def outcome(self) -> Outcome:
        outcome = self.calls[-1][1]
        assert outcome
        return outcome


@pytest.fixture(scope="module")
def shown(library: EmbeddedStore) -> Iterator[tuple[Running, Pages]]:
    pages = Pages()
    with serving(library, LIMITS, page=pages) as running:
        yield running, pages


def browse(shown: tuple[Running, Pages], query: str) -> httpx.Response:
    running, _ = shown
    return running.client.get(running.url, params={"query": query}, headers=BROWSER)


def test_page_without_a_query_has_nothing_to_show(shown: tuple[Running, Pages]) -> None:
    running, pages = shown

    response = running.client.get(running.url, headers=BROWSER)

    assert response.text == "<h1>/sparql</h1>"
    assert pages.calls[-1] == ("", None)


def test_page_is_given_the_rows(shown: tuple[Running, Pages]) -> None:
    query = 'SELECT ?a ?b WHERE { VALUES (?a ?b) { (<urn:a> "x"@en) (UNDEF 2) } }'

    response = browse(shown, query)

    outcome = shown[1].outcome
    assert response.status_code == 200
    assert shown[1].calls[-1][0] == query
    assert (outcome.kind, outcome.columns) == ("select", ("a", "b"))
    assert outcome.rows == (
        (NamedNode("urn:a"), Literal("x", language="en")),
        (None, Literal(2)),
    )
    assert (outcome.truncated, outcome.fault) == (False, None)


def test_page_is_told_what_was_cut(shown: tuple[Running, Pages]) -> None:
    browse(shown, "SELECT * WHERE { ?s ?p ?o }")

    outcome = shown[1].outcome
    assert (len(outcome.rows), outcome.truncated, outcome.limit) == (3, True, 3)


def test_page_is_given_the_truth(shown: tuple[Running, Pages]) -> None:
    browse(shown, "ASK { ?s ?s ?s }")

    assert (shown[1].outcome.kind, shown[1].outcome.truth) == ("ask", False)


def test_page_is_given_the_triples(shown: tuple[Running, Pages]) -> None:
    browse(shown, "CONSTRUCT { <urn:s> <urn:p> 'o' } WHERE {}")

    assert shown[1].outcome.kind == "graph"
    assert shown[1].outcome.triples == (
        Triple(NamedNode("urn:s"), NamedNode("urn:p"), Literal("o")),
    )


@pytest.mark.parametrize(
    ("query", "status", "line"),
    [
        ("SELECT *\nWHERE { ?s ?p ) }", 400, 2),
        ("CLEAR ALL", 403, None),
        (" ", 400, None),
        ("ASK {} #" + "x" * 6_000, 413, None),
    ],
)
def test_page_of_a_fault_has_its_status(
    shown: tuple[Running, Pages], query: str, status: int, line: int | None
) -> None:
    response = browse(shown, query)

    fault = shown[1].outcome.fault
    assert fault
    assert (shown[1].outcome.kind, fault.status, fault.line) == ("error", status, line)
    assert response.status_code == status
    assert response.text == "<h1>/sparql</h1>"


def test_form_of_a_page_is_answered_by_a_page(shown: tuple[Running, Pages]) -> None:
    running, pages = shown

    response = running.client.post(running.url, data={"query": "ASK {}"}, headers=BROWSER)

    assert response.status_code == 200
    assert pages.outcome.truth is True


def test_download_from_a_page_is_data(shown: tuple[Running, Pages]) -> None:
    running, _ = shown

    fields = {"query": "SELECT ?s WHERE { ?s ?p ?o }", "format": "csv"}
    response = running.client.get(running.url, params=fields, headers=BROWSER)

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["x-trigpoint-truncated"] == "3"
