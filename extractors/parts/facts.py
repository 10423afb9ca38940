"""Facts that stand after a label or in a set phrase, and the gaps where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, Fact, FactField, Gap
from trigpoint.extractors.parts.dates import period
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import clean


def labelled(document: Document, *labels: str) -> Iterator[Evidence]:
    """Yield what is printed after any of the labels and a colon, on that line or the next.

    Labels are regular expressions, matched in any case at the start of a line.
    """
    label = re.compile(rf"\W*(?:{'|'.join(labels)})\W{{0,4}}?:[\s*_]*", re.IGNORECASE)
    lines = document.lines
    for place, line in enumerate(lines):
        if found := label.match(line.text):
            rest = evidence(document, line.start + found.end(), line.end)
            below = lines[place + 1 : place + 2]
            if not rest.quote and len(line.segments) < 2 and below and ":" not in below[0].text:
                rest = evidence(document, below[0].start, below[0].end)
            if rest.quote:
                yield rest


def matched(document: Document, pattern: re.Pattern[str], group: int = 1) -> Iterator[Evidence]:
    """Yield each place where `group` of the pattern stands in the canonical text."""
    for found in pattern.finditer(document.text):
        yield evidence(document, *found.span(group))


def fact(
    field: FactField,
    places: Iterable[Evidence],
    value: Callable[[str], str | None] = clean,
    *,
    confidence: float = 0.99,
) -> Iterator[Fact]:
    """Yield one fact: the first place whose quote has a value, or none at all."""
    for place in places:
        if found := value(place.quote):
            yield Fact(field, found, place, confidence)
            return


def first_day(quote: str) -> str | None:
    """Return the earliest date in a quote, as precise as printed."""
    dates = period(quote)
    return dates.first if dates else None


def last_day(quote: str) -> str | None:
    """Return the latest date in a quote, where it prints more than one."""
    dates = period(quote)
    return dates.last if dates and dates.last != dates.first else None


def gaps(expected: Iterable[FactField], *facts: Iterable[Fact]) -> tuple[Gap, ...]:
    """Return a gap, not found, for every expected field without a fact."""
    found = {one.field for one in chain(*facts)}
    return tuple(Gap(field, "not-found") for field in expected if field not in found)
