from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from trigpoint.graph.export import export
from trigpoint.graph.store import EmbeddedStore

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
}


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

    if form == "turtle":
        assert {quad.triple for quad in found} == {quad.triple for quad in stored(library)}
    else:
        assert found == stored(library)


@pytest.mark.parametrize("form", FORMATS)
def test_two_exports_are_the_same_bytes(library: EmbeddedStore, tmp_path: Path, form: str) -> None:
    one, other = tmp_path / "one", tmp_path / "other"

    export(library, form, one)
    export(library, form, other)

    assert one.read_bytes() == other.read_bytes()
