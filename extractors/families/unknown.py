"""What is read of a document that no family knows: only facts that it states plainly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, Fact, Report
from trigpoint.extractors.parts.dates import DATE
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled, last_day, matched
from trigpoint.extractors.parts.letter_heads import letter_date
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.openings import inspectorates, on_days, reviewed

_WARNING: Final = "no report family knows this document: only facts stated plainly were read"
_PUBLISHER: Final = re.compile(
    r"\b(?:published by|a report (?:from|by)) (?:the )?(Ofsted|Office for Standards in Education|"
    r"Audit Commission|Care Quality Commission)\b",
    re.IGNORECASE,
)
_COVER_LINES: Final = 25
_SAID: Final = 0.8  # confidence in what running words say


def extract_unknown(document: Document) -> tuple[Report, ...]:
    """Return one report without a family: its facts, and a warning.

    A document that names neither authority nor inspectorate is no report: nothing is returned.
    """
    facts = tuple(_facts(document))
    if not {"authority", "publisher"} & {fact.field for fact in facts}:
        return ()
    return (
        Report(
            family="",
            kind="other",
            framework="",
            facts=facts,
            gaps=gaps(("authority", "published"), facts),
            warnings=(_WARNING,),
        ),
    )


def _facts(document: Document) -> Iterator[Fact]:
    """Yield what is labelled; else, where an inspectorate is named, what the opening says."""
    by = [*inspectorates(document)]
    where = [*reviewed(document)] if by else []
    names = labelled(document, r"(?:name of )?(?:local )?(?:education )?(?:authority|lea|council)")
    yield from _either(
        fact("authority", names, _authority),
        fact("authority", where, _authority, confidence=_SAID),
    )
    dates = [*labelled(document, r"(?:inspection dates?|dates? of inspection)")]
    dates = dates or ([*on_days(document)] if where else [])
    yield from fact("start", dates, first_day)
    yield from fact("end", dates[:1], last_day)
    yield from fact("published", _publication(document), first_day)
    yield from _either(
        fact("publisher", matched(document, _PUBLISHER), _short),
        fact("publisher", by if where else (), _short, confidence=_SAID),
    )


def _either(*facts: Iterable[Fact]) -> Iterable[Fact]:
    """Return the first that there are."""
    return next(filter(None, map(tuple, facts)), ())


def _authority(quote: str) -> str:
    return authority_name(clean(quote))


def _short(quote: str) -> str | None:
    """Return the name of an inspectorate, None where only its inspectors are named."""
    if quote.endswith(("Inspector", "Inspectors")):
        return None
    return "Ofsted" if quote.lower().startswith("of") else clean(quote)


def _publication(document: Document) -> Iterator[Evidence]:
    yield from labelled(
        document, r"(?:(?:assessment|date|letter|report) )?published(?: on)?", "publication date"
    )
    for line in document.lines[:_COVER_LINES]:
        if DATE.fullmatch(line.text.strip("*_# ")):
            yield evidence(document, line.start, line.end)
    yield from letter_date(document)
