"""What is written graph after graph needs no more memory for ten times the reviews."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from trigpoint.graph.export import FORMATS, rdf
from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import GRAPH

REVIEWS = GRAPH + "inspection/"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def large(sample_store: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("large") / "store", create=True)
    for name in sample_store.graphs.names():
        content = sample_store.graphs.read(name)
        store.graphs.write(name, content)
        key = name.removeprefix(REVIEWS)
        for n in range(9) if key != name else ():
            copy = content.replace(f"inspection/{key}".encode(), f"inspection/{key}-{n}".encode())
            store.graphs.write(f"{name}-{n}", b"".join(sorted(copy.splitlines(keepends=True))))
    return store


def peak(store: EmbeddedStore, form: str, out: Path) -> int:
    tracemalloc.start()
    try:
        FORMATS[form](store, out)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld", "rdfxml"])
def test_ten_times_the_reviews_need_the_same_memory(
    form: str,
    sample_store: EmbeddedStore,
    large: EmbeddedStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rdf, "_BUFFER_BYTES", MEGABYTE)
    peak(sample_store, form, tmp_path / "warm")

    once = peak(sample_store, form, tmp_path / "once")
    tenfold = peak(large, form, tmp_path / "tenfold")

    assert (tmp_path / "tenfold").stat().st_size > 2 * (tmp_path / "once").stat().st_size
    assert tenfold < 1.25 * once + MEGABYTE
