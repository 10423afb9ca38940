"""Lines read as one running text, each piece of it traceable to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Evidence
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import clean, unbulleted

_SENTENCE_END: Final = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_]|[‘“'\"(])")
_WORD_AT_END: Final = re.compile(r"([^\W\d_]+)-$")
_WORD_AT_START: Final = re.compile(r"[a-z]+")
_LONGEST_WORD: Final = 40
_SUSPENDED: Final = re.compile(r"(?:and|or|to|nor)\b(?!-)")
_NUMBER: Final = re.compile(r"(?:\(?\d{1,3}[.)]|\([a-z]\))(?:\s+|(?=[A-Z]))")


@dataclass(frozen=True)
class Passage:
    """Lines of a document joined by spaces; page furniture and footnotes may stand between them."""

    document: Document
    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        """The words of all lines, as printed."""
        return " ".join(line.text for line in self.lines)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line.text) + 1 for line in self.lines), initial=0))

    def evidence(self, start: int = 0, end: int | None = None) -> tuple[Evidence, ...]:
        """Return where the characters from `start` to `end` stand, one place a contiguous run."""
        stop = len(self.text) if end is None else end
        spans: list[tuple[int, int]] = []
        for at, line in zip(self._starts, self.lines, strict=False):
            first = line.start + max(start - at, 0)
            last = line.start + min(stop - at, len(line.text))
            if first < last and spans and not self.document.text[spans[-1][1] : first].strip():
                spans[-1] = (spans[-1][0], last)
            elif first < last:
                spans.append((first, last))
        return tuple(evidence(self.document, *span) for span in spans)

    def places(self, pattern: re.Pattern[str], group: str | int = 0) -> Iterator[Evidence]:
        """Yield where `group` of each match of the pattern begins, up to a break of the page."""
        for found in pattern.finditer(self.text):
            yield from self.evidence(*found.span(group))[:1]

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the first and last place of each sentence in `text`."""
        start = 0
        for gap in _SENTENCE_END.finditer(self.text):
            yield start, gap.start()
            start = gap.end()
        if start < len(self.text):
            yield start, len(self.text)


def is_marked(line: Line) -> bool:
    """Tell whether a line begins with a bullet or a number."""
    return unmarked(line.text) != line.text.lstrip()


def unmarked(text: str) -> str:
    """Return `text` without the bullet or number before it."""
    return _NUMBER.sub("", unbulleted(text.lstrip()), count=1)


def item_text(
    document: Document, lines: Sequence[Line], notes: frozenset[str] = frozenset()
) -> str:
    """Return an item as one text: without bullets, `notes` (footnote signs) and broken words."""
    words = ""
    for place, line in enumerate(lines):
        text = unmarked(line.text) if place == 0 else unbulleted(line.text.lstrip())
        words = _joined(document, words, without_notes(text, notes))
    return clean(words)


def item_evidence(document: Document, lines: Sequence[Line]) -> tuple[Evidence, ...]:
    """Return where an item stands, from its first character to its last, without its bullet."""
    passage = Passage(document, tuple(lines))
    return passage.evidence(len(passage.text) - len(unmarked(passage.text)))


def without_notes(text: str, notes: frozenset[str]) -> str:
    """Return `text` without the signs of the footnotes in `notes`, where they close a word."""
    if not notes:
        return text
    sign = rf"(?:(?<=[a-z])|(?<=[.,;:’”)])\s?)(?:{'|'.join(sorted(notes))})(?=\s|$|[.,;])"
    return re.sub(sign, "", text)


def _joined(document: Document, before: str, after: str) -> str:
    """Join two lines; a hyphen at the break goes where the document knows the word without it."""
    if not before.endswith("-"):
        return f"{before} {after}".strip()
    broken = _WORD_AT_END.search(before, max(len(before) - _LONGEST_WORD, 0))
    rest = _WORD_AT_START.match(after)
    if broken is None or not after[:1].isalpha() or _SUSPENDED.match(after):
        return f"{before} {after}"
    if rest is None:
        return before + after
    known = broken[1] + rest[0] in document.text
    hyphened = f"{broken[1]}-{rest[0]}" in document.text
    return (before[:-1] if known and not hyphened else before) + after
