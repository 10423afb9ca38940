"""Which lines are headings: declared, set apart by type, or short and alone."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.extractors.documents import Line
from trigpoint.extractors.parts.cells import cells
from trigpoint.extractors.parts.markup import BULLET, clean
from trigpoint.extractors.parts.setting import Setting

_ALL_STRONG: Final = re.compile(r"\s*(?:(\*{2,3})[^*]+\1|<b>[^<]*</b>)\s*")
_CHAPTER: Final = re.compile(r"(?:section|appendix|annex|part|chapter)\b", re.IGNORECASE)
_STARTS: Final = re.compile(r"[A-Z0-9'‘“\"(]")
_SENTENCE: Final = re.compile(r"[.;,]$|\bshould\b|^\(?\d+[.)]\s")
_VALUE: Final = re.compile(r"[^:]+:\s\S")
_MOST_WORDS: Final = 16


def heading_level(line: Line, after: Line | None, page: Setting) -> int:
    """Return the level of the heading that `line` is, from 1, or 0 where it is none.

    `after` is the line that follows, `page` says how the running text is set.
    """
    if line.level:
        return line.level
    text = clean(line.text)
    if not _could_be(line, text):
        return 0
    if page.is_larger(line):
        return 1 if text.isupper() or _CHAPTER.match(text) else 2
    chapter = text.isupper() or bool(_CHAPTER.match(text))
    valued = bool(_VALUE.match(text)) and not chapter
    if line.bold or _ALL_STRONG.fullmatch(line.text) or (_is_alone(line, after) and not valued):
        return 1 if chapter else 3
    return 0


def _could_be(line: Line, text: str) -> bool:
    if len(cells(line)) > 1 or _is_bulleted(line):
        return False
    words = text.split()
    most = 4 if text.endswith(":") else _MOST_WORDS
    return 0 < len(words) <= most and bool(_STARTS.match(text)) and not _SENTENCE.search(text)


def _is_bulleted(line: Line) -> bool:
    return bool(BULLET.match(line.text))


def _is_alone(line: Line, after: Line | None) -> bool:
    if after is not None and after.text[:1].islower():  # a sentence goes on below
        return False
    apart_below = (
        after is None or after.gap_before or after.page != line.page or _is_bulleted(after)
    )
    apart_above = line.gap_before or line.start == 0
    return apart_above and apart_below and (line.box is None or line.text.isupper())
