"""The language step: reports as their families read them, with what their prose says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Gap, Judgement, Recommendation, Report
from trigpoint.extractors.language.agreement import joined
from trigpoint.extractors.language.grades import scales_of
from trigpoint.extractors.language.lead_ins import announced
from trigpoint.extractors.language.paragraphs import Paragraph, Span, paragraphs
from trigpoint.extractors.language.pipeline import Reader, spacy_reader
from trigpoint.extractors.language.progress import progress_statements
from trigpoint.extractors.language.statements import statements

_REVIEWS: Final = ("inspection", "assessment")


def read_prose(
    document: Document, reports: Sequence[Report], reader: Reader | None = None
) -> tuple[Report, ...]:
    """Return the reports with the grades and the progress that their prose states.

    `reader` reads the sentences that grade; without one the spaCy pipeline does, and where that is
    missing each graded report says so in a gap. Other papers than reviews are left as they are.
    """
    if not any(report.kind in _REVIEWS for report in reports):
        return tuple(reports)
    is_graded = any(scales_of(report.framework) for report in reports)
    reader = reader or (spacy_reader() if is_graded else None)
    found = paragraphs(
        document,
        [span for report in reports for span in _taken(report)],
        [finding for report in reports for finding in report.findings],
    )
    return tuple(
        _with_prose(document, report, part, reader) for report, part in _parted(reports, found)
    )


def _with_prose(
    document: Document, report: Report, part: Sequence[Paragraph], reader: Reader | None
) -> Report:
    moved = replace(report, progress=progress_statements(document, report, part))
    if not scales_of(report.framework):
        return moved
    if reader is None:
        return replace(moved, gaps=(*report.gaps, Gap("statements", "no-model")))
    findings = (*report.findings, *announced(document, part, report.findings))
    stated = statements(document, report, part, reader)
    return joined(replace(moved, findings=findings), stated)


def _taken(report: Report) -> Iterator[Span]:
    """Yield the places that the family has read: tables, headings, what is asked for."""
    stated: tuple[Judgement | Recommendation, ...] = (*report.judgements, *report.recommendations)
    for one in stated:
        yield from ((place.start, place.end) for place in one.evidence)
    for judgement in report.judgements:
        for place in (said.evidence for said in judgement.statements):
            yield place.start, place.end
    for point in report.scale_points:
        yield point.evidence.start, point.evidence.end


def _parted(
    reports: Sequence[Report], found: Sequence[Paragraph]
) -> Iterator[tuple[Report, Sequence[Paragraph]]]:
    """Yield each report with its part of the text: a second one begins at its last heading."""
    starts = [0, *(max((s for s, _ in _taken(one)), default=0) for one in reports[1:])]
    for report, start, end in zip(reports, starts, [*starts[1:], float("inf")], strict=True):
        yield report, [one for one in found if start <= one.places[0] < end]
