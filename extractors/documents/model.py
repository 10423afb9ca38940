"""A report as text with places: what every reader makes and every family reads.

The *canonical text* of a document is the text of its pages, white space folded to one space and
trimmed, joined by form feeds. Offsets count code points in it, end exclusive. Its SHA-256 names it.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on a page, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words on a line, set off by a wide gap, a tab or a cell border.

    An empty cell of a row is an empty segment, so that columns can be counted. `left` and `right`
    are in points, absent where the format has no positions.
    """

    text: str
    start: int
    end: int
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one block of a format without lines).

    `text` equals the canonical text from `start` to `end`. `size` is the font size in points of
    most of its letters, `bold` whether most of them are bold, `level` the heading level where the
    format declares one (1 to 6, else 0). `furniture` marks running heads, footers, page numbers.
    `gap_before` says that an empty line, or a gap wider than the leading, stands before it.
    """

    text: str
    page: int
    start: int
    end: int
    segments: tuple[Segment, ...] = ()
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    level: int = 0
    furniture: bool = False
    gap_before: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `number` from 1 in file order, its span in the canonical text, its lines."""

    number: int
    start: int
    end: int
    lines: tuple[Line, ...] = ()
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True)
class Document:
    """A file that was read: its canonical text, its pages, and what read it.

    `path` is as given; `sha256` is of the file's bytes; `reader` names library and version.
    """

    path: str
    sha256: str
    media_type: str
    reader: str
    text: str
    pages: tuple[Page, ...] = field(repr=False)

    @cached_property
    def text_sha256(self) -> str:
        """SHA-256 of the canonical text in UTF-8, hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that are not page furniture, in reading order."""
        return tuple(line for page in self.pages for line in page.lines if not line.furniture)

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.pages]

    def page_at(self, offset: int) -> int:
        """Return the number of the page on which the character at `offset` stands."""
        return self.pages[max(bisect_right(self._page_starts, offset) - 1, 0)].number
