"""Inspections of local education authorities until 2001: prose, with no record of judgements."""

from __future__ import annotations

from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import lea_common
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import Gap, Report
from trigpoint.extractors.parts.asking import asked
from trigpoint.extractors.parts.blocks import blocks
from trigpoint.extractors.parts.facts import gaps
from trigpoint.extractors.parts.figures import figures
from trigpoint.extractors.parts.repeats import merged
from trigpoint.extractors.parts.strengths import listed, numbered


def recognise(document: Document) -> float:
    """Return how surely this is an inspection report on an LEA in the form of 2000."""
    return lea_common.likely(document) if lea_common.form(document) == "2000" else 0.0


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says."""
    parts = blocks(document)
    facts = lea_common.facts(document)
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        recommendations=merged(asked(document, parts, by_chapter=True), alike=_ALIKE),
        findings=numbered(listed(document, parts)),
        figures=figures(document),
        gaps=(Gap("judgements", "prose-only"), *gaps(lea_common.EXPECTED, facts)),
    )
    return (report,)


_ALIKE: Final = 90.0  # the appendix repeats them word for word
FAMILY: Final = Family("lea-2000", "lea-2000", "inspection", recognise, extract)
