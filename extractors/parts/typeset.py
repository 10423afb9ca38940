"""Headings that a printed page sets apart by type: bold, larger, or both.

Formats that declare headings, or print them alone between empty lines, are ranked on one scale
with them: the size of the type in points, or what it would be.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest
from typing import Final

from trigpoint.extractors.documents import Line
from trigpoint.extractors.parts.cells import cells
from trigpoint.extractors.parts.headings import heading_level
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.setting import Setting

_LARGER: Final = 1.03
_UNSIZED: Final = 20  # what a heading of level 0 would be set in, in points
_LEADING: Final = 1.7  # most distance from line to line within a heading, in heights of type
_JUMP: Final = 150.0  # points
_CONTENTS: Final = re.compile(r"[.\s]*\d{1,3}")
_FOOTNOTE: Final = re.compile(r"(?<=[^\W\d][?:.)])\s?\d{1,2}$|(?<=[^\W\d])\d{1,2}$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading over one or more lines; `first` and `after` are places in the sequence of lines.

    `text` is without markup and footnote sign; `size` ranks it, in points.
    """

    text: str
    size: float
    bold: bool
    lines: tuple[Line, ...]
    first: int

    @property
    def after(self) -> int:
        """The place of the first line below."""
        return self.first + len(self.lines)

    @property
    def page(self) -> int:
        """The number of its page."""
        return self.lines[0].page

    @property
    def start(self) -> int:
        """Where it begins in the canonical text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends in the canonical text."""
        return self.lines[-1].end


def body_size(lines: Sequence[Line]) -> float | None:
    """Return the size of most of the text in points, None where no size is known."""
    letters: defaultdict[float | None, int] = defaultdict(int)
    for line in lines:
        letters[line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, count in letters.items():
        if size is not None:
            sizes[round(size, 1)] += count
    return sizes.most_common(1)[0][0] if sizes else None


def headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return the headings among the lines of a document; entries of its contents are none."""
    return tuple(_headings(lines))


def in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines from top to bottom on every page whose text jumps back far up.

    A box is drawn last, wherever it stands. Columns make smaller jumps and stay as they are.
    """
    pages = [tuple(page) for _, page in groupby(lines, key=lambda line: line.page)]
    return tuple(line for page in pages for line in (_sorted(page) if _jumps(page) else page))


def _jumps(page: Sequence[Line]) -> bool:
    boxes = [line.box for line in page if line.box]
    return any(before.top - box.top > _JUMP for before, box in pairwise(boxes))


def _sorted(page: Sequence[Line]) -> list[Line]:
    return sorted(page, key=lambda line: line.box.top if line.box else 0.0)


def paragraphs(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Return every paragraph as if it were a heading: for pages that set nothing apart by type."""
    starts = [n for n in range(len(lines)) if not n or _is_apart(lines[n - 1], lines[n])]
    return tuple(
        _heading(lines[start:stop], (lines[start].size or 0.0, lines[start].bold), start)
        for start, stop in pairwise([*starts, len(lines)])
    )


def _is_apart(before: Line, line: Line) -> bool:
    """Tell whether a line begins a paragraph; without positions, a row of cells is one."""
    rows = line.box is None and max(len(cells(before)), len(cells(line))) > 1
    return line.gap_before or rows


def _headings(lines: Sequence[Line]) -> Iterator[Heading]:
    body = body_size(lines)
    ranks = [_rank(line, after, body) for line, after in zip_longest(lines, lines[1:])][
        : len(lines)
    ]
    first = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and ranks[at] == ranks[first] and _runs_on(lines[at - 1], lines[at]):
            continue
        if rank := ranks[first]:
            yield _heading(lines[first:at], rank, first)
        first = at


def _rank(line: Line, after: Line | None, body: float | None) -> tuple[float, bool] | None:
    """Return the size and boldness of a heading, None for a line that is none."""
    if _is_entry(line) or not any(map(str.isalpha, line.text)):
        return None
    if line.level:
        return _UNSIZED - line.level, True
    if line.size is not None and body is not None:
        set_apart = line.bold or line.size > _LARGER * body
        return (round(line.size, 1), line.bold) if set_apart else None
    level = heading_level(line, after, Setting(body))
    return (_UNSIZED - level, True) if level else None


def _is_entry(line: Line) -> bool:
    """Tell an entry of the contents: its page number stands far to the right."""
    return (
        len(line.segments) > 1
        and bool(_CONTENTS.fullmatch(line.segments[-1].text))
        and (line.segments[-1].left is None or line.segments[-1].left > 300)
    )


def _runs_on(before: Line, line: Line) -> bool:
    if line.page != before.page or line.level:
        return False
    if line.box is None or before.box is None:
        return False
    height = max(line.size or 0.0, before.box.bottom - before.box.top)
    return 0 < line.box.top - before.box.top < _LEADING * height and not line.gap_before


def _heading(lines: Sequence[Line], rank: tuple[float, bool], first: int) -> Heading:
    text = clean(" ".join(line.text for line in lines)).strip()
    return Heading(_FOOTNOTE.sub("", text).rstrip(), *rank, tuple(lines), first)
