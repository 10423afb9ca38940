"""The index of the embedded store: a cache that answers queries, made from the files at need."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import RdfFormat
from pyoxigraph import Store as Oxigraph

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_FORMAT = "4"  # raise it when the layout of an index changes
_SEAL = "seal"
_BATCH_BYTES = 32_000_000


def state_of(files: Iterable[Path]) -> str:
    """Return a name for the present state of files, from their paths, sizes and times."""
    seen = hashlib.sha256(_FORMAT.encode())
    for path in files:
        facts = path.stat()
        seen.update(f"{path}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return seen.hexdigest()[:16]


def open_index(folder: Path, files: list[Path]) -> Oxigraph:
    """Return an index over the files: the one on disk if it is of today, else a new one.

    Where the folder cannot be written the index is kept in memory.
    """
    current = folder / state_of(files)
    found = _opened(current)
    if found:
        return found
    try:
        with _alone(folder.with_suffix(".lock")):
            return _opened(current) or _build(folder, current, files)
    except OSError:
        return _load(Oxigraph(), files)


def _opened(current: Path) -> Oxigraph | None:
    """Return the index of a state, or None where there is none or it is damaged."""
    try:
        if (current / _SEAL).read_bytes() == _seal(current):
            return Oxigraph.read_only(str(current))
    except (OSError, RuntimeError):  # RuntimeError: RocksDB calls it corrupt
        pass
    return None


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process build at a time, where the system has such locks; the others wait for it."""
    with lock.open("w") as file:
        if fcntl:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _build(folder: Path, current: Path, files: list[Path]) -> Oxigraph:
    folder.mkdir(parents=True, exist_ok=True)
    old = [path for path in folder.iterdir() if path != current]
    unfinished = Path(tempfile.mkdtemp(dir=folder, prefix=".building-"))
    store = _load(Oxigraph(str(unfinished)), files)
    store.optimize()  # one sorted run in place of one a batch: look-ups take half the time
    store.flush()
    del store  # closes it: the folder may be renamed
    (unfinished / _SEAL).write_bytes(_seal(unfinished))
    shutil.rmtree(current, ignore_errors=True)  # damaged, else it would have been opened
    unfinished.replace(current)
    for path in old:
        shutil.rmtree(path, ignore_errors=True)
    return Oxigraph.read_only(str(current))


def _seal(folder: Path) -> bytes:
    """Return a name for the content of an index: one that was cut can open, and answer wrongly."""
    seen = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.name != _SEAL and not path.name.startswith("LO"):  # LOCK and LOG hold no data
            with path.open("rb") as file:
                seen.update(
                    f"{path.name}\0".encode() + hashlib.file_digest(file, "sha256").digest()
                )
    return seen.digest()


def _load(store: Oxigraph, files: list[Path]) -> Oxigraph:
    """Load every graph under its name, and all of them merged as the default graph.

    A triple that several graphs state is there once: queries need no DISTINCT against doubles.
    """
    for quads in _batches(files):
        store.bulk_load(input=quads, format=RdfFormat.N_QUADS, lenient=True)  # we wrote them
        merged = _without_graphs(quads)
        store.bulk_load(input=merged, format=RdfFormat.N_TRIPLES, lenient=True)
    return store


def _batches(files: list[Path]) -> Iterator[bytes]:
    """Yield the files' lines, many files at a time: each load has a price of its own."""
    batch: list[bytes] = []
    size = 0
    for path in files:
        batch.append(path.read_bytes())
        size += len(batch[-1])
        if size > _BATCH_BYTES:
            yield b"".join(batch)
            batch, size = [], 0
    if batch:
        yield b"".join(batch)


def _without_graphs(quads: bytes) -> bytes:
    """Return sorted N-Quads as N-Triples: the last term of each line is its graph."""
    return b"".join(line.rpartition(b" <")[0] + b" .\n" for line in quads.splitlines())
