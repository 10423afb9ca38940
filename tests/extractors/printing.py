"""Printed pages made in a test: lines with their places, as a PDF has them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from trigpoint.extractors.documents import Box, Document
from trigpoint.extractors.documents.furniture import mark_furniture
from trigpoint.extractors.documents.layout import Cell, LineDraft, PageDraft, lay_out

Sheet: TypeAlias = Sequence[LineDraft]

_LETTER = 6.0
_HEIGHT = 12.0
LEADING = 14.5


def line(
    top: float,
    *cells: tuple[float, str],
    size: float = 12.0,
    bold: bool = False,
    gap: bool = False,
) -> LineDraft:
    """Return one line, each cell at its left edge."""
    placed = tuple(Cell(text, left, left + _LETTER * len(text)) for left, text in cells)
    right = max(cell.right or 0.0 for cell in placed)
    box = Box(cells[0][0], top, right, top + _HEIGHT)
    return LineDraft(placed, box, size=size, bold=bold, gap_before=gap)


def block(top: float, left: float, *texts: str, bold: bool = False) -> list[LineDraft]:
    """Return lines one below the other, a gap before the first."""
    return [
        line(top + n * LEADING, (left, text), bold=bold, gap=n == 0) for n, text in enumerate(texts)
    ]


def bullet(top: float, left: float, *texts: str, sign: str = "◼") -> list[LineDraft]:
    """Return a bullet and the lines that hang below it."""
    first = line(top, (left, sign), (left + 18, texts[0]), gap=True)
    rest = [line(top + n * LEADING, (left + 18, text)) for n, text in enumerate(texts[1:], 1)]
    return [first, *rest]


def heading(top: float, text: str, *, left: float = 57.0) -> LineDraft:
    """Return a heading in bold type, larger than the text."""
    return line(top, (left, text), size=14.0, bold=True, gap=True)


def printed(*sheets: Iterable[LineDraft]) -> Document:
    """Return a document of these pages."""
    text, pages = lay_out(PageDraft(tuple(sheet), 595.0, 842.0) for sheet in sheets)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document("it.pdf", sha256, "application/pdf", "x 1", text, mark_furniture(pages))
