"""Lists under known headings: with their sub-headings, over boxes that stand between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.parts.items import Item, items
from trigpoint.extractors.parts.markup import BULLET
from trigpoint.extractors.parts.sections import Section

_BOX: Final = re.compile(r"(?:case|practice) (?:study|example)\b(?: \d+)?(?::.*)?", re.IGNORECASE)
_SAME_EDGE: Final = 3.0  # points
_FAR: Final = float("inf")


@dataclass(frozen=True, slots=True)
class Listed:
    """An item, the heading of its section, and the words that lead into its list."""

    item: Item
    section: str
    lead: str


def listed(
    document: Document,
    parts: Sequence[Section],
    title: re.Pattern[str],
    known: Sequence[re.Pattern[str]],
) -> tuple[Listed, ...]:
    """Return the items under the headings that match `title`, up to the next of the `known`.

    Where any item has a bullet, paragraphs are none.
    """
    found = tuple(_listed(document, parts, title, known))
    marked = tuple(one for one in found if one.item.marked)
    return marked or found


@dataclass(slots=True)
class _Reading:
    """The list being read: its heading, the edge of its bullets, whether a box stands open."""

    section: str = ""
    margin: float = 0.0
    edge: float = _FAR
    boxed: bool = False

    def enter(self, part: Section, *, wanted: bool) -> None:
        """Begin with the section of a known heading."""
        self.section = part.title if wanted else ""
        self.margin, self.edge, self.boxed = _left(part.heading), _FAR, False

    def go_on(self, part: Section) -> None:
        """Go on with a heading inside: of a part of the list, or of a box, or inside one."""
        inside = self.boxed and _left(part.heading) > self.margin + _SAME_EDGE
        self.boxed = inside or bool(_BOX.fullmatch(part.title))


def _listed(
    document: Document,
    parts: Sequence[Section],
    title: re.Pattern[str],
    known: Sequence[re.Pattern[str]],
) -> Iterator[Listed]:
    reading = _Reading()
    for part in parts:
        if any(one.fullmatch(part.title) for one in known):
            reading.enter(part, wanted=bool(title.fullmatch(part.title)))
        else:
            reading.go_on(part)
        if reading.section:
            if not reading.boxed:
                reading.edge = min(reading.edge, _edge(part.lines))
            lines = tuple(_outside_boxes(part.lines, reading.edge, boxed=reading.boxed))
            yield from _items(document, replace(part, lines=lines), reading.section)


def _left(heading: Sequence[Line]) -> float:
    return next((line.box.left for line in heading if line.box), 0.0)


def _items(document: Document, part: Section, section: str) -> Iterator[Listed]:
    lead = _lead(part.lines)
    heading = "" if part.title == section or _BOX.fullmatch(part.title) else part.title
    for item in items(document, part.lines):
        yield Listed(replace(item, heading=heading), section, lead)


def _edge(lines: Sequence[Line]) -> float:
    """Return the left edge of the first bullet in points."""
    marked = (line.box.left for line in lines if line.box and BULLET.match(line.text))
    return next(marked, _FAR)


def _outside_boxes(lines: Sequence[Line], edge: float, *, boxed: bool) -> Iterator[Line]:
    """Yield the lines that stand in no box: one ends where the list goes on at its own edge."""
    for line in lines:
        if _BOX.fullmatch(line.text):
            boxed = True
        elif boxed and BULLET.match(line.text) and line.box:
            boxed = abs(line.box.left - edge) > _SAME_EDGE
        if not boxed:
            yield line


def _lead(lines: Sequence[Line]) -> str:
    """Return the words before the first bullet, if they end with a colon."""
    first = next((n for n, line in enumerate(lines) if BULLET.match(line.text)), 0)
    lead = " ".join(line.text for line in lines[:first])
    return lead if lead.endswith(":") else ""
