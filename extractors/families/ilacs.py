"""Inspections of local authority children's services since 2018."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import childrens_services as common
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.yardstick import places, yardstick
from trigpoint.extractors.findings import Evidence, Gap, Report
from trigpoint.extractors.parts.asking_lists import asked_in_lists, none_asked
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import gaps
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.typeset import headings, in_order

_TITLE: Final = re.compile(r"(?:re-?)?inspection of\b", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\binspection of (?:the )?(?!local authority)(?P<name>.{3,90}?) "
    r"local authority children['’]s services",
    re.IGNORECASE,
)
_COVER: Final = 500  # characters
_MARKS: Final = (
    mark(r"inspection of children['’]s social care services", 0.5, within=_COVER),
    mark(r"inspection of .{0,90}?local authority children['’]s services", 0.5, within=_COVER),
    mark(r"\bthe impact of leaders on social work practice", 0.4),
    mark(r"\bchildren who need help and protection", 0.1),
    mark(r"\b(?:focused|monitoring) visit (?:to|of|letter)\b", -0.6, within=600),
    mark(r"\bunannounced inspection\b|\bcontact, referral and assessment\b", -0.6, within=600),
    mark(r"\bjoint (?:targeted )?area\b", -0.3, within=600),
)


def recognise(document: Document) -> float:
    """Return how surely this is the report of such an inspection, not the letter after a visit."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says."""
    lines = in_order(document.lines)
    found = headings(lines)
    measure = yardstick(FAMILY.framework)
    rows, repeats = measure.table(document)
    headed = measure.headed(document, found, places(rows, repeats))
    facts = tuple(common.facts(document, _authority(document)))
    asked = asked_in_lists(document, lines, found)
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        judgements=measure.judgements(rows, (*repeats, *headed)),
        recommendations=asked,
        gaps=(
            *gaps(common.EXPECTED, facts),
            Gap("published", "not-in-framework"),
            *none_asked(found, asked),
        ),
    )
    return (report,)


def _authority(document: Document) -> Iterator[Evidence]:
    if found := _NAMED.search(document.text[:_COVER]):
        yield evidence(document, *found.span("name"))
    yield from common.named_above(document, _TITLE)


FAMILY: Final = Family("ilacs", "ilacs", "inspection", recognise, extract)
