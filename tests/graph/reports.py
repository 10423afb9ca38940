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
    Figure,
    Finding,
    FindingKind,
    Gap,
    GradeStatement,
    Judgement,
    PartnerMention,
    ProgressStatement,
    Recommendation,
    Report,
    StatedIn,
)
from trigpoint.graph import iris
from trigpoint.graph.authorities import slug
from trigpoint.graph.derived import computed_graphs, derived_graphs
from trigpoint.graph.mapping import MappedReview, Source, map_report
from trigpoint.graph.mapping.writer import GraphWriter, english
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.ontology import vocabulary
from trigpoint.ontology.namespaces import ID

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


def progress(paper: Paper, subject: str, degree: str, **more: Any) -> ProgressStatement:
    words = paper.prints(f"Progress in {subject} has been {degree}.", page=2)
    return ProgressStatement(subject, degree, words, **more)


def recommendation(paper: Paper, text: str, position: int = 1, **more: Any) -> Recommendation:
    return replace(
        Recommendation("recommendation", text, position, (paper.prints(text, page=2),)), **more
    )


def finding(paper: Paper, text: str, kind: FindingKind = "strength", position: int = 1) -> Finding:
    return Finding(kind, text, position, (paper.prints(text, page=2),))


def partner(paper: Paper, name: str, kind: str, **more: Any) -> PartnerMention:
    return PartnerMention(name, kind, paper.prints(f"The inspection met {name}."), **more)


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
        progress=(progress(paper, "planning", "slow", functions=("corporate-planning",)),),
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


def oldmere_2001(paper: Paper) -> Report:
    """A predecessor, with a direction, an earlier grade, and a sentence read with doubt."""
    return report(
        paper,
        authority="Oldmere",
        framework="lea-2000",
        start="2001-03",
        statements=(
            statement(paper, "Support for governors", "good", direction="improved"),
            statement(paper, "Admissions", "poor", time="previous", confidence=0.6),
        ),
        recommendations=(recommendation(paper, "Halve the time that admissions take by 2002."),),
        warnings=("Two first days of fieldwork are printed.",),
    )


def wexcombe_2024(paper: Paper) -> Report:
    """An area: partners, actions for one body and for two, practice to copy."""
    return report(
        paper,
        authority="Wexcombe",
        framework="area-send",
        start="2024-02-05",
        facts=(
            fact(paper, "priority_action_plan_required", "true"),
            fact(paper, "plan_due", "2024-09-01"),
        ),
        recommendations=(
            recommendation(
                paper,
                "Leaders should shorten the wait for speech therapy.",
                kind="priority-action",
                addressees=("NHS Wexshire Integrated Care Board",),
            ),
            recommendation(
                paper,
                "Leaders should commission respite together.",
                2,
                kind="priority-action",
                addressees=("Wexcombe Council", "NHS Wexshire Integrated Care Board"),
            ),
        ),
        findings=(
            finding(paper, "Nurseries and health visitors plan jointly.", "effective-practice"),
        ),
        partners=(
            partner(paper, "Wexcombe Council", "council", role="responsible"),
            partner(
                paper,
                "NHS Wexshire Integrated Care Board",
                "integrated-care-board",
                role="responsible",
            ),
            partner(paper, "police", "police-force", proper=False),
        ),
    )


def wexcombe_2004(paper: Paper) -> Report:
    """Better graded than a neighbour, asked for the same, with a strength and a figure."""
    return report(
        paper,
        authority="Wexcombe",
        start="2004-06",
        judgements=(judgement(paper, "5.6", "very good"),),
        recommendations=(recommendation(paper, "Raise attendance in secondary schools."),),
        findings=(finding(paper, "Support for attendance in schools is strong."),),
        figures=(Figure("Maintained schools", "41", "", paper.prints("Maintained schools 41")),),
    )


def thornmere_2024(paper: Paper) -> Report:
    """An old theme and a weakness under another framework, and a partner with a misprint."""
    return report(
        paper,
        framework="area-send",
        start="2024-05-13",
        recommendations=(
            recommendation(
                paper,
                "Moorland Police and schools should raise attendance.",
                kind="area-for-improvement",
            ),
            recommendation(paper, "Raise attendance in special schools.", 2),
        ),
        findings=(finding(paper, "Attendance at school is poor.", "weakness"),),
        partners=(
            partner(paper, "NHS Wexshire Integrated Care Board", "integrated-care-board"),
            partner(paper, "NHS Wexshyre Integrated Care Board", "integrated-care-board"),
            partner(paper, "Moorland Police", "police-force"),
        ),
    )


def put_reference(store: EmbeddedStore) -> None:
    """Say of invented authorities what the tables say of real ones."""
    writer = GraphWriter(iris.derived_graph("invented-reference"))
    thornmere, wexcombe, oldmere = (
        f"{ID}authority/{slug(name)}" for name in ("Thornmere", "Wexcombe", "Oldmere")
    )
    writer.link(thornmere, "tp:statisticalNeighbour", wexcombe)
    writer.add(thornmere, "tp:gssCode", "E06000999")
    for body in (thornmere, wexcombe):
        writer.add(body, "tp:region", "Invented Moors")
        writer.type(body, "tp:LocalAuthority")
    change = f"{ID}change/oldmere"
    writer.type(change, "org:ChangeEvent")
    writer.add(change, "rdfs:label", english("Oldmere became Thornmere"))
    writer.add(change, "prov:atTime", "2002-04-01T00:00:00")
    writer.link(change, "org:originalOrganization", oldmere)
    writer.link(change, "org:resultingOrganization", thornmere)
    store.graphs.write(writer.graph.value, sorted_nquads(writer.quads))
    store.refresh()


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


def larger_library(store: EmbeddedStore) -> None:
    """Store four reports more, facts on the authorities, and whatever is computed of them."""
    made = {
        "oldmere-2001.pdf": oldmere_2001,
        "wexcombe-2004.pdf": wexcombe_2004,
        "thornmere-2024.pdf": thornmere_2024,
        "wexcombe-2024.pdf": wexcombe_2024,
    }
    for file, make in made.items():
        paper = Paper(file)
        put(store, make(paper), paper)
    invented_library(store)
    put_reference(store)
    for graph, nquads in computed_graphs(store):
        store.graphs.write(graph, nquads)
    store.refresh()
