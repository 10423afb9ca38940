"""Lines put together again as the headings, paragraphs, bullets and rows they were set as."""

from __future__ import annotations

import re
import weakref
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, TypeAlias

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.parts.cells import cells
from trigpoint.extractors.parts.headings import heading_level
from trigpoint.extractors.parts.markup import BULLET, clean
from trigpoint.extractors.parts.setting import Setting, setting

Kind: TypeAlias = Literal["heading", "paragraph", "bullet", "numbered", "row"]

_RULE: Final = re.compile(r"[\s|:_=-]+|(?:\W*page\s+)?\W*\d{1,3}\W*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*(?:[-•]\s+)?(\(\w{1,2}\)|\d{1,3}(?:\.\d{1,2})*[.)]|\d+\.\d+)\s+")
_ENDED: Final = re.compile(r"(?:[.!?:;]['\"”’)*_]*|;\s*(?:and|or))$")
_RUNS_ON: Final = re.compile(r"[a-z(,]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet, heading or table row: its clean text, without bullet or number.

    `start` and `end` span its lines in the canonical text; `number` is what is printed before it;
    `level` is that of a heading, from 1.
    """

    kind: Kind
    text: str
    start: int
    end: int
    lines: tuple[Line, ...]
    number: str = ""
    level: int = 0

    @property
    def raw(self) -> str:
        """The text of its lines, markup and bullet and all, joined by spaces."""
        return " ".join(line.text for line in self.lines)

    def offset(self, place: int) -> int:
        """Return where the character at `place` of `raw` stands in the canonical text."""
        for line in self.lines:
            if place <= len(line.text):
                return line.start + place
            place -= len(line.text) + 1
        return self.end


_made: Final[dict[int, tuple[Block, ...]]] = {}


def blocks(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document in reading order, less rules and bare page numbers.

    They are made once and kept as long as the document is.
    """
    key = id(document)  # not the document itself: its hash would read it all
    if key not in _made:
        _made[key] = _blocks(document)
        weakref.finalize(document, _made.pop, key)
    return _made[key]


def _blocks(document: Document) -> tuple[Block, ...]:
    lines = [line for line in document.lines if not _RULE.fullmatch(line.text)]
    return tuple(_block(group, level) for group, level in _groups(lines, setting(lines)))


def _groups(lines: list[Line], page: Setting) -> Iterator[tuple[list[Line], int]]:
    group: list[Line] = []
    group_level = 0
    for line, after in zip_longest(lines, lines[1:]):
        level = heading_level(line, after, page)
        if group and _continues(group[-1], group_level, line, level, page):
            group.append(line)
            continue
        if group:
            yield group, group_level
        group, group_level = [line], level
    if group:
        yield group, group_level


def _continues(before: Line, level_before: int, line: Line, level: int, page: Setting) -> bool:
    if level or level_before:
        return level == level_before and not line.gap_before and not line.level
    if _is_row(line) or _is_row(before) or BULLET.match(line.text) or _NUMBER.match(line.text):
        return False
    ended = _ENDED.search(before.text.rstrip())
    if line.gap_before or line.page != before.page:
        return not ended and bool(_RUNS_ON.match(line.text))
    return not (ended and page.ends_short(before))


def _is_row(line: Line) -> bool:
    return len(cells(line)) > 1


def _block(lines: list[Line], level: int) -> Block:
    start, end = lines[0].start, lines[-1].end
    raw = " ".join(line.text for line in lines)
    if level:
        return Block("heading", clean(raw), start, end, tuple(lines), level=level)
    if _is_row(lines[0]):
        return Block("row", clean(raw), start, end, tuple(lines))
    if number := _NUMBER.match(raw):
        text = clean(raw[number.end() :])
        return Block("numbered", text, start, end, tuple(lines), number=number[1])
    bullet = BULLET.match(raw)
    text = clean(raw[bullet.end() :] if bullet else raw)
    return Block("bullet" if bullet else "paragraph", text, start, end, tuple(lines))
