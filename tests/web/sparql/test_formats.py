from __future__ import annotations

import csv
import io

import pytest
from rdflib import Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result
from tests.web.sparql.serving import Running

from trigpoint.web.sparql.formats import GRAPHS, ROWS, choose, prefers_html

TERMS = """SELECT ?iri ?text ?said ?number ?none WHERE {
  VALUES (?iri ?text ?said ?number ?none) {
    (<https://example.org/é> "a, \\"quoted\\"\\nline\\t<&>" "dit"@fr 1.5 UNDEF)
    (<https://example.org/b> "" "said"@en-GB 2 UNDEF) } }"""
EXPECTED = {
    (URIRef("https://example.org/é"), Literal('a, "quoted"\nline\t<&>'), Literal("dit", lang="fr")),
    (URIRef("https://example.org/b"), Literal(""), Literal("said", lang="en-gb")),
}
TRIPLES = """CONSTRUCT { <https://example.org/a> <https://example.org/p> ?o, [ a ?c ] }
WHERE { VALUES (?o ?c) { ("<é & \\"q\\">"@en <https://example.org/C>) (4 <urn:D>) } }"""
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_rows_are_read_back_by_another_library(endpoint: Running, form: str) -> None:
    response = endpoint.ask(TERMS, format=form)

    found = Result.parse(io.BytesIO(response.content), format=form)

    assert {(row.iri, row.text, row.said) for row in found} == EXPECTED  # type: ignore[union-attr] # rows of a SELECT
    assert all(row.none is None for row in found)  # type: ignore[union-attr]


def test_csv_is_read_back(endpoint: Running) -> None:
    response = endpoint.ask(TERMS, "text/csv")

    head, *rows = csv.reader(io.StringIO(response.text, newline=""))

    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert head == ["iri", "text", "said", "number", "none"]
    assert {(row[0], row[1]) for row in rows} == {(str(one[0]), str(one[1])) for one in EXPECTED}


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize(
    ("query", "truth"), [("ASK { ?s ?p ?o }", True), ("ASK { ?s ?s ?s }", False)]
)
def test_truth_is_read_back(endpoint: Running, form: str, query: str, truth: bool) -> None:
    found = Result.parse(io.BytesIO(endpoint.ask(query, format=form).content), format=form)

    assert found.askAnswer is truth


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib, of itself
@pytest.mark.parametrize(
    ("form", "theirs"),
    [
        ("turtle", "turtle"),
        ("ntriples", "nt"),
        ("rdfxml", "xml"),
        ("jsonld", "json-ld"),
        ("trig", "trig"),
        ("nquads", "nquads"),
        ("n3", "n3"),
    ],
)
def test_triples_are_read_back_by_another_library(
    endpoint: Running, form: str, theirs: str
) -> None:
    expected = Graph().parse(data=endpoint.ask(TRIPLES, format="nt").text, format="nt")

    found = Dataset(default_union=True)
    found.parse(data=endpoint.ask(TRIPLES, format=form).content, format=theirs)

    graph = Graph()
    for triple in found.triples((None, None, None)):
        graph.add(triple)
    assert len(expected) == 6
    assert isomorphic(graph, expected)


def test_every_format_has_its_media_type_and_names(endpoint: Running) -> None:
    for query, forms in ((TERMS, ROWS), (TRIPLES, GRAPHS)):
        for form in forms:
            by_accept, by_name, by_type = (
                endpoint.ask(query, form.media_type),
                endpoint.ask(query, "image/png", format=form.ending),
                endpoint.ask(query, output=form.media_type),
            )
            types = {got.headers["content-type"] for got in (by_accept, by_name, by_type)}
            assert types == {form.content_type}


@pytest.mark.parametrize(
    ("accept", "rows", "graph"),
    [
        ("", "json", "ttl"),
        ("*/*", "json", "ttl"),
        ("text/csv", "csv", None),
        ("text/turtle", None, "ttl"),
        ("text/*", "csv", "ttl"),
        ("application/json", "json", "jsonld"),
        ("application/xml", "xml", "rdf"),
        ("application/ld+json;q=0.5, application/n-triples;q=0.7", None, "nt"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.9, */*;q=0.1", "xml", "ttl"),
        ("application/sparql-results+json;q=0, */*", "xml", "ttl"),
        ("TEXT/TAB-SEPARATED-VALUES ; Q=1", "tsv", None),
        ("image/png", None, None),
        ("text/csv;q=nonsense", None, None),
        ("text/turtle;q=0", None, None),
        (BROWSER, "xml", "rdf"),
    ],
)
def test_accept_header_decides(accept: str, rows: str | None, graph: str | None) -> None:
    chosen = (choose(ROWS, accept), choose(GRAPHS, accept))

    assert tuple(form and form.ending for form in chosen) == (rows, graph)


@pytest.mark.parametrize(
    ("wanted", "rows", "graph"),
    [
        ("json", "json", "jsonld"),
        ("xml", "xml", "rdf"),
        ("CSV", "csv", None),
        ("application/sparql-results json", "json", None),
        ("rdf+xml", None, "rdf"),
        ("json-ld", None, "jsonld"),
        ("turtle", None, "ttl"),
        ("pdf", None, None),
    ],
)
def test_parameter_goes_before_the_header(wanted: str, rows: str | None, graph: str | None) -> None:
    chosen = (choose(ROWS, "text/csv", wanted), choose(GRAPHS, "text/turtle", wanted))

    assert tuple(form and form.ending for form in chosen) == (rows, graph)


@pytest.mark.parametrize(
    ("accept", "wanted", "page"),
    [
        (BROWSER, "", True),
        ("text/html", "", True),
        ("application/xhtml+xml", "", True),
        ("*/*", "", False),
        ("", "", False),
        ("text/html;q=0.5, text/csv", "", False),
        ("text/html;q=0, */*", "", False),
        (BROWSER, "csv", False),
        ("text/csv", "html", True),
    ],
)
def test_page_is_for_those_who_name_it(accept: str, wanted: str, page: bool) -> None:
    assert prefers_html(accept, wanted) is page


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        ("ASK {}", "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv"),
        ("ASK {}", "image/png"),
    ],
)
def test_client_that_takes_none_is_told_which_there_are(
    endpoint: Running, query: str, accept: str
) -> None:
    response = endpoint.ask(query, accept)

    offered = ROWS if query == "ASK {}" else GRAPHS
    assert response.status_code == 406
    assert all(form.media_type in response.text for form in offered)
