"""Inspections of the progress made since an earlier review, such as a joint area review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import Evidence, Fact, FactField, Gap, Recommendation, Report
from trigpoint.extractors.parts.actors import actor
from trigpoint.extractors.parts.deadlines import due
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled, matched
from trigpoint.extractors.parts.items import items
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.sections import Section, sections

_MARKS: Final = (
    mark(r"inspection\s+of\s+(?:the\s+)?progress\s+made\b", 0.7, within=600),
    mark(r"priorities\s+for\s+further\s+improvement", 0.2),
    mark(r"overall\s+judgement\s+on\s+progress", 0.1),
)
_EXPECTED: Final[tuple[FactField, ...]] = (
    "authority",
    "start",
    "end",
    "published",
    "inspectorate",
    "lead_inspector",
)
_TITLE: Final = re.compile(
    r"inspection of (?:the )?progress made.* in (?:the )?(?P<area>[^.]+)", re.I
)
_ASKED: Final = re.compile(
    r"(?:priorities|areas|recommendations) for (?:further )?improvement", re.I
)
_INSPECTORATES: Final = (
    re.compile(r"\bOfsted\b"),
    re.compile(r"\b(?:Care Quality|Healthcare|Audit) Commission\b"),
    re.compile(r"\b(?:HM|(?:Her|His) Majesty[’']s) Inspectorate of (?:Constabulary|Probation)\b"),
)
_LICENCE: Final = re.compile(
    r"\bmay be reproduced in whole or in part for non-commercial purposes\b"
)


def recognise(document: Document) -> float:
    """Return how surely this is the report of a progress inspection."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says; it gives no grade of a scale."""
    parts = sections(document)
    facts = tuple(_facts(document, parts))
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        recommendations=tuple(_asked(document, parts)),
        gaps=(*gaps(_EXPECTED, facts), Gap("judgements", "prose-only")),
    )
    return (report,)


def _facts(document: Document, parts: tuple[Section, ...]) -> Iterator[Fact]:
    yield from fact("authority", _area(document, parts), lambda quote: authority_name(clean(quote)))
    yield from fact("published", labelled(document, r"published"), first_day)
    cover = Passage(document, tuple(takewhile(lambda line: line.page == 1, document.lines)))
    for pattern in _INSPECTORATES:
        yield from fact("inspectorate", cover.places(pattern))
    yield from fact("licence", matched(document, _LICENCE, 0))


def _area(document: Document, parts: tuple[Section, ...]) -> Iterator[Evidence]:
    for part in parts:
        yield from Passage(document, part.heading).places(_TITLE, "area")


def _asked(document: Document, parts: tuple[Section, ...]) -> Iterator[Recommendation]:
    """Yield the bullets of the paragraph that asks for improvement."""
    found = (part for part in parts if _ASKED.fullmatch(part.title))
    asked = ((part.title, item) for part in found for item in _bullets(document, part.lines))
    for position, (section, one) in enumerate(asked, 1):
        yield replace(one, position=position, section=section)


def _bullets(document: Document, lines: tuple[Line, ...]) -> Iterator[Recommendation]:
    for item in items(document, lines, numbered=False):
        who = actor(item.text)
        addressees = (who,) if who else ()
        yield Recommendation(
            kind="recommendation",
            text=item.text,
            position=0,
            evidence=item.evidence,
            addressees=addressees,
            due=due(item.text),
            confidence=0.97,
        )


FAMILY: Final = Family("progress-inspection", "", "inspection", recognise, extract)
