"""Inspections of local education authorities, 2002 and 2003: purposes with bullets, a record."""

from __future__ import annotations

from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import lea_common
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import Report
from trigpoint.extractors.parts.asking import asked
from trigpoint.extractors.parts.blocks import blocks
from trigpoint.extractors.parts.facts import gaps
from trigpoint.extractors.parts.figures import figures
from trigpoint.extractors.parts.repeats import merged
from trigpoint.extractors.parts.strengths import listed, numbered


def recognise(document: Document) -> float:
    """Return how surely this is an inspection report on an LEA in the form of 2003."""
    return lea_common.likely(document) if lea_common.form(document) == "2003" else 0.0


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the report says."""
    parts = blocks(document)
    facts = lea_common.facts(document)
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        scale_points=lea_common.scale_points(document),
        judgements=lea_common.judgements(document, FAMILY.framework),
        recommendations=merged(asked(document, parts)),
        findings=numbered(listed(document, parts)),
        figures=figures(document),
        gaps=gaps(lea_common.EXPECTED, facts),
    )
    return (report,)


FAMILY: Final = Family("lea-2003", "lea-2003", "inspection", recognise, extract)
