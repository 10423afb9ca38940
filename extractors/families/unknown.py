"""What is read of a document that no family knows: only facts that it states plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, Fact, Report
from trigpoint.extractors.parts.dates import DATE
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled, last_day, matched
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name

_WARNING: Final = "no report family knows this document: only facts stated plainly were read"
_PUBLISHER: Final = re.compile(
    r"\b(?:published by|a report (?:from|by)) (?:the )?(Ofsted|Office for Standards in Education|"
    r"Audit Commission|Care Quality Commission)\b",
    re.IGNORECASE,
)
_COVER_LINES: Final = 25


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
    names = labelled(document, r"(?:name of )?(?:local )?(?:education )?(?:authority|lea|council)")
    yield from fact("authority", names, lambda quote: authority_name(clean(quote)))
    dates = [*labelled(document, r"(?:inspection dates?|dates? of inspection)")]
    yield from fact("start", dates, first_day)
    yield from fact("end", dates[:1], last_day)
    yield from fact("published", _publication(document), first_day)
    yield from fact("publisher", matched(document, _PUBLISHER), _short)


def _short(quote: str) -> str:
    return "Ofsted" if quote.lower().startswith("of") else clean(quote)


def _publication(document: Document) -> Iterator[Evidence]:
    yield from labelled(document, r"(?:date )?published(?: on)?", "publication date")
    for line in document.lines[:_COVER_LINES]:
        if DATE.fullmatch(line.text.strip("*_# ")):
            yield evidence(document, line.start, line.end)
