"""The words of a record of judgements with their places: what the aligner works on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.extractors.documents import Line, Segment
from trigpoint.extractors.parts.markup import clean

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_TITLE: Final = re.compile(
    r"\bSECT(?:\s*T?ION)?\s+\d+:?(?:\s+[A-Z][A-Z,'’&-]+\b)*|\b[A-Z]{4,}(?:\s+[A-Z]{3,})+\b"
)
_TITLE_LINE: Final = re.compile(r"\W*(?:<b>)?\s*section\s+\d+\b\D*$", re.IGNORECASE)
_STRONG_LINE: Final = re.compile(r"\s*(?:<b>[^<\d]+</b>|\*\*[^*\d]+\*\*)\s*")
_BROKEN_OFF: Final = re.compile(r"^SECT\s*T?ION\b")
_HEADER: Final = re.compile(
    r"(?:No\b\W*)?Required\s+Inspection\s+Judgements?(?:\W+Grade)?(?:\W+(?:NI\b|NF\b|Fieldwork))?",
    re.IGNORECASE,
)
_UNSEEN: Final = re.compile(r"NI|NF|Fieldwork\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of the table; `top` and `bottom` in points, or the place of its line.

    `segment` is the cell that holds nothing but this word, if one does.
    """

    text: str
    start: int
    end: int
    line: int
    page: int
    top: float
    bottom: float
    segment: int | None

    @property
    def middle(self) -> float:
        """How far down the page the middle of its line is."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Title:
    """A section title inside the table."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Grid:
    """The table's lines below its header, their words, and the titles between the rows."""

    header: Line | None
    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    titles: tuple[Title, ...]

    @property
    def flags(self) -> bool:
        """Whether a column has a flag, and not a grade, for items judged without fieldwork."""
        return self.header is not None and "fieldwork" in self.header.text.lower()

    def title_above(self, offset: int) -> str:
        """Return the section title that stands last before `offset`, or nothing."""
        place = bisect_right([title.start for title in self.titles], offset)
        return self.titles[place - 1].text if place else ""

    def is_unseen(self, word: Word) -> bool | None:
        """Return whether a word stands in that column, or None where columns are lost."""
        if self.header is None or word.segment is None:
            return None
        line = self.lines[word.line]
        cell = line.segments[word.segment]
        if cell.left is not None:
            return _is_unseen(min(self.header.segments, key=lambda head: _apart(head, cell)))
        if len(line.segments) != len(self.header.segments):
            return None
        return _is_unseen(self.header.segments[word.segment])


def grid(lines: Sequence[Line]) -> Grid:
    """Make the grid of a table from its lines, header and all."""
    heads = [line for line in lines if _HEADER.fullmatch(clean(line.text).strip("*_ "))]
    header = heads[0] if heads else None
    below = tuple(line for line in lines if line not in heads)
    return Grid(
        header=header,
        lines=below,
        words=tuple(word for place, line in enumerate(below) for word in _words(line, place)),
        titles=tuple(_joined(_all_titles(below))),
    )


def _all_titles(lines: Sequence[Line]) -> Iterator[Title]:
    for line in lines:
        for start, end in _titles(line):
            text = _BROKEN_OFF.sub("SECTION", clean(line.text[start:end]))
            yield Title(text, line.start + start, line.start + end)


def _joined(titles: Iterable[Title]) -> list[Title]:
    """Join titles that run on in the next line."""
    joined: list[Title] = []
    for title in titles:
        last = joined[-1] if joined else None
        if last and title.text[:1].islower() and title.start <= last.end + 1:
            joined[-1] = Title(f"{last.text} {title.text}", last.start, title.end)
        else:
            joined.append(title)
    return joined


def _titles(line: Line) -> Iterator[tuple[int, int]]:
    strong = _STRONG_LINE.fullmatch(line.text) or (line.bold and not re.search(r"\d", line.text))
    if strong or _TITLE_LINE.match(line.text):
        yield 0, len(line.text)
    else:
        for found in _TITLE.finditer(line.text):
            yield found.span()


def _words(line: Line, place: int) -> Iterator[Word]:
    passed_over = [*_titles(line), *(found.span() for found in _HEADER.finditer(line.text))]
    top, bottom = (line.box.top, line.box.bottom) if line.box else (place, place)
    for found in _WORD.finditer(line.text):
        if not any(a <= found.start() < b for a, b in passed_over):
            start, end = line.start + found.start(), line.start + found.end()
            alone = _alone(line, start, end)
            yield Word(found[0], start, end, place, line.page, top, bottom, alone)


def _alone(line: Line, start: int, end: int) -> int | None:
    cells = enumerate(line.segments)
    return next((n for n, cell in cells if (cell.start, cell.end) == (start, end)), None)


def _is_unseen(cell: Segment) -> bool:
    return bool(_UNSEEN.fullmatch(clean(cell.text).strip("*_ ")))


def _apart(head: Segment, cell: Segment) -> float:
    return abs(_centre(head) - _centre(cell))


def _centre(cell: Segment) -> float:
    return ((cell.left or 0.0) + (cell.right or cell.left or 0.0)) / 2
