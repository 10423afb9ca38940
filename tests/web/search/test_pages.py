from __future__ import annotations

import csv
import io
import time
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from starlette.testclient import TestClient

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.search.index import Index
from trigpoint.web.search.searching import search
from trigpoint.web.server import create_app


@pytest.fixture(scope="module")
def ready(client: TestClient) -> TestClient:
    """The server once its index is made."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if client.get("/search/suggest").json()["ready"]:
            return client
        time.sleep(0.1)
    pytest.fail("the index was not made within a minute")


def links(page: str) -> list[str]:
    return [str(href) for href in html.fromstring(page).xpath("//main//a/@href")]


def test_a_search_links_to_what_it_finds(ready: TestClient) -> None:
    page = ready.get("/search", params={"q": "quillborough"})
    things = [href for href in links(page.text) if href.startswith("/doc/authority/")]
    assert len(things) == 1
    assert ready.get(things[0]).status_code == 200


def test_every_link_of_a_search_leads_somewhere(ready: TestClient) -> None:
    page = ready.get("/search", params={"q": "plan"})
    own = {urlsplit(href)._replace(fragment="").geturl() for href in links(page.text)}
    assert len(own) > 20
    for href in sorted(own):
        assert ready.get("/search" + href if href[0] == "?" else href).status_code == 200, href


def test_what_was_mended_is_said(ready: TestClient) -> None:
    page = ready.get("/search", params={"q": "qillborough"})
    assert "Showing results for <b>quillborough</b>" in page.text
    [exact] = [href for href in links(page.text) if "exact=1" in href]
    assert "Nothing is found" in ready.get("/search" + exact).text


@pytest.mark.parametrize("q", ["", "   ", "<script>", '"', "\x00", "’", "x" * 5_000, "*" * 600])
@pytest.mark.parametrize("page", ["1", "0", "-1", "99999999", "two"])
def test_nothing_typed_is_an_error(ready: TestClient, q: str, page: str) -> None:
    given = {"q": q, "page": page, "kind": "recommendation", "limit": page, "offset": page}
    for place in ("/search", "/search.json", "/search.csv", "/search/suggest"):
        response = ready.get(place, params=given)
        assert response.status_code == 200, place
        assert "<script>" not in response.text.partition("<main")[2] or "json" in place


def test_an_unknown_choice_finds_nothing(ready: TestClient) -> None:
    page = ready.get("/search", params={"q": "plan", "kind": "dragon"})
    assert page.status_code == 200
    assert "with these filters" in page.text


def test_data_twins_hold_the_same(ready: TestClient, whole: Index) -> None:
    total = search(whole, "plan").total
    as_json = ready.get("/search.json", params={"q": "plan", "limit": "1000"}).json()
    as_csv = list(csv.DictReader(io.StringIO(ready.get("/search.csv?q=plan").text)))
    hits = [hit["href"] for group in as_json["groups"] for hit in group["hits"]]
    assert len(as_csv) == len(hits) == as_json["total"] == total
    assert sorted(row["href"] for row in as_csv) == sorted(hits)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_format_leads_to_a_twin(ready: TestClient, form: str) -> None:
    response = ready.get("/search", params={"q": "a b", "year": "2016", "format": form})
    place = urlsplit(response.headers["location"])
    assert response.status_code == 303
    assert place.path == f"/search.{form}"
    assert parse_qs(place.query) == {"q": ["a b"], "year": ["2016"]}


def test_suggestions_lead_to_things(ready: TestClient) -> None:
    found = ready.get("/search/suggest", params={"q": "quillb"}).json()["suggestions"]
    assert found[0] == {
        "label": "Quillborough",
        "kind": "Authority",
        "href": found[0]["href"],
    }
    assert all(ready.get(one["href"]).status_code == 200 for one in found)


def test_before_the_index_is_made_the_page_says_so(
    sample_store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trigpoint.web.search.background.Indexer.current", lambda _: None)
    with TestClient(create_app(sample_store)) as client:
        page = client.get("/search", params={"q": "plan"})
        assert "is being made" in page.text
        assert page.headers["Refresh"] == "2"
        assert client.get("/search.json?q=plan").status_code == 503
        assert client.get("/search.csv?q=plan").headers["Retry-After"] == "2"
        assert client.get("/search/suggest?q=plan").json() == {"ready": False, "suggestions": []}
