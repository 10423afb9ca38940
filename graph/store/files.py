"""The truth of the embedded store: one sorted N-Quads file for each graph, renamed into place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, RdfFormat, serialize

from trigpoint.errors import StoreError
from trigpoint.ontology.namespaces import GRAPH


def sorted_nquads(quads: Iterable[Quad]) -> bytes:
    """Return quads as N-Quads, sorted, without doubles: equal graphs give equal bytes."""
    data = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(set(data.splitlines(keepends=True))))


@contextmanager
def storing(place: Path) -> Iterator[None]:
    """Turn what the operating system says into a StoreError that names the file and the remedy."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror or error}",
            subject=str(place),
            remedy="Nothing stored was lost. Free some space or permit writing, and build again",
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that at any moment either the old or the new content is there, whole."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its name when all is written, and never if it fails."""
    with storing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.parent / f".writing-{secrets.token_hex(8)}"
        try:
            with unfinished.open("xb") as file:  # unlike tempfile's, others may read it
                yield file
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise


class GraphFiles:
    """The folder `graphs/`: the path of a file follows from the IRI of its graph."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, graph: str) -> Path:
        """Return the file of a graph; raises StoreError for a graph that is not ours."""
        key = graph.removeprefix(GRAPH)
        if key == graph or ".." in key or key.startswith("/"):
            raise StoreError("is no graph of this store", subject=graph)
        return self.folder / f"{key}.nq"

    def names(self) -> list[str]:
        """Return the IRIs of all graphs, sorted."""
        files = (path.relative_to(self.folder) for path in self.folder.rglob("*.nq"))
        return sorted(GRAPH + path.with_suffix("").as_posix() for path in files)

    def write(self, graph: str, data: bytes) -> bool:
        """Store the N-Quads of a graph; say whether anything changed."""
        path = self.path(graph)
        if path.exists() and path.read_bytes() == data:
            return False
        write_whole(path, data)
        return True

    def read(self, graph: str) -> bytes:
        """Return the N-Quads of a graph."""
        try:
            return self.path(graph).read_bytes()
        except OSError as error:
            raise StoreError(f"cannot be read: {error.strerror}", subject=graph) from error

    def remove(self, graph: str) -> None:
        """Forget a graph."""
        with storing(self.path(graph)):
            self.path(graph).unlink(missing_ok=True)
