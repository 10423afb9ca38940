"""Finding the items of a framework in the words of a table, however they are broken or mixed."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from trigpoint.extractors.parts.grid import Grid, Word

_WORD: Final = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
GRADE: Final = re.compile(r"[1-7]")
_LEAST_COVERED: Final = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """What a framework prints for one item: its number and the wordings of its label."""

    key: str
    number: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One item in the table: the words of its label, and its number where that is printed."""

    item: Line
    words: tuple[Word, ...]
    number: Word | None

    @property
    def start(self) -> int:
        """Where the item begins in the canonical text."""
        return min(word.start for word in self.all)

    @property
    def end(self) -> int:
        """Where the item ends in the canonical text."""
        return max(word.end for word in self.all)

    @property
    def all(self) -> tuple[Word, ...]:
        """Label and number."""
        return (*self.words, *((self.number,) if self.number else ()))


def align(grid: Grid, items: Sequence[Line]) -> tuple[Found, ...]:
    """Return the items whose labels stand in the grid, in the order of the framework.

    Items that are not there could hold words of those that are, so these are matched once more.
    """
    folded = [_fold(word.text) for word in grid.words]
    wanted = {item: _wanted(item, folded) for item in items}
    there = _matched(folded, wanted)
    held = _matched(folded, {item: wanted[item] for item in there})
    return tuple(_numbered(grid, {item: _tightened(at, grid.words) for item, at in held.items()}))


def _matched(folded: Sequence[str], wanted: dict[Line, list[str]]) -> dict[Line, list[int]]:
    """Return where the words of each item stand, for items of which enough do."""
    target = [(item, word) for item, words in wanted.items() for word in words]
    blocks = LCSseq.opcodes(folded, [word for _, word in target]).as_matching_blocks()
    held: dict[Line, list[int]] = defaultdict(list)
    for block in blocks:
        for step in range(block.size):
            held[target[block.b + step][0]].append(block.a + step)
    return {
        item: places
        for item, places in held.items()
        if len(places) >= _LEAST_COVERED * len(wanted[item])
    }


def _tightened(at: list[int], among: Sequence[Word]) -> list[Word]:
    """Move each word as near to the others as the same words allow: a tie may have set it apart."""
    for n in reversed(range(len(at) - 1)):
        at[n] = max(_same(among, range(at[n], at[n + 1])))
    for n in range(1, len(at)):
        at[n] = min(_same(among, range(at[n], at[n - 1], -1)))
    return [among[n] for n in at]


def _same(among: Sequence[Word], places: range) -> list[int]:
    word = _fold(among[places[0]].text)
    return [place for place in places if _fold(among[place].text) == word]


def _fold(word: str) -> str:
    return word.lower().replace("’", "'")


def _words(text: str) -> list[str]:
    return [_fold(word) for word in _WORD.findall(text)]


def _wanted(item: Line, folded: Sequence[str]) -> list[str]:
    """Return the wording nearest to the print, after the number if no grade looks like it."""
    label = item.labels[0]
    if len(item.labels) > 1:
        printed = " ".join(folded)
        label = max(item.labels, key=lambda one: fuzz.partial_ratio(" ".join(_words(one)), printed))
    number = [] if GRADE.fullmatch(item.number) else [item.number]
    return number + _words(label)


def _numbered(grid: Grid, held: dict[Line, list[Word]]) -> Iterable[Found]:
    spans = [(words[0].start, words[-1].end) for words in held.values()]
    after_last = [0, *(end for _, end in spans)]
    before_next = [*(start for start, _ in spans[1:]), sys.maxsize]
    used = {word for words in held.values() for word in words}
    for (item, words), after, before in zip(held.items(), after_last, before_next, strict=False):
        if words[0].text == item.number:
            yield Found(item, tuple(words[1:]), words[0])
        else:
            near = (w for w in grid.words if after <= w.start < before and w not in used)
            printed = (w for w in near if w.text == item.number)
            number = next((w for w in printed if _is_number(grid, w, words[0])), None)
            yield Found(item, tuple(words), number)


def _is_number(grid: Grid, word: Word, label: Word) -> bool:
    """Tell a number from a grade, which never stands right before a label that begins a row."""
    if not GRADE.fullmatch(word.text):
        return True
    return word.end + 2 > label.start > word.start or word.start == grid.lines[word.line].start
