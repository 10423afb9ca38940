"""A release: everything of a store in one folder, described, with checksums.

OUT/ontology.ttl, shapes.ttl, context.jsonld, mappings.sssom.tsv   how to read it
OUT/vocabulary.ttl, reference.ttl, ...                             the graphs that no review owns
OUT/instances.nq                                                   the graphs of the reviews
OUT/tables/*.csv                                                   the contract's tables, CSVW
OUT/dataset.ttl                                                    DCAT and VoID
OUT/SHA256SUMS                                                     for `sha256sum --check`
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import RdfFormat

from trigpoint.errors import StoreError
from trigpoint.graph.export.csvw import write_csv_tables
from trigpoint.graph.export.dataset import File, description, statistics
from trigpoint.graph.export.rdf import merged_lines, write_graphs, write_merged
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import write_whole
from trigpoint.ontology import load
from trigpoint.ontology.namespaces import GRAPH, ID

_REVIEWS: Final = GRAPH + "inspection/"
_ONTOLOGY: Final = {
    "ontology.ttl": "core.ttl",
    "shapes.ttl": "shapes.ttl",
    "context.jsonld": "context.jsonld",
    "mappings.sssom.tsv": "mappings.sssom.tsv",
}

Progress: TypeAlias = Callable[[str, int, int], object]
"""Told what is being written, how many such steps are done, and how many there are."""


def write_release(
    store: EmbeddedStore, out: Path, *, progress: Progress | None = None
) -> list[File]:
    """Write a release to a folder, which must be new or empty; equal stores give equal bytes.

    Returns its files but the checksums. Raises StoreError for a folder that holds something.
    """
    if out.is_dir() and any(out.iterdir()):
        raise StoreError("is not empty", subject=str(out), remedy="A release goes to a new folder")
    steps = _steps(store, out)
    for done, (name, step) in enumerate(steps):
        if progress:
            progress(name, done, len(steps))
        step()
    files = files_of(out)
    sums = "".join(f"{file.sha256}  {file.name}\n" for file in files)
    write_whole(out / "SHA256SUMS", sums.encode())
    return files


def _steps(store: EmbeddedStore, out: Path) -> list[tuple[str, Callable[[], None]]]:
    """Return what writes each part, by its name: the description last, for it lists the others."""
    names = store.graphs.names()
    reviews = [name for name in names if name.startswith(_REVIEWS)]
    steps: dict[str, Callable[[], None]] = {
        name: partial(write_whole, out / name, load(source).encode())
        for name, source in _ONTOLOGY.items()
    }
    for graph in sorted(set(names) - set(reviews)):
        name = f"{graph.removeprefix(GRAPH)}.ttl"
        steps[name] = partial(write_merged, store, [graph], RdfFormat.TURTLE, out / name)
    steps["instances.nq"] = partial(write_graphs, store, reviews, out / "instances.nq")
    steps["tables"] = partial(write_csv_tables, store, out / "tables")
    steps["dataset.ttl"] = partial(_describe, store, out, names, reviews)
    return list(steps.items())


def _describe(
    store: EmbeddedStore, out: Path, names: Sequence[str], reviews: Sequence[str]
) -> None:
    found = statistics(merged_lines(store, names))
    example = reviews[0].replace(_REVIEWS, f"{ID}inspection/") if reviews else ""
    write_whole(out / "dataset.ttl", description(found, files_of(out), example))


def files_of(folder: Path) -> list[File]:
    """Return the files of a folder and the folders in it, by name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [_file(path, path.relative_to(folder).as_posix()) for path in paths]


def _file(path: Path, name: str) -> File:
    with path.open("rb") as file:
        return File(name, path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())
