"""Context figures: rows of funding tables, and a few set phrases of the context sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Figure
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import clean

_PER_PUPIL: Final = re.compile(r"£\s*per\s+pupil", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"£?-?\d[\d,]*(?:\.\d+)?")
_ABOUT: Final = (
    r"(?:(?:just |slightly |a little )?(?:under|over|above|below) "
    r"|approximately |about |around |some |nearly )?"
)
_PHRASES: Final = (
    (
        re.compile(rf"\bpopulation (?:of|is) ({_ABOUT}\d[\d,.]*\d(?: million)?)"),
        "population",
        "people",
    ),
    (re.compile(r"\bschool[- ]age population \((\d[\d,]*)\)"), "school-age population", "pupils"),
    (re.compile(r"\b(?:has|maintains) (\d[\d,]*) schools\b"), "schools", "schools"),
)
_COUNTED: Final = re.compile(
    r"\b[Tt]he number of ([a-z][^.,:;\d]{3,80}) is (\d[\d,]*\d)\b(?! per|%)"
)
_SHARED: Final = re.compile(
    r"\b[Tt]he (?:percentage|proportion) of ([a-z][^.,:;\d]{3,80}) is [^.,;\d]{0,60}?"
    r"(\d+(?:\.\d+)?)(?:%| per cent)"
)


def figures(document: Document) -> tuple[Figure, ...]:
    """Return the figures of a report that are printed with their unit."""
    return (*_stated(document), *_per_pupil(document.lines, document))


def _stated(document: Document) -> Iterator[Figure]:
    for pattern, label, unit in _PHRASES:
        if found := pattern.search(document.text):
            yield Figure(label, found[1], unit, evidence(document, *found.span()))
    for found in _COUNTED.finditer(document.text):
        yield Figure(found[1], found[2], "number", evidence(document, *found.span()))
    for found in _SHARED.finditer(document.text):
        yield Figure(found[1], found[2], "%", evidence(document, *found.span()))


def _per_pupil(lines: Sequence[Line], document: Document) -> Iterator[Figure]:
    title, inside = "", False
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        cells = [clean(cell.text) for cell in line.segments]
        if line.box is None and line.gap_before:
            inside = False
        if _is_unit_row(line) or (after and len(cells) > 2 and _is_unit_row(after)):
            title = cells[0] if cells[0] and not _PER_PUPIL.search(cells[0]) else title * inside
            inside = True
        elif inside and len(cells) > 2 and _AMOUNT.fullmatch(cells[1]):
            label = f"{title}: {cells[0]}" if title else cells[0]
            amount = cells[1].removeprefix("£")
            yield Figure(label, amount, "GBP per pupil", evidence(document, line.start, line.end))
        else:
            inside = False


def _is_unit_row(line: Line) -> bool:
    return len(_PER_PUPIL.findall(line.text)) > 1
