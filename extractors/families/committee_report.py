"""Reports of officers to a committee of a council: they ask for a decision and judge nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import Evidence, Fact, FactField, Recommendation, Report
from trigpoint.extractors.parts.blocks import Block, blocks
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.outline import parts_under
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.repeats import merged

_EXPECTED: Final[tuple[FactField, ...]] = ("authority", "published")
_MARKS: Final = (
    mark(r"\breasons? for (?:the )?recommendations?\b", 0.25),
    mark(r"\balternative options\b", 0.2),
    mark(r"\bbackground papers\b", 0.2),
    mark(r"\bcontact officer\b|\breport author\b", 0.2),
    mark(r"\b(?:legal|equalit(?:y|ies)|resource|financial|staffing) implications\W", 0.2),
    mark(r"\bwards? affected\b|\bcabinet portfolio\b|\bkey decision\b", 0.2),
    mark(r"\brecommend(?:ations?|ed)\s*:?\W*(?:\w{1,2}[).]|:)\W*that\b", 0.2),
    mark(r"\b(?:purpose of|reasons? for) (?:the |this )?report\b", 0.2),
    mark(r"\breport (?:to|of)(?: the)?:|\bdate of meeting\b", 0.2, within=2000),
    mark(r"\breport of the (?:\w+ )?(?:director|head|chief)\b", 0.2, within=2000),
)
_HEADING: Final = re.compile(r"(?:\d+\.?\s+)?(?:officer |the )?recommendations?\W*", re.IGNORECASE)
_DOMAIN: Final = re.compile(r"@([a-z]{3,})\.gov\.uk\b", re.IGNORECASE)
_COUNCIL: Final = re.compile(
    r"\b((?:[A-Z][\w'’-]+ (?:and |of |upon |on )?){1,5}(?:(?:Metropolitan )?Borough|County|City|"
    r"District) Council|(?:London|Royal) Borough of (?:[A-Z][\w'’-]+ ?(?:and )?){1,4})\b"
)


def likely(document: Document) -> float:
    """Return how surely a document is a paper for a committee, from 0 to 1."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the paper says: who brings it, when, and what it asks to be decided."""
    facts = tuple(_facts(document))
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        recommendations=merged(_requests(document, blocks(document))),
        gaps=gaps(_EXPECTED, facts),
    )
    return (report,)


def _facts(document: Document) -> Iterator[Fact]:
    councils = [evidence(document, *found.span(1)) for found in _COUNCIL.finditer(document.text)]
    named = [*fact("authority", councils, authority_name)]
    by_address = [*fact("authority", _domain(document), confidence=0.8)]
    yield from named or by_address
    for body in (named or by_address)[:1]:  # a paper for a committee is its council's own
        yield replace(body, field="publisher", value=f"{body.value} council", confidence=0.8)
    yield from fact(
        "published", labelled(document, "date(?: of meeting)?", "meeting date"), first_day
    )


def _domain(document: Document) -> Iterator[Evidence]:
    """Yield the council's name in an e-mail address, where the text has it as a word too."""
    for address in _DOMAIN.finditer(document.text):
        name = re.search(rf"(?<![.@])\b{address[1].capitalize()}\b(?!\.gov|@)", document.text)
        if name:
            yield evidence(document, *name.span())


def _requests(document: Document, parts: tuple[Block, ...]) -> Iterator[Recommendation]:
    for part in parts_under(parts, _HEADING):
        for block in part.blocks:
            if block.text.lower().startswith("that ") or block.number.startswith("("):
                place = evidence(document, block.start, block.end)
                yield Recommendation(
                    "decision-request", block.text, 0, (place,), section=part.heading.text
                )


FAMILY: Final = Family("committee-report", "", "committee-report", likely, extract)
