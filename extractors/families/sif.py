"""Inspections under the single inspection framework, 2013 to 2018, with the review of the board.

The cover grades the authority; the board has its own part with its own grade and its own list, and
becomes a report of its own. Re-inspections have no board.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import childrens_services as common
from trigpoint.extractors.families import safeguarding_board as board
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.yardstick import Stated, outside, places, yardstick
from trigpoint.extractors.findings import Evidence, Report
from trigpoint.extractors.parts.asking_lists import asked_in_lists, none_asked
from trigpoint.extractors.parts.facts import gaps
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.strength_lists import strengths
from trigpoint.extractors.parts.typeset import Heading, headings, in_order, paragraphs

_TITLE: Final = re.compile(r"(?:re-?)?inspection of\b", re.IGNORECASE)
_OVERALL: Final = re.compile(
    r"(?:the )?overall judge?ment(?: is that children['’]s services)?|children['’]s services\b.*",
    re.IGNORECASE,
)
_MARKS: Final = (
    mark(
        r"inspection of services for children in need of help and protection,? "
        r"children looked after and care leavers",
        0.7,
        within=600,
    ),
    mark(r"\bchildren looked after and achieving permanence\b", 0.2),
    mark(r"\bexperiences? and progress of care leavers\b", 0.1),
    mark(r"\bmonitoring visit (?:to|of|letter)\b", -0.7, within=600),
)


def recognise(document: Document) -> float:
    """Return how surely this is the report of such an inspection."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says of the authority, and of the board where it was reviewed."""
    lines = in_order(document.lines)
    found = headings(lines)
    begins = board.first_line(found)
    own = [heading for heading in found if heading.first < begins]
    facts = tuple(common.facts(document, common.named_above(document, _TITLE)))
    measure = yardstick(FAMILY.framework)
    cells, repeats = measure.table(document)
    rows = [row for row in cells if row.key != board.ITEM]
    stated = (*repeats, *_stated(document, found, places(rows, repeats)))
    asked = asked_in_lists(document, lines[:begins], own)
    authority = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        judgements=measure.judgements(rows, board.others(stated)),
        recommendations=asked,
        findings=strengths(document, lines[:begins], own),
        gaps=(*gaps((*common.EXPECTED, "published"), facts), *none_asked(own, asked)),
    )
    part = board.part(document, lines, found[len(own) :], stated, facts)
    return (authority, replace(part, family=FAMILY.name)) if part else (authority,)


def _stated(
    document: Document, found: Sequence[Heading], taken: Sequence[Evidence]
) -> tuple[Stated, ...]:
    """Find the grades in headings, and in sentences of the cover, which may be set like text."""
    measure, lines = yardstick(FAMILY.framework), document.lines
    cover = paragraphs([line for line in lines if line.page == lines[0].page])
    sentences = measure.headed(document, cover, taken, known=_key)
    elsewhere = outside(found, places((), sentences))
    return (*sentences, *measure.headed(document, elsewhere, taken, known=_key))


def _key(label: str) -> str | None:
    return "overall" if _OVERALL.fullmatch(label) else board.key(label)


FAMILY: Final = Family("sif", "sif", "inspection", recognise, extract)
