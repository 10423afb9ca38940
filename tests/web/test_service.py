"""Operations: health, limits, headers, the access log, what robots may see."""

from __future__ import annotations

import json
import logging
import time

import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.testclient import TestClient

from trigpoint.errors import UnknownName
from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.library import Library
from trigpoint.web.middleware import ACCESS
from trigpoint.web.page_images import page_image
from trigpoint.web.resources import RESOURCES
from trigpoint.web.responses import Body, Shelf
from trigpoint.web.server import create_app
from trigpoint.web.settings import Settings


def test_health_and_readiness(client: TestClient, shelf: Library) -> None:
    assert client.get("/health").text == "ok\n"
    assert client.get("/ready").json() == {"ready": True, "version": shelf.version}


def test_pages_keep_to_themselves(client: TestClient) -> None:
    headers = client.get("/").headers

    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/doc/authority/quillborough", "/api/authorities"])
def test_nothing_can_be_written(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 405


def test_body_that_is_too_long_is_refused(client: TestClient) -> None:
    answer = client.post("/sparql", content=b"x" * 200_000)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "path", ["/static/", "/static/../server.py", "/static/%2e%2e/server.py", "/dist/"]
)
def test_no_folder_is_listed_and_no_other_file_sent(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 405)


def test_every_request_leaves_one_line(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    ACCESS.propagate = True
    with caplog.at_level(logging.INFO, logger=ACCESS.name):
        client.get("/health?x=1")

    (line,) = [
        json.loads(record.message) for record in caplog.records if record.name == ACCESS.name
    ]
    assert (line["method"], line["path"], line["query"], line["status"]) == (
        "GET",
        "/health",
        "x=1",
        200,
    )


def test_site_map_names_every_thing(client: TestClient, shelf: Library) -> None:
    root = etree.fromstring(client.get("/sitemap.xml").content)

    places = [entry.text for entry in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    for kind in RESOURCES:
        for row in kind.rows(shelf):
            assert f"http://testserver{shelf.href(row['iri'])}" in places
    assert "Sitemap: http://testserver/sitemap.xml" in client.get("/robots.txt").text


def test_page_image_is_of_the_very_file_that_was_read(
    shelf: Library, sample_store: EmbeddedStore
) -> None:
    key = next(
        row["iri"].partition("/inspection/")[2]
        for row in RESOURCES[1].rows(shelf)
        if row["file"].endswith(".pdf")
    )

    assert page_image(shelf, Settings(), key, 1).startswith(b"\x89PNG")
    with pytest.raises(UnknownName, match="pages"):
        page_image(shelf, Settings(), key, 999)
    with pytest.raises(UnknownName):
        page_image(shelf, Settings(), "quillborough/nothing", 1)


def test_shelf_keeps_what_was_asked_last() -> None:
    shelf, made = Shelf(2), []

    def make(name: str) -> Body:
        made.append(name)
        return Body(name.encode(), "text/plain")

    for name in ("a", "b", "a", "c", "a", "b"):
        shelf.get(name, lambda name=name: make(name))  # type: ignore[misc]

    assert made == ["a", "b", "c", "b"]


def test_errors_are_not_kept() -> None:
    shelf = Shelf(2)
    statuses = iter((500, 200))

    first = shelf.get("a", lambda: Body(b"", "text/plain", next(statuses)))
    again = shelf.get("a", lambda: Body(b"", "text/plain", next(statuses)))

    assert (first.body.status, again.body.status) == (500, 200)


def test_later_build_is_seen(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = EmbeddedStore(tmp_path_factory.mktemp("later") / "store", create=True)
    library = Library(store)
    before = library.version
    graph = "https://w3id.org/trigpoint/graph/inspection/x/y"
    store.graphs.write(
        graph,
        b"<https://w3id.org/trigpoint/id/x> <http://www.w3.org/2000/01/rdf-schema#label> "
        b'"X" <' + graph.encode() + b"> .\n",
    )

    deadline = time.monotonic() + 5
    while library.version == before and time.monotonic() < deadline:
        time.sleep(0.1)

    assert library.label("https://w3id.org/trigpoint/id/x") == "X"


def test_opens_on_an_empty_store(tmp_path_factory: pytest.TempPathFactory) -> None:
    store = EmbeddedStore(tmp_path_factory.mktemp("empty") / "store", create=True)
    app: Starlette = create_app(store)
    with TestClient(app) as empty:
        for path in ("/", "/authorities", "/recurring", "/about", "/questions", "/explore"):
            assert empty.get(path).status_code == 200, path
