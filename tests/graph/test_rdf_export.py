from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse
from rdflib import Dataset

from trigpoint.graph.export import export
from trigpoint.graph.store import EmbeddedStore

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
WITHOUT_GRAPHS = {"turtle", "rdfxml"}


def stored(store: EmbeddedStore) -> set[Quad]:
    return {
        quad
        for name in store.graphs.names()
        for quad in parse(store.graphs.read(name), format=RdfFormat.N_QUADS)
    }


@pytest.mark.parametrize("form", FORMATS)
def test_export_parses_back_to_what_is_stored(
    library: EmbeddedStore, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "out"
    export(library, form, out)

    found = set(parse(path=str(out), format=FORMATS[form]))

    if form in WITHOUT_GRAPHS:
        assert {quad.triple for quad in found} == {quad.triple for quad in stored(library)}
    else:
        assert found == stored(library)


@pytest.mark.parametrize("form", FORMATS)
def test_two_exports_are_the_same_bytes(library: EmbeddedStore, tmp_path: Path, form: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"

    export(library, form, one)
    export(library, form, other)

    assert one.read_bytes() == other.read_bytes()


def test_report_is_one_tree_in_json_ld(library: EmbeddedStore, tmp_path: Path) -> None:
    export(library, "jsonld", tmp_path / "out.jsonld")
    document = json.loads((tmp_path / "out.jsonld").read_text("utf-8"))
    graphs = {graph["id"]: graph["graph"] for graph in document["@graph"]}
    reviews = {name: nodes for name, nodes in graphs.items() if "/inspection/" in name}

    assert len(reviews) == 3
    for nodes in reviews.values():
        assert "Review" in nodes[0]["type"]
        assert nodes[0]["@reverse"]["madeIn"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_json_ld_reads_the_same_with_another_library(
    library: EmbeddedStore, tmp_path: Path
) -> None:
    export(library, "jsonld", tmp_path / "out.jsonld")
    export(library, "trig", tmp_path / "out.trig")

    found, wanted = (
        Dataset().parse(data=(tmp_path / f"out.{end}").read_text("utf-8"), format=form)
        for end, form in (("jsonld", "json-ld"), ("trig", "trig"))
    )
    assert {quad[:3] for quad in found.quads()} == {quad[:3] for quad in wanted.quads()}
