"""Page furniture: running heads, footers and page numbers, marked and left in place.

A line is marked when it comes back on enough pages, in the same place near the edge, its numbers
apart; or when it is plainly a page number. In doubt it stays: body text lost is worse than a
footer read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trigpoint.extractors.documents.model import Box, Line, Page

_HEAD = 0.10  # share of a page's height from which running heads hang
_FOOT = 0.90  # and below which footers stand
_NUMBER_FOOT = 0.85  # page numbers stand higher, too
_EDGE_LINES = 3  # the same for pages without positions, in lines
_ENOUGH_PAGES = 3  # a line on fewer pages may be a heading said twice
_JITTER = 3  # points by which a running line may wander
_BARE_NUMBER = "#"

_NUMBERS = re.compile(r"\d+")
_BARE = re.compile(r"(?:[-–—] ?)?(\d{1,4})(?: ?[-–—])?")
_ROMAN = re.compile(r"[ivxlc]{1,8}")
_NAMED = re.compile(r"(?:page|p\.) ?\d{1,4}(?: (?:of|/) ?\d{1,4})?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?=crown|\d{4})|crown copyright)", re.IGNORECASE)


class _Look(NamedTuple):
    """What a running line has in common on all its pages.

    `shift` is by how much a bare number is ahead of the number of its page, and 0 elsewhere: a
    column of grades at the foot of some pages keeps no step with them.
    """

    place: int
    words: str
    shift: int

    @property
    def keys(self) -> tuple[_Look, ...]:
        """What of it says that a line is running, once known to be: a last footer may sit lower.

        A bare number keeps its place, give or take one: elsewhere it may be a grade.
        """
        if self.words == _BARE_NUMBER:
            return tuple(self._replace(place=self.place + by) for by in (-1, 0, 1))
        return (self._replace(place=0),)


def mark_furniture(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with `furniture` set on lines that belong to the page, not the text."""
    edges = [(line, _look(line, place)) for page in pages for line, place in _edge_lines(page)]
    running = _running(look for _, look in edges)
    starts = {
        line.start
        for line, look in edges
        if not running.isdisjoint(look.keys) or _is_page_number(line, look, pages)
    }
    starts.update(line.start for page in pages for line in _lone_page_numbers(page))
    starts.update(line.start for line in _closing_copyright(pages))
    return tuple(_mark(page, starts) for page in pages) if starts else pages


def _running(looks: Iterable[_Look]) -> set[_Look]:
    """Find the keys of the looks that stand in one place on enough pages."""
    often = (look for look, pages in Counter(looks).items() if pages >= _ENOUGH_PAGES)
    return {key for look in often for key in look.keys}


def _edge_lines(page: Page) -> Iterator[tuple[Line, int]]:
    """Yield the lines near the edges of a page, each with its place."""
    last = len(page.lines)
    for at, line in enumerate(page.lines):
        if line.box is not None:
            if _near_edge(line, line.box, page.height or 0.0):
                yield line, round(line.box.top / _JITTER)
        elif at < _EDGE_LINES:
            yield line, at
        elif at >= last - _EDGE_LINES:
            yield line, at - last


def _near_edge(line: Line, box: Box, height: float) -> bool:
    if box.bottom <= _HEAD * height or box.top >= _FOOT * height:
        return True
    return box.top >= _NUMBER_FOOT * height and bool(_BARE.fullmatch(line.text))


def _look(line: Line, place: int) -> _Look:
    if bare := _BARE.fullmatch(line.text):
        return _Look(place, _BARE_NUMBER, int(bare[1]) - line.page)
    if _ROMAN.fullmatch(line.text):
        return _Look(place, "roman", 0)
    return _Look(place, _NUMBERS.sub("#", line.text), 0)


def _is_page_number(line: Line, look: _Look, pages: tuple[Page, ...]) -> bool:
    """Tell whether a line with a position, at the edge, numbers its page."""
    if line.box is None:
        return False
    if _NAMED.fullmatch(line.text):
        return True
    few = len(pages) < _ENOUGH_PAGES  # too few to see a bare number keep step
    bare = look.words == _BARE_NUMBER and look.shift == 0
    return few and bare and _stands_alone(line.box, pages[line.page - 1])


def _stands_alone(box: Box, page: Page) -> bool:
    """Tell a page number from the sign of a footnote, which has its words beside it."""
    boxes = [line.box for line in page.lines if line.box is not None and line.box != box]
    return not any(other.top < box.bottom and box.top < other.bottom for other in boxes)


def _lone_page_numbers(page: Page) -> Iterator[Line]:
    """Yield the "Page 5" lines that text without positions has kept, alone between empty lines."""
    for line, following in zip_longest(page.lines, page.lines[1:]):
        alone = line.gap_before and (following is None or following.gap_before)
        if alone and line.box is None and _NAMED.fullmatch(line.text):
            yield line


def _closing_copyright(pages: tuple[Page, ...]) -> Iterator[Line]:
    """Yield the last line of a text without positions where it is a copyright notice."""
    lines = [line for page in pages[-1:] for line in page.lines]
    if len(lines) > 1 and lines[-1].box is None and _COPYRIGHT.match(lines[-1].text):
        yield lines[-1]


def _mark(page: Page, starts: set[int]) -> Page:
    if not any(line.start in starts for line in page.lines):
        return page
    lines = tuple(
        replace(line, furniture=True) if line.start in starts else line for line in page.lines
    )
    return replace(page, lines=lines)
