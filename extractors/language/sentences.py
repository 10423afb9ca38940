"""Where sentences end in these reports: not after abbreviations, initials or paragraph numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_END: Final = re.compile(r"(?:[.!?]['\"’”)\]]*|[;:](?=\s+[•▪◼■]))\s+")
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|etc|cf|no|nos|vs|viz|approx|para|paras|p|pp|fig|dr|mr|mrs|ms|st|prof|cllr"
    r"|rev|hon|dept|vol|ch|sec|inc|ltd)|\b[A-Z]|(?:^|\s)\(?\d{1,3})\.$",
    re.IGNORECASE,
)
_LONGEST: Final = 12  # no abbreviation is longer, with what must stand before it
_STARTS: Final = re.compile(r"[\"'“‘(\[]*[A-Z0-9£•▪◼■]")


@lru_cache(maxsize=1024)  # every finder asks for those of the same paragraphs
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each sentence of a paragraph, in order, without white space."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _END.finditer(text):
        mark = gap.start() + len(gap[0].rstrip())
        last_word = text[max(start, gap.start() - _LONGEST) : gap.start() + 1]
        if _ABBREVIATED.search(last_word) or not _STARTS.match(text, gap.end()):
            continue
        if mark > start:
            yield start, mark
        start = gap.end()
    if text[start:].strip():
        yield start, len(text.rstrip())
