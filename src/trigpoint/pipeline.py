"""The main way: files in, named graphs out. Reading is pure and parallel, storing is serial."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path

from trigpoint.copies import is_copy, outranks
from trigpoint.errors import UnreadableFile
from trigpoint.extractors.documents import SUFFIXES
from trigpoint.extractors.language.pipeline import model_name
from trigpoint.graph.derived import computed_graphs, derived_graphs
from trigpoint.graph.layouts import places
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.reading import FileResult, Status, read_file
from trigpoint.receipts import Receipt, Receipts

Progress = Callable[[Receipt, int, int], None]
_SMALL = 4  # so few files are read sooner than a worker process starts


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: one receipt a file, sorted by path."""

    receipts: tuple[Receipt, ...]

    @property
    def failed(self) -> tuple[Receipt, ...]:
        """The files that could not be read, with cause and remedy."""
        return tuple(receipt for receipt in self.receipts if receipt.status == "failed")


def build(
    paths: Sequence[str | Path],
    store: EmbeddedStore,
    *,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read files and folders into the store; what did not change is skipped.

    `jobs` processes read (or the given executor, of any kind); `progress` hears of each file with
    how many are done, of how many. Files that fail are reported and the rest goes on. Raises
    UnreadableFile for a path that is not there, StoreError where the store cannot be written.
    """
    receipts = Receipts(store.folder / "receipts.json")
    found = list(dict.fromkeys(find_files(paths)))
    hashes = {path: _hash(path) for path in found}
    code = code_fingerprint()
    done = {path: old for path in found if (old := _still_good(receipts, path, hashes, code))}
    builder = _Builder(store, receipts, hashes, code)
    try:
        for result in _read_all([path for path in found if path not in done], jobs, executor):
            receipt = builder.keep(result)
            done[result.path] = receipt
            if progress:
                progress(receipt, len(done), len(found))
        with _pool(jobs if len(found) > _SMALL else 1) as pool:
            for graph, nquads in (*derived_graphs(), *computed_graphs(store, pool)):
                store.graphs.write(graph, nquads)
    finally:
        receipts.save()
        store.refresh()
    places(store)
    return Built(tuple(_at_the_end(receipts, done[path]) for path in sorted(done)))


def find_files(paths: Iterable[str | Path]) -> Iterator[str]:
    """Yield the files to read, folders recursively and sorted, each by its path as given."""
    for given in paths:
        path = Path(given)
        if path.is_dir():
            inside = (file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES)
            yield from sorted(str(file) for file in inside if file.is_file())
        elif path.exists():
            yield str(path)
        else:
            raise UnreadableFile("there is no such file or folder", subject=str(given))


def _hash(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # the reader will say why


def _still_good(receipts: Receipts, path: str, hashes: dict[str, str], code: str) -> Receipt | None:
    old = receipts.of(path)
    same = old and hashes[path] and (old.sha256, old.code) == (hashes[path], code)
    return old.again() if old and same else None


def _at_the_end(receipts: Receipts, receipt: Receipt) -> Receipt:
    """Return a file's receipt as it ended: a better copy may have been read after it."""
    return (receipts.of(receipt.path) or receipt) if receipt.status == "read" else receipt


@cache
def code_fingerprint() -> str:
    """Return a name for the code, tables and language model that decide what a file gives."""
    seen = hashlib.sha256(model_name().encode())
    for room in ("ontology", "extractors", "graph", "data"):
        for path, entry in sorted(_source_files(files(f"trigpoint.{room}"), room)):
            seen.update(path.encode() + b"\0" + entry.read_bytes())
    return seen.hexdigest()[:16]


def _source_files(folder: Traversable, at: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        path = f"{at}/{entry.name}"
        if entry.is_dir():
            if entry.name not in ("__pycache__", "sample"):
                yield from _source_files(entry, path)
        elif entry.name.endswith((".py", ".ttl", ".csv", ".tsv", ".cfg")):
            yield path, entry


def _read_all(paths: list[str], jobs: int, executor: Executor | None) -> Iterator[FileResult]:
    with _pool(jobs if executor is None and len(paths) > _SMALL else 1) as pool:
        workers = executor or pool
        if workers is None:
            yield from map(read_file, paths)
            return
        for future in as_completed([workers.submit(read_file, path) for path in paths]):
            yield future.result()


@contextmanager
def _pool(jobs: int) -> Iterator[Executor | None]:
    """Give so many processes, new ones each time: what one took of memory is given back."""
    if jobs <= 1:
        yield None
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield pool


@dataclass(frozen=True, slots=True)
class _Builder:
    """Puts results away: graphs and texts into the store, receipts with the others."""

    store: EmbeddedStore
    receipts: Receipts
    hashes: dict[str, str]
    code: str

    def keep(self, result: FileResult) -> Receipt:
        """Store what a file gave and return its receipt."""
        rival = self._rival(result)
        if rival and not is_copy(self.store, rival, result):
            result = read_file(result.path, suffix=f"-{result.text_sha256[:6]}")
            rival = None
        is_better = (
            rival is None or self._is_moved(rival, result) or outranks(result.path, rival.path)
        )
        receipt = self._receipt(result, result.status if is_better else "copy")
        if is_better:
            self._write(result)
            if rival:
                self.receipts.put(replace(rival, status="copy"))
        self._forget_former(receipt)
        self.receipts.put(receipt)
        return receipt

    def _is_moved(self, rival: Receipt, result: FileResult) -> bool:
        """Tell the same file, read before from another place by other code."""
        return rival.sha256 == self.hashes[result.path] and rival.code != self.code

    def _rival(self, result: FileResult) -> Receipt | None:
        """Return another file that gave the same graph, if there is one."""
        for review in result.reviews:
            for owner in self.receipts.owners(review.graph):
                if owner.path != result.path and owner.status == "read":
                    return owner
        return None

    def _write(self, result: FileResult) -> None:
        if result.reviews:
            self.store.write_text(result.text_sha256, result.text)
        for review in result.reviews:
            self.store.graphs.write(review.graph, review.nquads)

    def _forget_former(self, receipt: Receipt) -> None:
        """Remove the graphs that an earlier version of the file gave and nothing gives now."""
        former = self.receipts.of(receipt.path)
        for graph in set(former.graphs if former else ()) - set(receipt.graphs):
            if not any(owner.path != receipt.path for owner in self.receipts.owners(graph)):
                self.store.graphs.remove(graph)

    def _receipt(self, result: FileResult, status: Status) -> Receipt:
        return Receipt(
            path=result.path,
            sha256=self.hashes[result.path],
            code=self.code,
            status=status,
            graphs=tuple(review.graph for review in result.reviews),
            text_sha256=result.text_sha256,
            cause=result.cause,
            remedy=result.remedy,
            warnings=tuple(w for review in result.reviews for w in review.warnings),
        )
