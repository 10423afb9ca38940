"""The facts that all inspections of children's services print, from 2009 to today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, Fact, FactField
from trigpoint.extractors.parts.cover import people, printed_after
from trigpoint.extractors.parts.dates import period
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, last_day, matched

EXPECTED: Final[tuple[FactField, ...]] = ("authority", "start", "end", "lead_inspector")
"""What every such report should say; a gap is noted where it does not."""

_PUBLISHER: Final = re.compile(
    r"(Office for Standards in Education, Children['’]s Services and Skills(?: \(Ofsted\))?|Ofsted)"
)
_LEGAL: Final = re.compile(
    r"\binspection[^.]{0,120}? under (?:under )?"
    r"(section \d+[A-Z]?(?:\(\d+\))? of the [A-Z][\w',()\s]+? Act,? \d{4})"
)
_LICENCE: Final = re.compile(
    r"\bOpen Government Licence\b"
    r"|\bmay (?:copy all or parts of this document|be reproduced in whole or in part)"
    r" for non-commercial (?:educational )?purposes\b"
)
_GRADED: Final = (
    r"outstanding|good|adequate|satisfactory|requires? improvement(?: to be good)?|inadequate"
)
_PREVIOUS: Final = re.compile(
    r"\b(?:the|its|their) (?:previous|last) (?:full )?(?:Ofsted )?inspection"
    r"(?: of [^.;]{3,110}?)?,? "
    r"(?:(?:was|took place) (?:\w+ (?:out )?)?)?(?:in|on) "
    r"(?P<when>(?:(?:\d{1,2} )?[A-Z][a-z]+ )?(?:19|20)\d\d)\b"
    rf"(?:\.? (?:[^.]{{0,60}} was|and) judged (?:to be |to )?(?P<grade>{_GRADED})\b)?",
    re.IGNORECASE,
)
_STATED: Final = 0.9


def facts(document: Document, authority: Iterable[Evidence]) -> Iterator[Fact]:
    """Yield the facts of cover and closing pages; `authority` is where its name is printed."""
    yield from fact("authority", authority)
    dates = [*printed_after(document, r"inspection dates?|dates? of (?:the )?inspection")][:1]
    yield from fact("start", dates, first_day)
    yield from fact("end", dates, last_day)
    published = printed_after(document, r"(?:report )?published(?: on)?")
    yield from fact("published", published, first_day)
    yield from _lead_inspectors(document)
    yield from fact("publisher", islice(matched(document, _PUBLISHER), 1), lambda _: "Ofsted")
    yield from fact("legal_basis", matched(document, _LEGAL))
    yield from fact("licence", matched(document, _LICENCE, 0))
    yield from _previous(document)


def _previous(document: Document) -> Iterator[Fact]:
    """Yield date and grade, as stated, of each inspection before; some services had their own.

    A year is left out where a month of it is told, too.
    """
    dated: list[Fact] = []
    for found in _PREVIOUS.finditer(document.text):
        place = evidence(document, *found.span())
        if when := _day_or_year(found["when"]):
            dated.append(Fact("previous_inspection", when, place, _STATED))
        if found["grade"]:
            yield Fact("previous_grade", found["grade"], place, _STATED)
    dates = {one.value for one in dated}
    yield from (one for one in dated if not any(d.startswith(f"{one.value}-") for d in dates))


def _day_or_year(printed: str) -> str | None:
    return first_day(printed) or (printed if printed.isdigit() else None)


def _lead_inspectors(document: Document) -> Iterator[Fact]:
    several = [*printed_after(document, r"lead inspectors")][:1]
    single = printed_after(document, r"(?:lead|reporting) inspector(?: on site)?")
    for place in several or islice(single, 1):
        yield from people(document, place, several=bool(several))


def named_above(document: Document, title: re.Pattern[str]) -> Iterator[Evidence]:
    """Yield the name that the first page prints above its title, less any date."""
    lines = [line for line in document.lines if line.page == document.lines[0].page]
    place = next((n for n, line in enumerate(lines) if title.match(line.text)), 0)
    above = [line for line in lines[:place] if not period(line.text)]
    if above:
        yield evidence(document, above[0].start, above[-1].end)
