"""Rows of printed tables whose cells hold whole sentences, wrapped and broken over pages.

Responsible body     Areas for priority action
This council and     This council and that board
that board           should do this.
That board           That board should do that:
                     • in this way
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final, TypeAlias

from trigpoint.extractors.documents import Line, Segment
from trigpoint.extractors.parts.cells import cells
from trigpoint.extractors.parts.markup import BULLET

Lines: TypeAlias = tuple[Line, ...]

_NUMBERED: Final = re.compile(r"\s*\(?\d{1,2}[.)]\s+\S")
_ENDED: Final = re.compile(r"[.!?:;]['\"”’)]*\d{0,2}$")
_BEGINS: Final = re.compile(r"[‘“'\"(]?[A-Z]")
_SAME_EDGE: Final = 6.0  # points
_APART: Final = 100.0  # points from the left edge of one column to that of the next, at least
_WIDER: Final = 0.3  # points by which a row's border widens the usual step from line to line
_LEAST_LEADING: Final = 0.8  # from line to line inside a paragraph, in heights of a line
_MOST_LEADING: Final = 1.45
_WIDE: Final = 1.25  # a gap between paragraphs, in usual steps


@dataclass(frozen=True, slots=True)
class Row:
    """A row of two cells, each the lines of it."""

    left: Lines
    right: Lines


@dataclass(slots=True)
class _Draft:
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)


def paragraphs(lines: Sequence[Line]) -> tuple[Lines, ...]:
    """Return the lines of each paragraph, or row of one cell; bullets below it belong to it."""
    worded = [line for line in lines if any(map(str.isalnum, line.text))]
    if all(map(_is_whole, worded)):
        return tuple((line,) for line in worded)
    return tuple(_paragraphs(worded))


def _is_whole(line: Line) -> bool:
    """Tell whether a line without a position begins and ends as a paragraph does."""
    return line.box is None and bool(_BEGINS.match(line.text) and _ENDED.search(line.text))


def _paragraphs(lines: Sequence[Line]) -> Iterator[Lines]:
    edge, leading = min(map(_left, lines), default=0.0), _usual_step(lines)
    paragraph = list(lines[:1])
    for before, line in pairwise(lines):
        at_edge = _left(line) <= edge + _SAME_EDGE and not BULLET.match(line.text)
        if at_edge and _starts_anew(before, line, leading):
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield tuple(paragraph)


def _starts_anew(before: Line, line: Line, leading: float) -> bool:
    if _NUMBERED.match(line.text):
        return True
    ended, begins = bool(_ENDED.search(before.text)), bool(_BEGINS.match(line.text))
    step = _step(before, line)
    if not step:
        return ended and begins and (line.gap_before or line.page != before.page)
    return begins and (step > leading * _WIDE or (ended and step > leading + _WIDER))


def two_columns(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of a table of two columns, its head row first; none where it has but one.

    A head row printed again on the next page is left out. Without positions the cells tell.
    """
    middle = _middle(lines)
    if middle is None:
        return tuple(_rows_of_cells(lines))
    rows = _rows(lines, middle)
    head = (_words(rows[0].left), _words(rows[0].right))
    once = [row for row in rows[1:] if (_words(row.left), _words(row.right)) != head]
    return tuple(Row(tuple(row.left), tuple(row.right)) for row in _whole([rows[0], *once]))


def is_table(lines: Sequence[Line]) -> bool:
    """Tell whether lines are a table of two columns with a head row."""
    rows = two_columns(lines)
    return bool(rows and rows[0].left and rows[0].right and rows[0] not in below_head(rows))


def below_head(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows that are no head: that one is bold, or the first where no type tells."""
    plain = all(line.box is None and not line.bold for row in rows for line in row.left)
    return tuple(rows[1:] if plain else (row for row in rows if not _is_bold(row)))


def _is_bold(row: Row | _Draft) -> bool:
    return all(line.bold for line in (*row.left, *row.right))


def _rows_of_cells(lines: Sequence[Line]) -> Iterator[Row]:
    """Yield the rows whose two cells stand on one line, with the lines that go on below."""
    row: Row | None = None
    for line in lines:
        pair = cells(line)
        if len(pair) > 1 and line.box is None:
            yield from (row,) if row else ()
            left, right = _part(line, pair[:1]), _part(line, pair[1:])
            row = Row((left,), (right,))
        elif row and not line.gap_before:
            row = replace(row, right=(*row.right, line))
    yield from (row,) if row else ()


def _middle(lines: Sequence[Line]) -> float | None:
    """Return the left edge of the second column, or None where nothing stands that far right."""
    edges = [cell.left for line in lines for cell in cells(line) if cell.left is not None]
    far = [edge for edge in edges if edge > min(edges) + _APART]
    return min(far, default=None)


def _rows(lines: Sequence[Line], middle: float) -> list[_Draft]:
    """Part the lines where a left cell begins: after a right cell, or below a gap."""
    rows = [_Draft()]
    leading = _usual_step([line for line in lines if _left(line) < middle - _SAME_EDGE])
    for line in lines:
        left, right = _split(line, middle)
        if left:
            if _is_next_row(rows[-1], left, leading, beside=right is not None):
                rows.append(_Draft())
            rows[-1].left.append(left)
        elif right and _is_over(rows[-1], right):
            rows.append(_Draft())
        if right:
            rows[-1].right.append(right)
    return rows


def _is_over(row: _Draft, right: Line) -> bool:
    """Tell whether a row is a head, and a piece below it on the right the rest of a broken row."""
    return bool(row.left) and _is_bold(row) and not right.bold


def _split(line: Line, middle: float) -> tuple[Line | None, Line | None]:
    right = [cell for cell in line.segments if (cell.left or 0.0) >= middle - _SAME_EDGE]
    left = [cell for cell in line.segments if cell not in right]
    return _part(line, left) if left else None, _part(line, right) if right else None


def _part(line: Line, segments: Sequence[Segment]) -> Line:
    """Return what of a line stands in a column, as a line of its own."""
    if len(segments) == len(line.segments):
        return line
    first, last = segments[0], segments[-1]
    text = line.text[first.start - line.start : last.end - line.start]
    box = line.box and replace(
        line.box, left=first.left or line.box.left, right=last.right or line.box.right
    )
    return replace(
        line, text=text, start=first.start, end=last.end, segments=tuple(segments), box=box
    )


def _is_next_row(row: _Draft, left: Line, leading: float, *, beside: bool) -> bool:
    """Tell whether a piece of the left column begins another row than the one being read."""
    if not row.left:
        return bool(row.right)
    step = _step(row.left[-1], left)
    if beside and row.right and row.right[-1].end < left.start and 0 < step <= leading * _WIDE:
        return row.left[-1].bold != left.bold or row.right[-1].page != left.page
    return bool(row.right) or step > leading * _WIDE


def _whole(rows: Sequence[_Draft]) -> list[_Draft]:
    """Join the rows that a page break has cut, and left cells with a gap in them."""
    lefts = [_words(row.left) for row in rows]
    whole: list[_Draft] = []
    for row in rows:
        before = whole[-1] if whole else None
        if before and (not before.right or _goes_on(before, row, lefts)):
            before.left += row.left
            before.right += row.right
        else:
            whole.append(row)
    return whole


def _goes_on(before: _Draft, row: _Draft, lefts: Sequence[str]) -> bool:
    """Tell whether a row is the rest of one that began on the page before."""
    last, first = before.right[-1], (row.left or row.right)[0]
    if first.page == last.page:
        return False
    if not row.right or not row.left:
        return True
    runs_on = not _ENDED.search(last.text) and not _BEGINS.match(row.right[0].text)
    return runs_on or _words([*before.left, *row.left]) in lefts


def _words(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _left(line: Line) -> float:
    return line.box.left if line.box else 0.0


def _step(one: Line, other: Line) -> float:
    """Return how far below a line another stands, in points; 0 on another page, or unknown."""
    if one.box is None or other.box is None or one.page != other.page:
        return 0.0
    return max(other.box.bottom - one.box.bottom, 0.0)


def _usual_step(lines: Sequence[Line]) -> float:
    """Return the distance from line to line inside a paragraph, in points; 0 where unknown."""
    heights = sorted(line.box.bottom - line.box.top for line in lines if line.box)
    if not heights:
        return 0.0
    height = heights[len(heights) // 2]
    steps = sorted(_step(one, other) for one, other in pairwise(lines))
    near = [step for step in steps if _LEAST_LEADING < step / height < _MOST_LEADING]
    return near[len(near) // 4] if near else _MOST_LEADING * height
