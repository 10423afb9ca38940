"""Area inspections of special educational needs and disabilities, since 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families.area_send_partners import leads, responsible
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import (
    Evidence,
    Fact,
    FactField,
    Finding,
    FindingKind,
    Gap,
    GradeStatement,
    Judgement,
    Report,
)
from trigpoint.extractors.parts.action_tables import asked_in_tables
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled, last_day, matched
from trigpoint.extractors.parts.items import items
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.sections import Section, sections
from trigpoint.ontology.vocabulary import Grade, framework, scale

_MARKS: Final = (
    mark(r"area SEND inspection of\b", 0.6, within=600),
    mark(r"local area partnership report", 0.2, within=600),
    mark(r"inspection outcome.{0,60}local area partnership|systemic failings", 0.1, within=2000),
    mark(r"local area partnership details", 0.2),
    mark(r"\bmonitoring (?:inspection|visit)\b", -0.6, within=200),
)
_EXPECTED: Final[tuple[FactField, ...]] = (
    "authority",
    "start",
    "end",
    "lead_inspector",
    "partner",
    "priority_action_plan_required",
    "next_inspection",
    "legal_basis",
)
_OUTCOME: Final = re.compile(r"(?:inspection )?outcome", re.I)
_ABOUT: Final = re.compile(r"information about the local area.*", re.I)
_EFFECTIVE: Final = re.compile(r"what is the .*\bdoing (?:that is effective|well).*", re.I)
_BETTER: Final = re.compile(r"what does the .*\bneed to do better.*", re.I)
_PRIORITY: Final = re.compile(r"(?:areas? (?:for|of) )?priority actions?\W*", re.I)
_IMPROVEMENT: Final = re.compile(r"areas? (?:for|of) improvements?\W*", re.I)
_DETAILS: Final = re.compile(r".*\bpartnership details", re.I)
_TEAM: Final = re.compile(r"(?:the )?inspection team", re.I)

_AREA: Final = re.compile(r"inspection of\s+(.{3,80}?)\s+local\s+area\s+partnership", re.I | re.S)
_FOOTER_AREA: Final = re.compile(r"inspection report:\s+(.{3,80}?)\s+local\s+area\b", re.I | re.S)
_PLAN: Final = re.compile(
    r"\b(?P<required>requires? .*\bpriority action plan)"
    r"|\b(?:asks?|publish\w*)\b.*\bstrategic plan",
    re.I,
)
_NEXT: Final = re.compile(
    r"\b(?:monitoring inspection|next full\b.*\b(?:re)?inspection|next inspection)\b", re.I
)
_LEGAL: Final = re.compile(r"\bsection \d+\w*(?:\(\w+\))* of the [A-Z][\w’', ]+? Act \d{4}")
_INSPECTORATE: Final = re.compile(r"\bOfsted\b|\bCare Quality Commission\b")
_LICENCE: Final = re.compile(r"\bOpen\s+Government\s+Licence\b")
_PREVIOUS: Final = r"dates? of (?:the )?(?:previous|last) inspection"


def recognise(document: Document) -> float:
    """Return how surely this is the report of an area SEND inspection."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says of the area's partnership."""
    parts = sections(document)
    judgements = tuple(_judgements(document, parts))
    facts = tuple(_facts(document, parts))
    area = next((one.value for one in facts if one.field == "authority"), "")
    actions = asked_in_tables(document, _all(parts, _PRIORITY), "priority-action", area)
    improvements = asked_in_tables(
        document, _all(parts, _IMPROVEMENT), "area-for-improvement", area
    )
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        judgements=judgements,
        recommendations=(*actions, *improvements),
        findings=(
            *_listed(document, _all(parts, _EFFECTIVE), "strength"),
            *_listed(document, _all(parts, _BETTER), "weakness"),
        ),
    )
    return (replace(report, gaps=_gaps(document, report)),)


def _all(parts: tuple[Section, ...], title: re.Pattern[str]) -> tuple[Section, ...]:
    """Return the sections of that title: a table may print it again as its head."""
    return tuple(part for part in parts if title.fullmatch(part.title) and part.lines)


def _first(document: Document, parts: tuple[Section, ...], title: re.Pattern[str]) -> Passage:
    lines = (part.lines for part in _all(parts, title))
    return Passage(document, next(lines, ()))


def _facts(document: Document, parts: tuple[Section, ...]) -> Iterator[Fact]:
    area = tuple(fact("authority", _area(document), _area_name))
    yield from area
    dates = tuple(labelled(document, r"(?:inspection dates?|dates? of (?:this )?inspection)"))
    yield from fact("start", dates, first_day)
    yield from fact("end", dates, lambda quote: last_day(quote) or first_day(quote))
    yield from fact("previous_inspection", labelled(document, _PREVIOUS), first_day)
    yield from leads(document, (part.lines for part in _all(parts, _TEAM)))
    name = area[0].value if area else ""
    about = _first(document, parts, _ABOUT)
    yield from responsible(about, _first(document, parts, _DETAILS), name)
    yield from _inspectorates(document, parts)
    yield from fact("legal_basis", matched(document, _LEGAL, 0))
    yield from fact("licence", matched(document, _LICENCE, 0))
    yield from _outcome_facts(_first(document, parts, _OUTCOME))


def _area(document: Document) -> Iterator[Evidence]:
    for pattern in (_AREA, _FOOTER_AREA):
        if found := pattern.search(document.text):
            yield evidence(document, *found.span(1))


def _area_name(quote: str) -> str:
    return authority_name(re.sub(r"(?<=\w)- (?=\w)", "-", clean(quote)))


def _inspectorates(document: Document, parts: tuple[Section, ...]) -> Iterator[Fact]:
    passages = (_first(document, parts, title) for title in (_TEAM, _OUTCOME))
    known: set[str] = set()
    for place in (place for one in passages for place in one.places(_INSPECTORATE)):
        name = clean(place.quote)
        if name not in known:
            known.add(name)
            yield Fact("inspectorate", name, place)


def _outcome_facts(outcome: Passage) -> Iterator[Fact]:
    """Yield what follows from the outcome: when the next inspection is, whether a plan is due."""
    coming = [span for span in outcome.sentences() if _NEXT.search(outcome.text[slice(*span)])]
    if coming:
        start, end = coming[0][0], coming[-1][1]
        place = outcome.evidence(start, end)[0]
        yield Fact("next_inspection", clean(outcome.text[start:end]), place)
    for span in outcome.sentences():
        if found := _PLAN.search(outcome.text[slice(*span)]):
            required = "true" if found["required"] else "false"
            yield Fact("priority_action_plan_required", required, outcome.evidence(*span)[0])
            return


def _judgements(document: Document, parts: tuple[Section, ...]) -> Iterator[Judgement]:
    item = framework(FAMILY.framework).items[0]
    outcome = _first(document, parts, _OUTCOME)
    for span in outcome.sentences():
        if grade := _grade(item.scale, outcome.text[slice(*span)]):
            places = outcome.evidence(*span)
            stated = GradeStatement("prose", item.label, grade.words, places[0], item.scale)
            yield Judgement(
                item=item.key,
                label=item.label,
                scale=item.scale,
                statements=(stated,),
                evidence=places,
                grade=grade.words,
                rank=grade.rank,
            )
            return


def _grade(key: str, sentence: str) -> Grade | None:
    """Return the grade whose words stand in a sentence, in any of their wordings."""
    said = " ".join(sentence.lower().split())
    return next(
        (g for g in scale(key).grades if any(words in said for words in (g.words, *g.variants))),
        None,
    )


def _listed(document: Document, parts: tuple[Section, ...], kind: FindingKind) -> Iterator[Finding]:
    found = [(part.title, item) for part in parts for item in items(document, part.lines)]
    marked = [one for one in found if one[1].marked]
    for position, (title, item) in enumerate(marked or found, 1):
        sure = 0.99 if item.marked else 0.9
        yield Finding(kind, item.text, position, item.evidence, title, sure)


def _gaps(document: Document, report: Report) -> tuple[Gap, ...]:
    """Return what the report does not say, and why."""
    found = [*gaps(_EXPECTED, report.facts)]
    if not report.judgements:
        found.append(Gap("outcome", "not-found"))
    if not report.value("previous_inspection"):
        said = next((one.quote for one in labelled(document, _PREVIOUS)), "")
        found.append(Gap("previous_inspection", "none-stated" if said else "not-found", note=said))
    if not any(one.kind == "priority-action" for one in report.recommendations):
        required = report.value("priority_action_plan_required") == "true"
        found.append(Gap("priority-action", "not-found" if required else "none-stated"))
    found.append(Gap("published", "none-stated"))
    return tuple(found)


FAMILY: Final = Family("area-send", "area-send", "inspection", recognise, extract)
