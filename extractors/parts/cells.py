"""The cells of a line: its segments, less a bullet or number that is set apart."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.extractors.documents import Line, Segment
from trigpoint.extractors.parts.markup import BULLET

_MARK: Final = re.compile(r"\(?\w{1,3}[.)]|\d{1,3}(?:\.\d{1,2})*")


def cells(line: Line) -> tuple[Segment, ...]:
    """Return the segments of a line, empty ones too, without the mark of a list item."""
    if len(line.segments) == 2 and _is_mark(line.segments[0].text):
        return line.segments[1:]
    return line.segments


def _is_mark(text: str) -> bool:
    return bool(BULLET.fullmatch(text) or _MARK.fullmatch(text))
