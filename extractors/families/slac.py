"""Inspections of safeguarding, of the protection of children, of care for them, 2009 to 2013.

The grades stand in a record on the last page, once for each of the two services where both were
inspected; items of the same words are told apart by the service named above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import childrens_services as common
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.yardstick import places, yardstick
from trigpoint.extractors.findings import Evidence, Fact, Judgement, Recommendation, Report
from trigpoint.extractors.parts.asking_lists import asked_in_lists, none_asked
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import gaps
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.typeset import Heading, headings, in_order
from trigpoint.ontology.vocabulary import Framework, Item, Version

_PROTECTION: Final = r"(?:local authority )?arrangements for the protection of children"
_TITLE: Final = re.compile(
    rf"inspection of (?:{_PROTECTION}|safeguarding|(?:services for )?looked after children)\b.*",
    re.IGNORECASE,
)
_PROTECTION_FORM: Final = "2012"
_COVER: Final = 400  # characters
_DUE: Final = re.compile(
    r"(?:immediately|(?:with)?in \w+ (?:weeks?|months?|years?))\b", re.IGNORECASE
)
_MARKS: Final = (
    mark(
        r"\b(?:re-?)?inspection\s+of\s+"
        rf"(?:{_PROTECTION}|safeguarding|(?:services for )?looked after children)",
        0.6,
        within=_COVER,
    ),
    mark(r"\brecord of main findings\b", 0.2),
    mark(r"\boutstanding \(grade 1\)", 0.2),
    mark(r"\bjoint (?:targeted )?area\b", -0.5, within=600),
)


def recognise(document: Document) -> float:
    """Return how surely this is the report of such an inspection."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says."""
    lines = in_order(document.lines)
    found = headings(lines)
    facts = tuple(common.facts(document, _authority(document, found)))
    asked = tuple(map(_due, asked_in_lists(document, lines, found, numbered=False)))
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        judgements=_judgements(document, found, facts),
        recommendations=asked,
        gaps=(*gaps((*common.EXPECTED, "published"), facts), *none_asked(found, asked)),
    )
    return (report,)


def _judgements(
    document: Document, found: Sequence[Heading], facts: Sequence[Fact]
) -> tuple[Judgement, ...]:
    measure = yardstick(FAMILY.framework)
    version = _version(document, measure.framework, facts)
    rows, _ = measure.table(document)
    headed = measure.headed(document, found, places(rows))
    keyed = ((row, _key(row.label, row.place.start, found, version)) for row in rows)
    stated = ((_key(one.subject, one.evidence.start, found, version), one) for _, one in headed)
    return measure.judgements(
        [replace(row, key=key) for row, key in keyed if key],
        [(key, one) for key, one in stated if key],
    )


def _version(document: Document, framework: Framework, facts: Sequence[Fact]) -> Version:
    """Return the form of the inspection: that of the protection of children ran beside others."""
    protection = re.search(_PROTECTION, document.text[:_COVER], re.IGNORECASE)
    form = next(one for one in framework.versions if one.key == _PROTECTION_FORM)
    if protection:
        return form
    began = next((one.value for one in facts if one.field == "start"), "")
    others = tuple(one for one in framework.versions if one is not form)
    return replace(framework, versions=others).version_at(began)


def _key(label: str, start: int, found: Sequence[Heading], version: Version) -> str | None:
    """Return the key of the item of that label under the service named last before `start`."""
    alike = [item for item in version.items if _is_worded(item, label)]
    services = {item.section.lower() for item in alike}
    above = (one.text.lower().rstrip(": ") for one in reversed(found) if one.start < start)
    service = next((text for text in above if text in services), "")
    return next((item.key for item in alike if item.section.lower() in (service or services)), None)


def _is_worded(item: Item, label: str) -> bool:
    return label.lower() in (words.lower() for words in (item.label, *item.variants))


def _authority(document: Document, found: Sequence[Heading]) -> Iterator[Evidence]:
    """Yield the heading below the title of the cover, or what stands above it."""
    for title, below in pairwise(found):
        if _TITLE.fullmatch(title.text) and below.page == title.page == 1:
            yield evidence(document, below.start, below.end)
    yield from common.named_above(document, _TITLE)


def _due(item: Recommendation) -> Recommendation:
    due = item.heading.rstrip(": ")
    return replace(item, due=due, heading="") if _DUE.match(due) else item


FAMILY: Final = Family("slac", "slac", "inspection", recognise, extract)
