"""Every IRI of ours leads to a document, in the form that a client likes best."""

from __future__ import annotations

import pytest
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

from trigpoint.ontology.namespaces import BASE, ID
from trigpoint.web.documents import TWINS
from trigpoint.web.library import Library
from trigpoint.web.resources import RESOURCES

pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"  # rdflib's own JSON-LD reader
)

FORMATS = {
    "ttl": ("text/turtle", "turtle"),
    "jsonld": ("application/ld+json", "json-ld"),
    "nt": ("application/n-triples", "nt"),
    "rdf": ("application/rdf+xml", "xml"),
}
THINGS = [
    "authority/quillborough",
    "inspection/quillborough/lea-2004-09",
    "inspection/quillborough/lea-2004-09/judgement/5.3",
    "def/function/attendance",
    "def/theme/supervision",
    "def/scale/lea-7",
    "def/grade/lea-7/4",
    "def/framework/ilacs",
    "def/item/lea-2004/5.6",
]


def test_thing_leads_to_its_document(client: TestClient) -> None:
    answer = client.get("/id/authority/quillborough")

    assert (answer.status_code, answer.headers["location"]) == (303, "/doc/authority/quillborough")


def test_concept_leads_to_its_document(client: TestClient) -> None:
    answer = client.get("/def/theme/supervision")

    assert (answer.status_code, answer.headers["location"]) == (303, "/doc/def/theme/supervision")


def test_behind_a_path_of_a_proxy_it_leads_there_too(client: TestClient) -> None:
    with TestClient(client.app, root_path="/graph", follow_redirects=False) as behind:
        answer = behind.get("/graph/id/authority/quillborough")

    assert answer.headers["location"] == "/graph/doc/authority/quillborough"


@pytest.mark.parametrize("key", THINGS)
@pytest.mark.parametrize("ending", FORMATS)
def test_document_is_sent_by_ending_and_by_accept(
    client: TestClient, key: str, ending: str
) -> None:
    media_type, form = FORMATS[ending]

    by_ending = client.get(f"/doc/{key}.{ending}")
    by_accept = client.get(f"/doc/{key}", headers={"accept": media_type})

    assert by_ending.headers["content-type"].startswith(media_type)
    assert by_ending.content == by_accept.content
    assert "Accept" in by_accept.headers["vary"]
    graph = Graph().parse(data=by_ending.text, format=form)
    iri = URIRef(BASE + key if key.startswith("def/") else ID + key)
    assert any(graph.triples((iri, None, None)))
    assert (URIRef(f"{BASE}doc/{key}"), None, iri) in graph


def test_all_forms_hold_the_same_triples(client: TestClient) -> None:
    graphs = [
        Graph().parse(data=client.get(f"/doc/authority/quillborough.{e}").text, format=form)
        for e, (_, form) in FORMATS.items()
    ]

    assert len({frozenset(graph) for graph in graphs}) == 1


@pytest.mark.parametrize("key", THINGS)
def test_page_names_its_twins(client: TestClient, key: str) -> None:
    page = client.get(f"/doc/{key}", headers={"accept": "text/html"})

    assert page.status_code == 200
    for ending, (media_type, _) in FORMATS.items():
        assert (
            f'<{page.url.path}.{ending}>; rel="alternate"; type="{media_type}"'
            in (page.headers["link"])
        )
        assert f'type="{media_type}" href="{page.url.path}.{ending}"' in page.text


def test_what_is_not_accepted_is_refused_with_what_there_is(client: TestClient) -> None:
    answer = client.get("/doc/authority/quillborough", headers={"accept": "image/png"})

    assert answer.status_code == 406
    assert "text/turtle" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/doc/authority/nowhere",
        "/doc/authority/nowhere.ttl",
        "/doc/",
        "/doc/%22",
        "/doc/a%20b%3E%3C",
        "/graph/%22.nt",
        "/api/things/%22",
    ],
)
def test_unknown_thing_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_a_client_has_is_not_sent_again(client: TestClient) -> None:
    path = "/doc/authority/quillborough.ttl"
    first = client.get(path)

    again = client.get(path, headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_packed_and_plain_are_the_same(client: TestClient) -> None:
    path = "/doc/authority/quillborough"
    packed = client.get(path, headers={"accept": "text/html", "accept-encoding": "gzip"})
    plain = client.get(path, headers={"accept": "text/html", "accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text


def test_vocabulary_is_sent_as_rdf_and_as_a_page(client: TestClient) -> None:
    turtle = client.get("/def", headers={"accept": "text/turtle"})
    page = client.get("/def", headers={"accept": "text/html"})

    graph = Graph().parse(data=turtle.text, format="turtle")
    assert (URIRef(f"{BASE}def#Judgement"), None, None) in graph
    assert (page.status_code, page.headers["location"]) == (303, "/ontology")


def test_named_graph_is_sent(client: TestClient) -> None:
    answer = client.get("/graph/inspection/quillborough/lea-2004-09.nt")

    assert len(Graph().parse(data=answer.text, format="nt")) > 100
    assert client.get("/graph/inspection/nowhere.nt").status_code == 404


def test_every_thing_of_every_list_has_a_page_and_triples(
    client: TestClient, shelf: Library
) -> None:
    for kind in RESOURCES:
        for row in kind.rows(shelf)[:6]:
            path = shelf.href(row["iri"])
            assert client.get(path, headers={"accept": "text/html"}).status_code == 200, path
            assert client.get(f"{path}.ttl").status_code == 200, path


def test_twins_are_those_of_the_table(client: TestClient) -> None:
    for form in TWINS:
        answer = client.get(f"/doc/authority/quillborough.{form.ending}")
        assert answer.status_code == 200, form
        assert answer.headers["content-type"].startswith(form.media_type)
