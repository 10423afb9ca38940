"""Items of a printed list, whole: over lines and pages, with their sub-bullets.

    1. Do this, by:            • Do that, and go
       – one step              on over the page
       – another step          • do the other
    2. Do that.

The first marker says what an item begins with: a number, or a bullet at that indent. Bullets set
deeper belong to the item above them. Lines without a marker go on with the item, unless they begin
a paragraph of their own. Small print (footnotes) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Evidence
from trigpoint.extractors.parts.markup import BULLET, clean
from trigpoint.extractors.parts.passages import item_evidence, item_text, unmarked
from trigpoint.extractors.parts.typeset import body_size

_NUMBER: Final = re.compile(r"\s*(\d{1,3})[.)](?:\s+\S|[A-Z]|$)")
_DEEPER: Final = 9.0  # points by which a sub-bullet is set in
_HANGING: Final = 4.0  # points by which the lines below a marker are set in, at least
_SMALL: Final = 0.9  # of the size of the running text: footnotes
_SIGN: Final = re.compile(r"(\d{1,2})\s")
_ENDED: Final = re.compile(r"[.!?][)\]'’”\"]*\d?$")
_RULE: Final = re.compile(r"[\s_]+")


@dataclass(frozen=True, slots=True)
class Item:
    """An item without its number or bullet; `heading` is the sub-heading inside the list above it.

    `evidence` is one span for each run of the text; `marked` is false for a paragraph that stands
    as an item only because the list marks none.
    """

    text: str
    evidence: tuple[Evidence, ...]
    number: str = ""
    heading: str = ""
    marked: bool = True


@dataclass(frozen=True, slots=True)
class _Marker:
    """A number or bullet before an item, `left` in points where known."""

    number: str
    left: float | None


@dataclass(slots=True)
class _Draft:
    """An item while it is put together."""

    marker: _Marker | None
    lines: list[Line]
    topic: list[Line]


def items(
    document: Document,
    lines: Sequence[Line],
    is_heading: Callable[[Line], bool] = lambda _: False,
    *,
    numbered: bool = True,
) -> tuple[Item, ...]:
    """Return the items of the list that `lines` hold; their paragraphs where nothing is marked.

    Where `numbered` is false only bullets mark an item: numbers count the report's paragraphs.
    """
    size = body_size(document.lines)
    kept = [line for line in lines if not _is_aside(line, size)]
    titles = {line.start for line in _titles(kept)} if numbered else set()
    parts = _Parts(kept, lambda line: line.start in titles or is_heading(line), numbered=numbered)
    notes = _notes(document, {line.page for line in lines}, size)
    found = (_item(document, draft, notes) for draft in parts.drafts())
    return tuple(item for item in found if item.text)


def _notes(document: Document, pages: set[int], size: float | None) -> frozenset[str]:
    """Return the signs of the footnotes on some pages."""
    asides = (line for line in document.lines if line.page in pages and _is_aside(line, size))
    return frozenset(sign[1] for line in asides if (sign := _SIGN.match(line.text)))


def _titles(lines: Sequence[Line]) -> list[Line]:
    """Return the numbered lines, if each of them is but a title over bullets."""
    followed = [(line, after) for line, after in pairwise(lines) if _NUMBER.match(line.text)]
    over_bullets = all(
        BULLET.match(after.text) and line.text[-1].isalpha() for line, after in followed
    )
    return [line for line, _ in followed] if over_bullets and len(followed) > 1 else []


def _is_aside(line: Line, size: float | None) -> bool:
    small = size is not None and line.size is not None and line.size < _SMALL * size
    return small or bool(_RULE.fullmatch(line.text))


def _marker(line: Line) -> _Marker | None:
    left = line.segments[0].left if line.segments else None
    if number := _NUMBER.match(line.text):
        return _Marker(number[1], left)
    return _Marker("", left) if BULLET.match(line.text) else None


class _Parts:
    """The lines of one list, parted into items as its first marker says."""

    def __init__(
        self, lines: Sequence[Line], is_heading: Callable[[Line], bool], *, numbered: bool
    ) -> None:
        self.lines = lines
        self.is_heading = is_heading
        markers = (marker for line in lines if not is_heading(line) and (marker := _marker(line)))
        self.first = next((marker for marker in markers if numbered or not marker.number), None)

    def drafts(self) -> Iterator[_Draft]:
        """Yield the items with their lines."""
        draft: _Draft | None = None
        topic: list[Line] = []
        for line in self.lines:
            if draft and self._goes_on(draft.lines[-1], line):
                draft.lines.append(line)
                continue
            if draft:
                yield draft
                topic = [] if self.is_heading(line) else topic
            draft = None
            if self.is_heading(line):
                topic.append(line)
            elif self._begins(line):
                draft = _Draft(_marker(line), [line], topic)
        if draft:
            yield draft

    def _begins(self, line: Line) -> bool:
        """Tell whether a line begins an item: by a marker like the first, or as all are bare."""
        first, marker = self.first, _marker(line)
        if first is None or marker is None:
            return first is None
        alike = bool(marker.number) == bool(first.number)
        if first.number or marker.left is None or first.left is None:
            return alike
        return alike and marker.left - first.left <= _DEEPER

    def _goes_on(self, before: Line, line: Line) -> bool:
        """Tell whether a line belongs to the item above it."""
        if self.is_heading(line):
            return False
        first, marker = self.first, _marker(line)
        if first and marker and (first.number or not marker.number):
            return not self._begins(line)
        if not line.gap_before and line.page == before.page:
            return True
        edge = first.left if first and first.left is not None else None
        hanging = line.box is not None and edge is not None and line.box.left >= edge + _HANGING
        return hanging or not (_ENDED.search(before.text) or line.text[:1].isupper())


def _item(document: Document, draft: _Draft, notes: frozenset[str]) -> Item:
    return Item(
        text=item_text(document, draft.lines, notes),
        evidence=item_evidence(document, draft.lines),
        number=draft.marker.number if draft.marker else "",
        heading=clean(" ".join(unmarked(line.text) for line in draft.topic)),
        marked=draft.marker is not None,
    )
