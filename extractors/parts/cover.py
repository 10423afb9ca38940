"""What a cover prints after its labels: "Inspection dates: ...", on one line or running on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Evidence, Fact
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import clean

_RUNS_ON: Final = 2  # lines
_TITLE: Final = re.compile(
    r"(?:(?:Senior\s+)?(?:His|Her)\s+Majesty['’]s\s+Inspectors?(?:\s+of\s+Education)?"
    r"|\bS?HMI\b|\bOfsted(?:\s+Inspectors?)?\b)\W*",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?:-\s[^\W\d_a-z][\w'’]*|\s+(?!and\b)(?:(?:de|van|von|der|le|la)\s+)*"
    r"[^\W\d_a-z][\w'’.-]*)+"
)


def printed_after(document: Document, label: str) -> Iterator[Evidence]:
    """Yield what is printed after each `label` (a regular expression), running on to lines below.

    The label begins a line, in any case; a colon may follow it.
    """
    pattern = re.compile(rf"\W*(?:{label})(?:\W*:\W*|\s+(?=\S)|\s*$)", re.IGNORECASE)
    lines = document.lines
    for place, line in enumerate(lines):
        if found := pattern.match(line.text):
            below = lines[place + 1 : place + 1 + _RUNS_ON]
            end = _end(line, below, needed=found.end() == len(line.text))
            if (rest := evidence(document, line.start + found.end(), end)).quote:
                yield rest


def _end(line: Line, below: tuple[Line, ...], *, needed: bool) -> int:
    for after in below:
        apart = after.gap_before and not needed
        if apart or after.page != line.page or ":" in after.text:
            break
        line, needed = after, False
    return line.end


def people(document: Document, place: Evidence, *, several: bool) -> Iterator[Fact]:
    """Yield a lead inspector for each name in a place, or for the first, without titles."""
    untitled = _TITLE.sub(lambda title: ";" * len(title[0]), place.quote)
    for found in _NAME.finditer(untitled):
        start, end = place.start + found.start(), place.start + found.end()
        shown = evidence(document, start, end)
        yield Fact("lead_inspector", clean(shown.quote).rstrip(" .,"), shown)
        if not several:
            return
