"""The query cases of the W3C test suite for the SPARQL 1.1 Protocol, under their own names.

Where a case of the suite names graphs of the web, it names graphs of the store here. Updates are
refused as a whole, so those of the suite are refused whether they are right or wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

import httpx
import pytest
from tests.web.sparql.serving import QUERY, Running

from trigpoint.ontology.namespaces import DEF, GRAPH, ID

FORM = "application/x-www-form-urlencoded"
UPDATE = "application/sparql-update"

ROWS = ("application/sparql-results+json", "application/sparql-results+xml")
RDF = ("text/turtle", "application/rdf+xml", "application/n-triples")
A, B, C = (
    "inspection/thornmere/lea-2004-10",
    "inspection/thornmere/ilacs-2019-05-13",
    "inspection/wexcombe/lea-2003-05",
)
FROM_C = f"FROM <{GRAPH}{C}> FROM NAMED <{GRAPH}{C}>"


def seen(clauses: str = "") -> str:
    """Return a query for the inspections in the default graph and in each named one."""
    inspection = f"?inspection a <{DEF}Inspection>"
    return (
        f"SELECT ?graph ?inspection {clauses} "
        f"WHERE {{ {{ {inspection} }} UNION {{ GRAPH ?graph {{ {inspection} }} }} }}"
    )


def graphs(default: str = "", named: str = "") -> list[tuple[str, str]]:
    """Return the parameters of a dataset: one letter for each graph."""
    names = {"A": A, "B": B, "C": C}
    return [("default-graph-uri", GRAPH + names[letter]) for letter in default] + [
        ("named-graph-uri", GRAPH + names[letter]) for letter in named
    ]


def is_seen(response: httpx.Response, default: str, named: str) -> None:
    names = {ID + A: "A", ID + B: "B", ID + C: "C"}
    rows = response.json()["results"]["bindings"]
    in_default = [names[row["inspection"]["value"]] for row in rows if "graph" not in row]
    in_named = [names[row["inspection"]["value"]] for row in rows if "graph" in row]
    assert ("".join(sorted(in_default)), "".join(sorted(in_named))) == (default, named)


@dataclass(frozen=True)
class Case:
    """A request, and the status and media types that may come back."""

    name: str
    method: str = "GET"
    address: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | None = None
    content_type: str | None = None
    status: tuple[int, ...] = (200,)
    media: tuple[str, ...] = ()
    accept: str = "*/*"

    def send(self, running: Running) -> httpx.Response:
        headers = {"Accept": self.accept}
        if self.content_type:
            headers["Content-Type"] = self.content_type
        params = httpx.QueryParams(tuple(self.address))
        request = running.client.build_request(
            self.method, running.url, params=params, content=self.body, headers=headers
        )
        return running.client.send(request)


def form(*fields: tuple[str, str]) -> bytes:
    return urlencode(fields).encode()


ASK = "ASK {}"
GOOD = [
    Case("query_get", address=[("query", ASK)], media=ROWS),
    Case("query_post_form", "POST", [], form(("query", ASK)), FORM, media=ROWS),
    Case("query_post_direct", "POST", [], ASK.encode(), QUERY, media=ROWS),
    Case("query_content_type_select", address=[("query", "SELECT (1 AS ?value) {}")], media=ROWS),
    Case("query_content_type_ask", address=[("query", ASK)], media=ROWS),
    Case(
        "query_content_type_describe",
        address=[("query", "DESCRIBE <https://example.org/>")],
        media=RDF,
    ),
    Case(
        "query_content_type_construct",
        address=[("query", "CONSTRUCT { <urn:s> <urn:p> 1 } WHERE {}")],
        media=RDF,
    ),
    Case(
        "query_post_form with a charset", "POST", [], form(("query", ASK)), f"{FORM};charset=UTF-8"
    ),
    Case("query_get with parameters of others", address=[("query", ASK), ("timeout", "9")]),
    Case("query_get of unicode", address=[("query", "ASK { FILTER('é😀' = 'é😀') }")]),
    Case("query_post_direct of unicode", "POST", [], "ASK { FILTER('é' = 'é') }".encode(), QUERY),
]
BAD = [
    Case("bad_query_method", "PUT", [("query", ASK)], status=(405,)),
    Case("bad_query_method DELETE", "DELETE", [("query", ASK)], status=(405,)),
    Case("bad_multiple_queries", address=[("query", ASK), ("query", "SELECT * {}")], status=(400,)),
    Case(
        "bad_multiple_queries in a form",
        *("POST", [], form(("query", ASK), ("query", ASK)), FORM),
        status=(400,),
    ),
    Case("bad_multiple_queries in both", "POST", [("query", ASK)], ASK.encode(), QUERY, (400,)),
    Case("bad_query_wrong_media_type", "POST", [], ASK.encode(), "text/plain", (415,)),
    Case("bad_query_missing_form_type", "POST", [], form(("query", ASK)), None, (415,)),
    Case("bad_query_missing_direct_type", "POST", [], ASK.encode(), None, (415,)),
    Case(
        "bad_query_non_utf8",
        *("POST", [], "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16"),
        status=(415,),
    ),
    Case("bad_query_non_utf8 unsaid", "POST", [], "ASK {'é'}".encode("latin-1"), QUERY, (400,)),
    Case("bad_query_syntax", address=[("query", "ASK { # no end }")], status=(400,)),
    Case("no query in a form", "POST", [], form(("format", "json")), FORM, (400,)),
    Case("no query in a body", "POST", [], b"", QUERY, (400,)),
    Case("empty query", address=[("query", " ")], status=(400,)),
    Case("multipart form", "POST", [], b"--x--", "multipart/form-data; boundary=x", (415,)),
    Case("not unicode when decoded", "POST", [], b"query=ASK%20%FF", FORM, (400,)),
    Case("more fields than read", "POST", [], b"&".join([b"a=1"] * 2000), FORM, (400,)),
    Case(
        "graph of the web", address=[("query", ASK), ("default-graph-uri", "urn:x")], status=(400,)
    ),
    Case(
        "named graph of the web",
        address=[("query", ASK), ("named-graph-uri", "http://example.org/")],
        status=(400,),
    ),
    Case(
        "graph that is no IRI",
        address=[("query", ASK), ("default-graph-uri", GRAPH + "a b")],
        status=(400,),
    ),
    Case(
        "file", address=[("query", ASK), ("default-graph-uri", "file:///etc/hosts")], status=(400,)
    ),
]
UPDATES = [
    Case("update_post_form", "POST", [], form(("update", "CLEAR ALL")), FORM, (403,)),
    Case("update_post_direct", "POST", [], b"CLEAR ALL", UPDATE, (403,)),
    Case("bad_update_get", address=[("update", "CLEAR ALL")], status=(403,)),
    Case("bad_update_syntax", "POST", [], form(("update", "CLEAR XYZ")), FORM, (403,)),
    Case("update sent as a query", address=[("query", "CLEAR ALL")], status=(403,)),
    Case("update beside a query", address=[("query", ASK), ("update", "CLEAR ALL")], status=(403,)),
    Case(
        "update after a prologue",
        address=[("query", "PREFIX ex: <urn:x> # x\nBASE <urn:y> INSERT DATA { ex:a ex:b 1 }")],
        status=(403,),
    ),
    Case("load of a file", address=[("query", "LOAD <file:///etc/hosts>")], status=(403,)),
]


@pytest.mark.parametrize("case", GOOD, ids=[case.name for case in GOOD])
def test_query_operation_is_answered(endpoint: Running, case: Case) -> None:
    response = case.send(endpoint)

    assert response.status_code == 200
    assert not case.media or response.headers["content-type"].partition(";")[0] in case.media


@pytest.mark.parametrize("case", BAD + UPDATES, ids=[case.name for case in BAD + UPDATES])
def test_anything_else_is_refused_with_a_reason(endpoint: Running, case: Case) -> None:
    response = case.send(endpoint)

    assert response.status_code in case.status
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert len(response.text.strip()) > 10
    assert response.headers["access-control-allow-origin"] == "*"


DATASETS = [
    ("query_dataset_default_graph", "A", "", "", ""),
    ("query_dataset_default_graphs", "AB", "", "", ""),
    ("query_dataset_named_graphs", "", "AB", "", ""),
    ("query_dataset_full", "A", "BC", "", ""),
    ("query_multiple_dataset", "A", "B", FROM_C, "the request goes before the query"),
    ("query_multiple_dataset default alone", "A", "", FROM_C, "the request goes before the query"),
]


@pytest.mark.parametrize("method", ["get", "post form", "post direct"])
@pytest.mark.parametrize(
    ("default", "named", "clauses"),
    [case[1:4] for case in DATASETS],
    ids=[case[0] for case in DATASETS],
)
def test_request_chooses_the_graphs(
    endpoint: Running, method: str, default: str, named: str, clauses: str
) -> None:
    fields, query = graphs(default, named), ("query", seen(clauses))
    case = {
        "get": Case("", address=[query, *fields]),
        "post form": Case("", "POST", [], form(query, *fields), FORM),
        "post direct": Case("", "POST", fields, query[1].encode(), QUERY),
    }[method]

    is_seen(case.send(endpoint), default, named)


def test_query_chooses_the_graphs_when_the_request_does_not(endpoint: Running) -> None:
    is_seen(endpoint.ask(seen(FROM_C)), "C", "C")
    is_seen(endpoint.ask(seen()), "ABC", "ABC")


def test_head_is_a_get_without_a_body(endpoint: Running) -> None:
    response = endpoint.client.head(endpoint.url, params={"query": ASK})

    assert response.status_code == 200
    assert response.headers["content-type"].startswith(ROWS[0])
    assert response.content == b""


def test_page_of_another_origin_may_ask(endpoint: Running) -> None:
    asked = {"Origin": "https://example.org", "Access-Control-Request-Headers": "x-own, accept"}

    response = endpoint.client.options(endpoint.url, headers=asked)

    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-allow-headers"] == "x-own, accept"
    assert "POST" in response.headers["access-control-allow-methods"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_too_large_a_request_is_not_read(endpoint: Running, method: str) -> None:
    query = ASK + " " * 30_000

    response = endpoint.ask(query) if method == "GET" else endpoint.post(query)

    assert response.status_code == 413
    assert "20000 bytes" in response.text
