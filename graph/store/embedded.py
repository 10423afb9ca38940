"""The embedded store: a folder whose truth is files, with an index beside them.

STORE/graphs/inspection/343-sefton/lea-2004-10.nq   one sorted file for each review
STORE/graphs/vocabulary.nq, reference.nq, ...       one for each derived graph
STORE/texts/30c90a01c14a.txt                        the canonical texts that offsets count in
STORE/receipts.json                                 what was read from which file (a cache)
STORE/index/                                        the query index (a cache)
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from pyoxigraph import Store as Oxigraph

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.store.base import Answer, Bindings, complete, opened
from trigpoint.graph.store.binding import bind
from trigpoint.graph.store.deadline import within
from trigpoint.graph.store.files import GraphFiles, storing, write_whole
from trigpoint.graph.store.guard import refuse_reaching_out, syntax_error
from trigpoint.graph.store.index import open_index


class EmbeddedStore:
    """A store in a folder. Opening it costs nothing; the first query opens the index."""

    def __init__(self, place: str | Path, *, create: bool = False) -> None:
        self.place = str(place)
        self.folder = Path(place)
        self.graphs = GraphFiles(self.folder / "graphs")
        if create:
            with storing(self.folder):
                self.graphs.folder.mkdir(parents=True, exist_ok=True)
        elif not self.graphs.folder.is_dir():
            raise StoreError(
                "is no store",
                subject=self.place,
                remedy="Make one with: trigpoint build PATH... --store " + self.place,
            )

    def query(
        self, text: str, *, bindings: Bindings | None = None, seconds: float | None = None
    ) -> Answer:
        """Answer a query over the union of all graphs, or of those that it names in FROM."""
        refuse_reaching_out(text)
        bound = bind(text, bindings)
        try:
            return opened(within(seconds, lambda: complete(self._index.query(bound))))
        except SyntaxError as error:
            raise syntax_error(error) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    @cached_property
    def _index(self) -> Oxigraph:
        files = [self.graphs.path(name) for name in self.graphs.names()]
        return open_index(self.folder / "index", files)

    def refresh(self) -> None:
        """See what was written since the first query."""
        self.__dict__.pop("_index", None)

    def write_text(self, text_sha256: str, text: str) -> None:
        """Keep the canonical text that a review's offsets count in."""
        path = self._text_path(text_sha256)
        if not path.exists():
            write_whole(path, text.encode())

    def read_text(self, text_sha256: str) -> str | None:
        """Return a canonical text by its hash (12 digits suffice), or None."""
        path = self._text_path(text_sha256)
        return path.read_bytes().decode() if path.exists() else None

    def _text_path(self, text_sha256: str) -> Path:
        return self.folder / "texts" / f"{text_sha256[:12]}.txt"
