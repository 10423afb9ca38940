from __future__ import annotations

import csv
import io
import zipfile

import pytest
from lxml import etree
from tests.web.explorer.looking import ATTENDANCE, THORNMERE

from trigpoint.web.explorer.drawing import Drawing
from trigpoint.web.explorer.export import GEXF, TABLES, written
from trigpoint.web.explorer.look import Look
from trigpoint.web.explorer.neighbourhood import neighbourhood
from trigpoint.web.library import Library

NAMESPACE = {"g": "http://www.gexf.net/1.2draft"}


@pytest.fixture(scope="module")
def drawing(seven: Library) -> Drawing:
    return neighbourhood(seven, Look(THORNMERE))


def test_gexf_holds_what_is_seen(drawing: Drawing) -> None:
    gexf = etree.fromstring(written(drawing, GEXF))

    nodes = {node.get("id"): node for node in gexf.iterfind(".//g:node", NAMESPACE)}
    assert set(nodes) == set(drawing.things)
    assert nodes[THORNMERE].get("label") == "Thornmere"
    assert len(gexf.findall(".//g:edge", NAMESPACE)) == len(drawing.links)


def test_tables_hold_what_is_seen(drawing: Drawing) -> None:
    with zipfile.ZipFile(io.BytesIO(written(drawing, TABLES))) as file:
        nodes, edges = (
            list(csv.DictReader(io.StringIO(file.read(name).decode(), newline="")))
            for name in ("nodes.csv", "edges.csv")
        )

    assert {row["id"] for row in nodes} == set(drawing.things)
    (asked,) = [row for row in edges if row["target"] == ATTENDANCE and row["source"] == THORNMERE]
    assert (asked["kind"], asked["start"]) == ("asked about", "2004-10")


def test_what_stands_for_others_is_no_node(seven: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trigpoint.web.explorer.neighbourhood.FIRST_RING", 3)
    cut = neighbourhood(seven, Look(THORNMERE))
    gexf = etree.fromstring(written(cut, GEXF))

    assert any(each.more for each in cut.things.values())
    nodes = {node.get("id") for node in gexf.iterfind(".//g:node", NAMESPACE)}
    assert nodes == {iri for iri, each in cut.things.items() if not each.more}


def test_equal_drawings_give_equal_bytes(drawing: Drawing) -> None:
    assert all(written(drawing, form) == written(drawing, form) for form in (GEXF, TABLES))
