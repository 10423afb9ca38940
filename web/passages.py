"""The words of a report around a quote, so that a reader sees where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.holdings import Row
from trigpoint.web.library import Library

_REACH: Final = 280  # characters on either side: a sentence or two
_SENTENCE_END: Final = re.compile(r"[.!?:;]\s+|[\f\uE000-\uF8FF•●▪■]\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote with the words before and after it on its page."""

    before: str
    quote: str
    after: str


def with_passages(library: Library, rows: Iterable[Row]) -> list[tuple[Row, Passage]]:
    """Return each row with its quote in its passage."""
    return [(row, passage(library, row)) for row in rows]


def passage(library: Library, row: Row) -> Passage:
    """Return the passage of a row with `text`, `start`, `end` and `quote`.

    Where the canonical text is not in the store, the quote stands alone.
    """
    text = _text(library, row.get("text", ""))
    if not text or not row.get("start"):
        return Passage("", row["quote"], "")
    start, end = int(row["start"]), int(row["end"])
    return Passage(_before(text, start), text[start:end], _after(text, end))


def _text(library: Library, key: str) -> str:
    if not key or not isinstance(library.store, EmbeddedStore):
        return ""
    return library.cached(("text", key), partial(_read, library.store, key))


def _read(store: EmbeddedStore, key: str) -> str:
    return store.read_text(key) or ""


def _before(text: str, start: int) -> str:
    """Return what stands before, from the beginning of a sentence on, on the same page."""
    reach = text[max(0, start - _REACH) : start].rpartition("\f")[2]
    ends = [found.end() for found in _SENTENCE_END.finditer(reach) if found.end() < len(reach)]
    return reach[ends[0] :] if ends and start > _REACH else reach


def _after(text: str, end: int) -> str:
    reach = text[end : end + _REACH].partition("\f")[0]
    ends = [found.end() for found in _SENTENCE_END.finditer(reach)]
    return reach[: ends[-1]] if ends else reach
