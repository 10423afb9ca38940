"""The index: SQLite's full-text search, in memory, over all entries."""

from __future__ import annotations

import re
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from markupsafe import Markup, escape

from trigpoint.web.search.entries import Entry
from trigpoint.web.search.vocabulary import Vocabulary

_OPEN, _CLOSE = "\x02", "\x03"
_FEW: Final = 8
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f]+")
_TABLE: Final = """
CREATE VIRTUAL TABLE entries USING fts5 (
    title, names, body, context, tokenize = "porter unicode61 remove_diacritics 2"
)"""
_MATCHING: Final = """
SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY bm25(entries, 10, 8, 1, 0.5), rowid"""
_KNOWN: Final = "SELECT EXISTS (SELECT 1 FROM entries WHERE entries MATCH ?)"
_MARKED: Final = """
SELECT rowid, highlight(entries, 0, char(2), char(3)),
       snippet(entries, 2, char(2), char(3), '…', 48)
FROM entries WHERE entries MATCH ? AND rowid = ?"""


@dataclass(frozen=True, slots=True)
class Marked:
    """The title and the best part of the text of an entry, with what was sought in `<mark>`."""

    title: Markup
    text: Markup


class Index:
    """All entries by the words in them. Safe to share between threads.

    Numbers are places in `entries`.
    """

    def __init__(self, entries: Iterable[Entry], version: str = "") -> None:
        self.entries: Sequence[Entry] = tuple(entries)
        self.version = version
        self.vocabulary = Vocabulary.of(
            f"{one.title} {one.names} {one.body}" for one in self.entries
        )
        self._lock = threading.Lock()
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self._database.close)
        self._fill()

    def _fill(self) -> None:
        with self._database:
            self._database.execute(_TABLE)
            self._database.executemany(
                "INSERT INTO entries (rowid, title, names, body, context) VALUES (?, ?, ?, ?, ?)",
                (
                    (number, *map(_clean, (one.title, one.names, one.body, one.context)))
                    for number, one in enumerate(self.entries)
                ),
            )
            self._database.execute("INSERT INTO entries (entries) VALUES ('optimize')")

    def is_common(self, word: str) -> bool:
        """Say whether a word is in so many entries that it tells few apart."""
        return self.vocabulary.counts.get(word, 0) * _FEW > len(self.entries)

    def matching(self, expression: str) -> list[int]:
        """Return the entries that match an FTS5 expression, the best first."""
        return [number for number, *_ in self._rows(_MATCHING, expression)]

    def knows(self, expression: str) -> bool:
        """Say whether anything matches an FTS5 expression."""
        return bool(self._rows(_KNOWN, expression)[0][0])

    def marked(self, expression: str, numbers: Iterable[int]) -> dict[int, Marked]:
        """Return title and text of entries that match an expression, with the matches marked."""
        rows = (row for number in numbers for row in self._rows(_MARKED, expression, number))
        return {number: Marked(_marks(title), _marks(text)) for number, title, text in rows}

    def _rows(self, statement: str, *values: str | int) -> list[Any]:
        with self._lock, closing(self._database.execute(statement, values)) as cursor:
            return cursor.fetchall()


def _clean(text: str) -> str:
    return _CONTROLS.sub(" ", text)


def _marks(text: str) -> Markup:
    """Return a text as HTML, what SQLite marked in `<mark>`."""
    whole = str(escape(text)).replace(_OPEN, "<mark>").replace(_CLOSE, "</mark>")
    return Markup(whole)  # noqa: S704 - escaped above
