"""Printed lines and their segments, from the words of a PDF page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from trigpoint.extractors.documents.layout import Cell, LineDraft
from trigpoint.extractors.documents.model import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from trigpoint.extractors.documents.pdf_chars import CharPage, Font, Word

_WIDE = 0.6  # a gap that parts segments, in heights of a line: 0.3 is usual, columns have more
_SAME_LINE = 0.7  # share of the lower word that two words of a line share; cells shift by 0.5
_RAISED = 0.4  # the same for a footnote sign, which is smaller than the words beside it
_SMALLER = 0.8
_LEADING = 1.2  # usual distance of lines in heights, where a page has too few to measure
_LOOSE = 1.25  # a gap before a line, in usual distances
_ENOUGH = 6


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of one printed line, and the box around them."""

    words: list[Word]
    box: Box


def page_lines(chars: CharPage) -> tuple[LineDraft, ...]:
    """Draft the lines of a page in PDFium's reading order."""
    rows = [_row(words) for words in _printed_lines(chars)]
    leading = _leading(rows)
    return tuple(
        _draft(row, chars, gap_before=before is not None and _is_gap(before, row, leading))
        for before, row in zip([None, *rows], rows, strict=False)
    )


def _printed_lines(chars: CharPage) -> list[list[Word]]:
    """Follow the paper where PDFium breaks lines too rarely, or at a raised footnote sign."""
    lines: list[list[Word]] = []
    for run in chars.runs():
        for words in _split_levels(run):
            if lines and _goes_on(lines[-1][-1], words[0]):
                lines[-1].extend(words)
            else:
                lines.append(words)
    return lines


def _goes_on(before: Word, after: Word) -> bool:
    return after.left >= before.left and _same_level(before, after) and not _apart(before, after)


def _split_levels(run: list[Word]) -> Iterator[list[Word]]:
    """Part the words of one of PDFium's lines where they stand on different levels."""
    start = 0
    for at in range(1, len(run)):
        if not _same_level(run[at - 1], run[at]):
            yield run[start:at]
            start = at
    yield run[start:]


def _same_level(one: Word, other: Word) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    lower, higher = sorted((one.bottom - one.top, other.bottom - other.top))
    return shared >= lower * (_RAISED if lower < _SMALLER * higher else _SAME_LINE)


def _row(words: list[Word]) -> _Row:
    return _Row(
        words,
        Box(
            min([word.left for word in words]),
            min([word.top for word in words]),
            max([word.right for word in words]),
            max([word.bottom for word in words]),
        ),
    )


def _draft(row: _Row, chars: CharPage, *, gap_before: bool) -> LineDraft:
    font = _usual_font(row.words, chars)
    return LineDraft(
        cells=tuple(_cells(row.words)),
        box=row.box,
        size=font.size,
        bold=font.bold,
        gap_before=gap_before,
        glued=row.words[0].glued,
    )


def _usual_font(words: Sequence[Word], chars: CharPage) -> Font:
    """Take the font of most of three words: the first, the middle and the last."""
    sample = (words[len(words) // 2], words[0], words[-1])
    return Counter([chars.font(word.first) for word in sample]).most_common(1)[0][0]


def _cells(words: Sequence[Word]) -> Iterator[Cell]:
    start = 0
    for at in range(1, len(words)):
        if _apart(words[at - 1], words[at]):
            yield _cell(words[start:at])
            start = at
    yield _cell(words[start:])


def _apart(before: Word, after: Word) -> bool:
    """Tell whether two words of a line are far apart, or `after` stands left of `before`."""
    wide = _WIDE * (before.bottom - before.top)
    return not after.glued and not -wide < after.left - before.right < wide


def _cell(words: Sequence[Word]) -> Cell:
    parts = [word.text if word.glued else f" {word.text}" for word in words]
    text = "".join(parts).strip()
    return Cell(text, min([w.left for w in words]), max([w.right for w in words]))


def _leading(rows: Sequence[_Row]) -> float:
    """Measure the usual distance from line to line on a page, in heights of a line."""
    steps = [step for one, other in pairwise(rows) if 0 < (step := _step(one, other)) < 2]
    return sorted(steps)[len(steps) // 4] if len(steps) >= _ENOUGH else _LEADING


def _step(one: _Row, other: _Row) -> float:
    height = min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    return (other.box.bottom - one.box.bottom) / height if height > 0 else 0.0


def _is_gap(before: _Row, row: _Row, leading: float) -> bool:
    return _step(before, row) > _LOOSE * leading
