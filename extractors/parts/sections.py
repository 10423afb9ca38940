"""The parts of a printed report: what stands under each heading, without its footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.extractors.documents import Document, Line, Page
from trigpoint.extractors.parts.cells import cells
from trigpoint.extractors.parts.markup import BULLET
from trigpoint.extractors.parts.typeset import Heading, body_size, headings

_SMALLER: Final = 0.9  # footnotes are set smaller than this share of the running text
_SIGN: Final = re.compile(r"(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Section:
    """The lines below a heading, up to the next one; what stands before the first has no title.

    `heading` are the lines of the title; `notes` the signs of the footnotes on its pages.
    """

    title: str
    heading: tuple[Line, ...]
    lines: tuple[Line, ...]
    notes: frozenset[str] = frozenset()


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections of a document in reading order; footnotes stand in none."""
    return tuple(_sections(document))


def _sections(document: Document) -> Iterator[Section]:
    lines, signs = _body(document)
    found = [heading for heading in headings(lines) if _is_heading(heading)]
    ends = [*(heading.first for heading in found), len(lines)]
    if ends[0]:
        yield _section(None, lines[: ends[0]], signs)
    for heading, end in zip(found, ends[1:], strict=True):
        yield _section(heading, lines[heading.after : end], signs)


def _is_heading(heading: Heading) -> bool:
    """Tell a heading from the head row of a table and from a bullet in bold type."""
    first = heading.lines[0]
    return len(cells(first)) < 2 and not BULLET.match(first.text)


def _section(
    heading: Heading | None, lines: Sequence[Line], signs: dict[int, frozenset[str]]
) -> Section:
    head = heading.lines if heading else ()
    pages = {line.page for line in (*head, *lines)}
    notes = frozenset[str]().union(*(signs[page] for page in pages if page in signs))
    return Section(heading.text if heading else "", head, tuple(lines), notes)


def _body(document: Document) -> tuple[tuple[Line, ...], dict[int, frozenset[str]]]:
    """Return the lines that belong to the text, and the signs of the footnotes on each page."""
    size = body_size(document.lines)
    notes = {page.number: _footnotes(page, size) for page in document.pages}
    dropped = {line.start for foot in notes.values() for line in foot}
    lines = tuple(line for line in document.lines if line.start not in dropped)
    found = {page: frozenset(_signs(foot)) for page, foot in notes.items() if foot}
    return lines, found


def _footnotes(page: Page, size: float | None) -> tuple[Line, ...]:
    """Return the small lines at the foot of a page, from the first that begins with a number."""
    foot: list[Line] = []
    for line in reversed(page.lines):
        if line.furniture:
            continue
        if size is None or line.size is None or line.size > size * _SMALLER:
            break
        foot.insert(0, line)
    signed = (place for place, line in enumerate(foot) if _SIGN.match(line.text))
    return tuple(foot[next(signed, len(foot)) :])


def _signs(notes: Sequence[Line]) -> Iterator[str]:
    for line in notes:
        if sign := _SIGN.match(line.text):
            yield sign[1]
