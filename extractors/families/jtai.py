"""Joint targeted area inspections since 2016: letters to all who keep children safe in an area."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.jtai_addressees import addressees
from trigpoint.extractors.families.jtai_opening import authority, dates, inspectorates, themes
from trigpoint.extractors.findings import (
    Fact,
    FactField,
    Finding,
    Gap,
    Recommendation,
    RecommendationKind,
    Report,
)
from trigpoint.extractors.parts.action_tables import asked_in_tables
from trigpoint.extractors.parts.actors import actor
from trigpoint.extractors.parts.deadlines import due
from trigpoint.extractors.parts.facts import fact, first_day, gaps, matched
from trigpoint.extractors.parts.items import Item
from trigpoint.extractors.parts.letter_heads import letter_date
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.rows import is_table, paragraphs
from trigpoint.extractors.parts.sectioned_lists import Listed, listed
from trigpoint.extractors.parts.sections import Section, sections

_MARKS: Final = (
    mark(r"\bjoint\s+targeted\s+area\s+inspection\s+of\b", 0.6, within=3000),
    mark(r"\bDear\b.{0,80}\bpartnership\b", 0.2, within=3000),
    mark(r"\bwritten\s+statement\s+of\s+(?:proposed\s+)?action", 0.2),
    mark(r"\bjoint targeted area inspections? \(JTAI", 0.1, within=4000),
)
_EXPECTED: Final[tuple[FactField, ...]] = (
    "authority",
    "start",
    "end",
    "published",
    "theme",
    "inspectorate",
    "addressee_role",
    "partner",
    "plan_prepared_by",
    "plan_sent_by",
    "plan_due",
)
_PRIORITY: Final = re.compile(r"(?:areas? (?:for|of) )?priority actions?\W*", re.I)
_IMPROVEMENT: Final = re.compile(
    r"(?:key )?areas? (?:for|of) (?:improvement|development)s?\W*"
    r"|what needs to (?:improve|be improved)\W*",
    re.I,
)
_STRENGTHS: Final = re.compile(r"(?:[\w’'-]+ ){0,3}strengths?\W*", re.I)
_OTHER: Final = re.compile(
    r"(?:(?:main|headline|key|summary of|detailed) findings|next steps|context|yours sincerely)\W*",
    re.I,
)
_NEXT: Final = re.compile(r"next steps\W*", re.I)
_NONE: Final = re.compile(
    r"\W*(?:none\b|not applicable\b"
    r"|(?:there (?:are|were|is|was) )?no (?:areas? for )?priority action"
    r"|inspectors (?:did not identify|found no|identified no)\b)",
    re.I,
)
_PREPARED: Final = re.compile(
    r"(?:^|[.] )(?:We have determined that )?(?P<who>\w(?:[^.()]|St\.)*?)(?: \([^()]*\))?"
    r",?(?: is the principal authority and)? should "
    r"(?:prepare|co-?ordinate the preparation of) a written statement"
)
_SENT: Final = re.compile(
    r"(?:^|[.] |\d )(?P<who>[A-Z][^.()]+?),? should send the written statement"
)
_DUE: Final = re.compile(
    r"should send the written statement.{0,160}?\bby (?:\w+day,? )?(?P<due>\d[^.]{3,20}? \d{4})\b"
)
_LEGAL: Final = re.compile(r"\bsection \d+\w*(?:\(\w+\))* of the [A-Z][\w’', ]+? Act \d{4}")
_LEAD: Final = re.compile(r"(?P<who>[A-Z][^.:]{3,120}?) (?:needs? to|should|must)\b.*:$", re.S)


def recognise(document: Document) -> float:
    """Return how surely this is the letter of a joint targeted area inspection."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the letter says of the area and its agencies."""
    parts = sections(document)
    facts = tuple(_facts(document, parts))
    known = (_PRIORITY, _IMPROVEMENT, _STRENGTHS, _OTHER)
    area = next((one.value for one in facts if one.field == "authority"), "")
    wanted = listed(document, parts, _IMPROVEMENT, known)
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        recommendations=(
            *_priorities(document, parts, known, area),
            *_asked(wanted, "area-for-improvement"),
        ),
        findings=tuple(_strengths(listed(document, parts, _STRENGTHS, known))),
    )
    return (replace(report, gaps=_gaps(parts, report)),)


def _facts(document: Document, parts: tuple[Section, ...]) -> Iterator[Fact]:
    letter = tuple(fact("published", letter_date(document), first_day))
    area = tuple(authority(document, parts))
    yield from area
    yield from letter
    yield from dates(document, parts, letter[0].value[:4] if letter else "")
    yield from themes(document, parts)
    yield from inspectorates(document, parts)
    yield from fact("legal_basis", matched(document, _LEGAL, 0))
    yield from addressees(document, area[0].value if area else "")
    for part in parts:
        if _NEXT.fullmatch(part.title):
            yield from _next_steps(document, part)


def _next_steps(document: Document, part: Section) -> Iterator[Fact]:
    """Yield who prepares the plan, who sends it, and by when, each from its own paragraph."""
    told = [Passage(document, lines) for lines in paragraphs(part.lines)]
    yield from fact("plan_prepared_by", chain(*(one.places(_PREPARED, "who") for one in told)))
    yield from fact("plan_sent_by", chain(*(one.places(_SENT, "who") for one in told)))
    yield from fact("plan_due", chain(*(one.places(_DUE, "due") for one in told)), first_day)


def _priorities(
    document: Document, parts: tuple[Section, ...], known: tuple[re.Pattern[str], ...], area: str
) -> Iterator[Recommendation]:
    """Yield the priority actions, from a table beside the body responsible or from a list."""
    tables = [part for part in parts if _PRIORITY.fullmatch(part.title) and is_table(part.lines)]
    if tables:
        yield from asked_in_tables(document, tables, "priority-action", area)
    else:
        found = listed(document, parts, _PRIORITY, known)
        said = tuple(one for one in found if not _NONE.match(one.item.text))
        yield from _asked(said, "priority-action")


def _asked(found: tuple[Listed, ...], kind: RecommendationKind) -> Iterator[Recommendation]:
    for position, one in enumerate(found, 1):
        lead = _LEAD.fullmatch(one.lead)
        who = lead["who"] if lead else actor(one.item.text.partition(". ")[0])
        yield Recommendation(
            kind=kind,
            text=one.item.text,
            position=position,
            evidence=one.item.evidence,
            section=one.section,
            heading=one.item.heading,
            addressees=(who,) if who else (),
            due=due(one.item.text),
            confidence=_sure(one.item),
        )


def _strengths(found: tuple[Listed, ...]) -> Iterator[Finding]:
    for position, one in enumerate(found, 1):
        section = one.item.heading or one.section
        yield Finding(
            "strength", one.item.text, position, one.item.evidence, section, _sure(one.item)
        )


def _sure(item: Item) -> float:
    return 0.99 if item.marked else 0.85


def _gaps(parts: tuple[Section, ...], report: Report) -> tuple[Gap, ...]:
    """Return what the letter does not say; it has no grades and names no lead inspector."""
    found = [*gaps(_EXPECTED, report.facts), Gap("judgements", "not-in-framework")]
    found.append(Gap("lead_inspector", "not-in-framework"))
    if not any(one.kind == "priority-action" for one in report.recommendations):
        found.append(Gap("priority-action", "none-stated"))
    if not any(_STRENGTHS.fullmatch(part.title) for part in parts):
        found.append(Gap("strength", "none-stated"))
    return tuple(found)


FAMILY: Final = Family("jtai", "jtai", "inspection", recognise, extract)
