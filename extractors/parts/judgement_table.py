"""Tables of judgements on a printed page: labels on the left, grades on the right, both wrapped.

A grade may stand beside its label, between its lines, above it or below; its own words may be
broken over lines. Words are read by place: fragments of grades are joined into cells, lines on the
left into labels of the framework, and each cell goes to the label beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import Final

from trigpoint.extractors.documents import Document, Line, Page
from trigpoint.extractors.findings import Evidence
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.graded import Wording, cell_words
from trigpoint.extractors.parts.markup import clean

_LEADING: Final = 1.6  # most distance of two lines of a cell, in heights
_COLUMN: Final = 60.0  # points by which lines of a centred cell may be shifted
_ROW: Final = 40.0  # points from the middle of a label to that of its grade, at most
_MARGIN: Final = 40.0  # points by which the column of grades is set in, at least
_LINES: Final = 4  # a label has no more
_LEAST_ROWS: Final = 2
_LONGEST_GRADE: Final = 40  # letters


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line in one column; places in points, or in lines where there are none."""

    text: str
    start: int
    end: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Row:
    """A judged item: its key, the label and the grade as printed, lines joined, and its words.

    `places` are the runs of the row in the text, `place` the one that best shows the grade.
    """

    key: str
    label: str
    grade: str
    place: Evidence
    places: tuple[Evidence, ...]
    confidence: float


_Group = tuple[Piece, ...]


def judgement_table(
    document: Document, wording: Wording
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows of the page that has most, and overleaf; and like rows on other pages.

    Those head the chapters on an item: label on the left, grade on the right.
    """
    by_page = [tuple(_rows(document, page, wording)) for page in document.pages]
    best = max(range(len(by_page)), key=lambda n: len(by_page[n]), default=0)
    if not by_page or len(by_page[best]) < _LEAST_ROWS:
        return (), ()
    elsewhere = (*by_page[:best], *by_page[best + 2 :])
    return _flat(by_page[best : best + 2]), _flat(elsewhere)


def _flat(pages: Iterable[tuple[Row, ...]]) -> tuple[Row, ...]:
    return tuple(chain.from_iterable(pages))


def _rows(document: Document, page: Page, wording: Wording) -> Iterator[Row]:
    lines = [line for line in page.lines if not line.furniture]
    if not any(_may_grade(cell.text, wording) for line in lines for cell in line.segments):
        return
    pieces = [one for at, line in enumerate(lines) for one in _pieces(line, at, wording)]
    cells = [cell for cell in _cells(pieces, wording) if wording.is_grade(_text(cell))]
    used = {piece for cell in cells for piece in cell}
    others = [piece for piece in pieces if piece not in used]
    margin = min((piece.left for piece in others), default=0.0)
    cells = [cell for cell in cells if cell[0].left > margin + _MARGIN]
    labels = [*_labels(_beside(cells, others), wording)]
    for (key, label), cell, sure in _paired(labels, cells):
        yield _row(document, key, label, cell, sure=sure)


def _beside(cells: Sequence[_Group], others: Sequence[Piece]) -> list[Piece]:
    """Return what stands left of the column of grades, no further up or down than a row."""
    column = [piece for cell in cells for piece in cell]
    if not column:
        return []
    edge = min(piece.left for piece in column)
    top = min(piece.top for piece in column) - 2 * _ROW
    bottom = max(piece.bottom for piece in column) + 2 * _ROW
    return [one for one in others if one.left < edge and top < one.top and one.bottom < bottom]


def _may_grade(text: str, wording: Wording) -> bool:
    """Tell quickly a whole cell, or a label with its grade, from a line of running text."""
    if len(text) <= _LONGEST_GRADE:
        return wording.is_fragment(text)
    return text[-1].isalpha() and bool(_cut(text, wording))


def _pieces(line: Line, place: int, wording: Wording) -> Iterator[Piece]:
    top, bottom = (line.box.top, line.box.bottom) if line.box else (place * 20.0, place * 20.0 + 10)
    for n, cell in enumerate(line.segments):
        left = n * 1000.0 if cell.left is None else cell.left
        right = left + 900 if cell.right is None else cell.right
        cut = _cut(cell.text, wording)
        middle = left + (right - left) * cut / max(len(cell.text), 1)
        for begin, end, a, b in ((0, cut, left, middle), (cut, len(cell.text), middle, right)):
            if words := cell.text[begin:end].strip():
                start = cell.start + cell.text.index(words, begin)
                yield Piece(words, start, start + len(words), a, b, top, bottom)


def _cut(text: str, wording: Wording) -> int:
    """Return where a grade begins that stands in one run with its label, else 0."""
    parted = wording.parted(text) if wording.ends_in_grade(text) else None
    if parted is None or not parted[1][0].isupper() or not text.endswith(parted[1]):
        return 0
    return len(text) - len(parted[1])


def _cells(pieces: Sequence[Piece], wording: Wording) -> Iterator[_Group]:
    cell: _Group = ()
    for piece in sorted(pieces, key=lambda piece: piece.top):
        if not wording.is_fragment(piece.text):
            continue
        if cell and _near(cell[-1], piece) and wording.is_fragment(_text((*cell, piece))):
            cell = (*cell, piece)
        else:
            yield from (cell,) if cell else ()
            cell = (piece,)
    yield from (cell,) if cell else ()


def _near(above: Piece, below: Piece) -> bool:
    height = above.bottom - above.top
    overlap = min(above.right, below.right) - max(above.left, below.left)
    beside = overlap > 0 or abs(above.left - below.left) < _COLUMN
    return beside and below.top - above.top < _LEADING * max(height, 10.0)


def _text(group: _Group) -> str:
    return " ".join(piece.text for piece in group)


def _labels(pieces: Sequence[Piece], wording: Wording) -> Iterator[tuple[str, _Group]]:
    """Yield each item's label: the longest run of lines on the left that the framework knows."""
    by_line = [
        tuple(run) for _, run in groupby(pieces, key=lambda piece: (piece.top, piece.bottom))
    ]
    lines = sorted(by_line, key=lambda line: line[0].top)
    at = 0
    while at < len(lines):
        step = 1
        for length in range(min(_LINES, len(lines) - at), 0, -1):
            group = tuple(piece for line in lines[at : at + length] for piece in line)
            if key := wording.item(_text(group)):
                yield key, group
                step = length
                break
        at += step


def _paired(
    labels: Sequence[tuple[str, _Group]], cells: Sequence[_Group]
) -> Iterator[tuple[tuple[str, _Group], _Group, bool]]:
    """Pair labels with the cells beside them: in order where they are as many, else the nearest."""
    in_order = len(labels) == len(cells) and all(
        _apart(label, cell) < _ROW for (_, label), cell in zip(labels, cells, strict=True)
    )
    if in_order:
        for one, cell in zip(labels, cells, strict=True):
            yield one, cell, True
        return
    near = sorted(
        (_apart(label, cell), a, b)
        for a, (_, label) in enumerate(labels)
        for b, cell in enumerate(cells)
    )
    taken: dict[int, int] = {}
    for distance, a, b in near:
        if distance < _ROW and a not in taken and b not in taken.values():
            taken[a] = b
    in_row = all(taken[a] < taken[b] for a, b in pairwise(sorted(taken)))
    for a in sorted(taken):
        yield labels[a], cells[taken[a]], in_row


def _apart(label: _Group, cell: _Group) -> float:
    return abs(_middle(label) - _middle(cell))


def _middle(group: _Group) -> float:
    return (min(piece.top for piece in group) + max(piece.bottom for piece in group)) / 2


def _row(document: Document, key: str, label: _Group, cell: _Group, *, sure: bool) -> Row:
    places = tuple(_runs(document, (*label, *cell)))
    shown = next(one for one in places if one.start <= cell[0].start < one.end)
    return Row(
        key=key,
        label=clean(_text(label)),
        grade=cell_words(_text(cell)),
        place=shown,
        places=places,
        confidence=0.99 if sure else 0.9,
    )


def _runs(document: Document, group: _Group) -> Iterator[Evidence]:
    """Yield the words of a row as runs of the text with nothing but white space between."""
    pieces = sorted(group, key=lambda piece: piece.start)
    start, end = pieces[0].start, pieces[0].end
    for piece in pieces[1:]:
        if document.text[end : piece.start].strip():
            yield evidence(document, start, end)
            start = piece.start
        end = piece.end
    yield evidence(document, start, end)
