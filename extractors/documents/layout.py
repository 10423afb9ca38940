"""From drafts, which know only their words, to pages and lines with places in the canonical text.

Every reader makes drafts; offsets are counted here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from trigpoint.extractors.documents.model import Box, Line, Page, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Cell(NamedTuple):
    """Words that become one segment, folded; an empty cell has none. Edges in points if known."""

    text: str
    left: float | None = None
    right: float | None = None


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A line before it has a place. `glued` lines follow the one before without a space."""

    cells: tuple[Cell, ...]
    box: Box | None = None
    size: float | None = None
    bold: bool = False
    level: int = 0
    gap_before: bool = False
    glued: bool = False


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page before it has a place; width and height in points where known."""

    lines: tuple[LineDraft, ...]
    width: float | None = None
    height: float | None = None


Laid: TypeAlias = tuple[str, tuple[Page, ...]]
"""A canonical text and the pages that stand in it."""


def fold(text: str) -> str:
    """Fold white space to single spaces and trim, as the canonical text does."""
    return " ".join(text.split())


def cells_of(texts: Iterable[str]) -> tuple[Cell, ...]:
    """Make cells without positions, empty ones too; none at all where all are empty."""
    cells = tuple(Cell(fold(text)) for text in texts)
    return cells if any(cell.text for cell in cells) else ()


def lay_out(drafts: Iterable[PageDraft]) -> Laid:
    """Give every page, line and segment its place in the canonical text."""
    texts: list[str] = []
    pages: list[Page] = []
    start = 0
    for number, draft in enumerate(drafts, 1):
        lines = tuple(_lines(draft.lines, number, start))
        text = _page_text(lines)
        pages.append(Page(number, start, start + len(text), lines, draft.width, draft.height))
        texts.append(text)
        start += len(text) + 1
    return "\f".join(texts), tuple(pages)


def _page_text(lines: tuple[Line, ...]) -> str:
    parts: list[str] = []
    end = lines[0].start if lines else 0
    for line in lines:
        parts.append(" " * (line.start - end) + line.text)
        end = line.end
    return "".join(parts)


def _lines(drafts: Iterable[LineDraft], page: int, page_start: int) -> Iterator[Line]:
    end = page_start
    for draft in drafts:
        start = end if draft.glued or end == page_start else end + 1
        line = _line(draft, page, start)
        end = line.end
        yield line


def _line(draft: LineDraft, page: int, start: int) -> Line:
    return Line(
        text=(text := " ".join([cell.text for cell in draft.cells if cell.text])),
        page=page,
        start=start,
        end=start + len(text),
        segments=tuple(_segments(draft.cells, start)),
        box=draft.box,
        size=draft.size,
        bold=draft.bold,
        level=draft.level,
        gap_before=draft.gap_before,
    )


def _segments(cells: Iterable[Cell], line_start: int) -> Iterator[Segment]:
    end = line_start
    for text, left, right in cells:
        start = end + 1 if text and end > line_start else end
        end = start + len(text)
        yield Segment(text, start, end, left, right)
