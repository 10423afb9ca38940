"""Invented reports. Whatever is found in one is printed in its text, so every quote is in place."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from trigpoint.extractors.findings import (
    Evidence,
    Fact,
    FactField,
    Finding,
    FindingKind,
    Gap,
    GradeStatement,
    Judgement,
    Recommendation,
    Report,
    StatedIn,
)
from trigpoint.graph.derived import derived_graphs
from trigpoint.graph.mapping import MappedReview, Source, map_report
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.ontology import vocabulary

CRITERIA = "Set measurable success criteria in every plan."
ATTENDANCE = "Improve the analysis of attendance in all schools."


@dataclass
class Paper:
    """The text of a report, printed line by line."""

    file: str = "thornmere-2004.pdf"
    text: str = ""

    def prints(self, words: str, page: int = 1) -> Evidence:
        start = len(self.text)
        self.text += words + "\n"
        return Evidence(page, start, start + len(words), words)

    @property
    def source(self) -> Source:
        return Source(
            path=f"reports/{self.file}",
            sha256=hashlib.sha256(self.file.encode()).hexdigest(),
            text_sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            reader="invented 1",
            pages=2,
            extractor="1",
        )


def fact(paper: Paper, name: FactField, value: str) -> Fact:
    return Fact(name, value, paper.prints(f"{name}: {value}"))


def statement(
    paper: Paper, subject: str, grade: str, stated_in: StatedIn = "prose", **more: Any
) -> GradeStatement:
    words = paper.prints(f"{subject} is {grade}.", page=2)
    return GradeStatement(stated_in, subject, grade, words, **more)


def judgement(
    paper: Paper,
    item: str,
    grade: str | None,
    *,
    framework: str = "lea-2004",
    prose: str = "",
    **more: Any,
) -> Judgement:
    """A row of the table, and a sentence with the grade `prose` where one is given."""
    line = vocabulary.framework(framework).item(item)
    assert line
    point = vocabulary.scale(line.scale).worded(grade) if grade else None
    row = paper.prints(f"{line.number} {line.label} {grade or 'not judged'}".strip())
    stated = [GradeStatement("table", line.label, grade, row)] if grade else []
    if prose:
        stated.append(statement(paper, line.label, prose))
    return Judgement(
        item=item,
        label=line.label,
        scale=line.scale,
        statements=tuple(stated),
        evidence=(row,),
        number=line.number,
        grade=grade,
        rank=point.rank if point else None,
        no_grade_reason=None if grade else "not-judged",
        **more,
    )


def recommendation(paper: Paper, text: str, position: int = 1, **more: Any) -> Recommendation:
    return replace(
        Recommendation("recommendation", text, position, (paper.prints(text, page=2),)), **more
    )


def finding(paper: Paper, text: str, kind: FindingKind = "strength", position: int = 1) -> Finding:
    return Finding(kind, text, position, (paper.prints(text, page=2),))


def report(
    paper: Paper,
    *,
    authority: str | None = "Thornmere",
    start: str | None = "2004-10",
    framework: str = "lea-2004",
    facts: Sequence[Fact] = (),
    **parts: Any,
) -> Report:
    named = [fact(paper, "authority", authority)] if authority else []
    dated = [fact(paper, "start", start)] if start else []
    every = (*named, *dated, *facts)
    return replace(Report(framework, "inspection", framework, facts=every), **parts)


def mapped(found: Report, paper: Paper, suffix: str = "") -> MappedReview:
    return map_report(found, paper.source, suffix=suffix)


def put(store: EmbeddedStore, found: Report, paper: Paper, suffix: str = "") -> MappedReview:
    """Store a report as the pipeline does."""
    review = mapped(found, paper, suffix)
    store.graphs.write(review.graph, sorted_nquads(review.quads))
    store.write_text(paper.source.text_sha256, paper.text)
    store.refresh()
    return review


@cache
def _derived() -> tuple[tuple[str, bytes], ...]:
    return tuple(derived_graphs())


def put_derived(store: EmbeddedStore) -> None:
    for graph, nquads in _derived():
        store.graphs.write(graph, nquads)
    store.refresh()


def thornmere_2004(paper: Paper) -> Report:
    """A table with and without fieldwork, prose that disagrees, lists, and a gap."""
    return report(
        paper,
        facts=(
            fact(paper, "lead_inspector", "Ada Example"),
            fact(paper, "lead_inspector", "Ben Example"),
        ),
        judgements=(
            judgement(paper, "2.5", "good", fieldwork=True),
            judgement(paper, "5.6", "satisfactory", fieldwork=False, prose="unsatisfactory"),
            judgement(paper, "0.3", None),
        ),
        recommendations=(
            recommendation(
                paper,
                ATTENDANCE,
                kind="key-recommendation",
                purpose="to raise standards",
                section="Attendance",
            ),
            recommendation(paper, CRITERIA, 2, heading="Planning"),
        ),
        findings=(
            finding(paper, "Schools trust the advice they are given."),
            finding(paper, "Plans seldom say how success is measured.", "weakness"),
        ),
        gaps=(Gap("published", "not-found", note="no date on the cover"),),
    )


def thornmere_2019(paper: Paper) -> Report:
    return report(
        paper,
        framework="ilacs",
        start="2019-05-13",
        facts=(fact(paper, "end", "2019-05-24"), fact(paper, "published", "2019-07-01")),
        judgements=(
            judgement(paper, "overall", "requires improvement to be good", framework="ilacs"),
        ),
        recommendations=(
            recommendation(
                paper,
                "The quality and timeliness of return home interviews.",
                kind="area-for-improvement",
                addressees=("Thornmere Council", "Thornmere Police"),
            ),
        ),
    )


def wexcombe_2003(paper: Paper) -> Report:
    return report(
        paper,
        authority="Wexcombe",
        framework="lea-2003",
        start="2003-05",
        judgements=(judgement(paper, "3", "poor", framework="lea-2003"),),
        recommendations=(recommendation(paper, f"  {CRITERIA.upper()}"),),
    )


def invented_library(store: EmbeddedStore) -> None:
    """Store three reports on two authorities, and the vocabulary."""
    made = {
        "thornmere-2004.pdf": thornmere_2004,
        "thornmere-2019.pdf": thornmere_2019,
        "wexcombe-2003.pdf": wexcombe_2003,
    }
    for file, make in made.items():
        paper = Paper(file)
        put(store, make(paper), paper)
    put_derived(store)
