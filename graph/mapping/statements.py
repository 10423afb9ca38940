"""What a review states: judgements, grade statements, recommendations, findings, figures, gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from trigpoint.extractors.findings import (
    Evidence,
    Figure,
    Finding,
    Gap,
    GradeStatement,
    Judgement,
    PrintedGrade,
    ProgressStatement,
    Recommendation,
    Report,
)
from trigpoint.graph import iris
from trigpoint.graph.addressees import Addressees
from trigpoint.graph.authorities import slug
from trigpoint.graph.mapping.entities import add_entity
from trigpoint.graph.mapping.evidence import add_evidence
from trigpoint.graph.mapping.writer import GraphWriter, boolean, decimal, english, integer
from trigpoint.ontology import vocabulary


class TextSource(Protocol):
    """What is said of where a statement was read."""

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the canonical text."""
        ...

    @property
    def extractor(self) -> str:
        """Version of the extractor."""
        ...


@cache
def _functions_of_items(framework: str) -> dict[str, tuple[str, ...]]:
    return {item.key: item.functions for item in vocabulary.framework(framework).items}


def _said(judgement: Judgement) -> tuple[str, ...]:
    """Return the functions that the statements of a judgement without an item name."""
    return tuple(dict.fromkeys(name for one in judgement.statements for name in one.functions))


def _name(judgement: Judgement) -> str:
    """Return number, label and grade; the number once where the label is printed with it."""
    number, label = judgement.number, judgement.label
    first = label.partition(" ")[0]
    numbered = label if first.rstrip(".") == number else f"{number} {label}".strip()
    return f"{numbered}: {judgement.grade or f'no grade ({judgement.no_grade_reason})'}"


@cache
def grade_iri(scale: str, words: str, rank: int | None) -> str | None:
    """Return the IRI of a grade of a scale by its words, with the rank where words recur."""
    named = [grade for grade in vocabulary.scale(scale).grades if grade.words == words]
    best = next((grade for grade in named if grade.number == str(rank)), None)
    chosen = best or (named[0] if named else None)
    return iris.concept("grade", f"{scale}/{chosen.key}") if chosen else None


@dataclass
class StatementMapper:
    """Writes all statements of one report into the graph of its review."""

    writer: GraphWriter
    report: Report
    key: str
    about: str | None
    source: TextSource
    addressees: Addressees
    _used: Counter[str] = field(default_factory=Counter)

    def add_all(self) -> None:
        """Write everything the report states."""
        for judgement in self.report.judgements:
            self._judgement(judgement)
        for statement in self.report.statements:
            self._grade_statement(statement, None)
        for progress in self.report.progress:
            self._progress(progress)
        for recommendation in self.report.recommendations:
            self._recommendation(recommendation)
        for finding in self.report.findings:
            self._finding(finding)
        for figure in self.report.figures:
            self._figure(figure)
        for point in self.report.scale_points:
            self._scale_point(point)
        for gap in self.report.gaps:
            self._gap(gap)

    def add_provenance(self, node: str, spans: Sequence[Evidence], confidence: float) -> None:
        """Say of any node where it was made, what it rests on, and how sure it is."""
        writer = self.writer
        writer.link(node, "tp:madeIn", iris.review(self.key))
        writer.link(node, "tp:aboutAuthority", self.about)
        writer.add(node, "tp:confidence", decimal(confidence))
        run = iris.run(self.source.text_sha256, self.source.extractor)
        writer.link(node, "prov:wasGeneratedBy", run)
        add_evidence(writer, node, spans, self.source.text_sha256)

    def _unique(self, node: str) -> str:
        """Tell nodes of the same key apart: the second gets `-2`."""
        self._used[node] += 1
        times = self._used[node]
        return node if times == 1 else f"{node}-{times}"

    def _judgement(self, judgement: Judgement) -> None:
        writer = self.writer
        node = self._unique(iris.judgement(self.key, judgement.item))
        writer.type(node, "tp:Judgement")
        writer.add(node, "rdfs:label", english(_name(judgement)))
        functions = _functions_of_items(self.report.framework).get(judgement.item)
        if functions is not None:
            item = f"{self.report.framework}/{judgement.item}"
            writer.link(node, "tp:item", iris.concept("item", item))
        writer.add(node, "tp:itemNumber", judgement.number)
        writer.add(node, "tp:itemLabel", judgement.label)
        writer.add(node, "tp:section", judgement.section)
        self._functions(node, functions if functions is not None else _said(judgement))
        self._grade(node, judgement)
        if judgement.fieldwork is not None:
            writer.add(node, "tp:fieldwork", boolean(judgement.fieldwork))
        self._direction(node, judgement.direction)
        for place in dict.fromkeys(statement.stated_in for statement in judgement.statements):
            writer.link(node, "tp:statedIn", iris.concept("stated-in", place))
        self.add_provenance(node, judgement.evidence, judgement.confidence)
        for statement in judgement.statements:
            self._grade_statement(statement, node)

    def _functions(self, node: str, slugs: Sequence[str]) -> None:
        for name in slugs:
            self.writer.link(node, "tp:function", iris.concept("function", name))

    def _grade(self, node: str, judgement: Judgement) -> None:
        writer = self.writer
        writer.link(node, "tp:scale", iris.concept("scale", judgement.scale))
        if judgement.grade is None:
            reason = judgement.no_grade_reason or "not-found"
            writer.link(node, "tp:noGradeReason", iris.concept("reason", reason))
            return
        grade = grade_iri(judgement.scale, judgement.grade, judgement.rank)
        writer.link(node, "tp:grade", grade)
        writer.add(node, "tp:gradeText", judgement.grade)
        if judgement.rank is not None:
            writer.add(node, "tp:rank", integer(judgement.rank))

    def _direction(self, node: str, direction: str | None) -> None:
        if direction:
            self.writer.link(node, "tp:directionOfTravel", iris.concept("direction", direction))

    def _grade_statement(self, statement: GradeStatement, judgement: str | None) -> None:
        writer, span = self.writer, statement.evidence
        name = f"{span.start}-{span.end}-{iris.fingerprint(statement.subject + statement.grade)}"
        node = self._unique(iris.part(self.key, "grade-statement", name))
        writer.type(node, "tp:GradeStatement")
        writer.link(node, "tp:states", judgement)
        writer.link(node, "tp:statedIn", iris.concept("stated-in", statement.stated_in))
        writer.link(node, "tp:time", iris.concept("time", statement.time))
        writer.link(node, "tp:level", iris.concept("level", statement.level))
        writer.add(node, "tp:subjectText", statement.subject)
        writer.add(node, "tp:gradeText", statement.grade)
        writer.add(node, "tp:paragraph", statement.paragraph)
        if statement.scale:
            writer.link(node, "tp:scale", iris.concept("scale", statement.scale))
        self._functions(node, statement.functions)
        self._direction(node, statement.direction)
        self.add_provenance(node, (span,), statement.confidence)

    def _progress(self, progress: ProgressStatement) -> None:
        writer, span = self.writer, progress.evidence
        name = f"{span.start}-{span.end}-{iris.fingerprint(progress.subject + progress.degree)}"
        node = self._unique(iris.part(self.key, "progress-statement", name))
        writer.type(node, "tp:ProgressStatement")
        writer.add(node, "tp:subjectText", progress.subject)
        writer.add(node, "tp:degreeText", progress.degree)
        writer.add(node, "tp:paragraph", progress.paragraph)
        self._functions(node, progress.functions)
        self.add_provenance(node, (span,), progress.confidence)

    def _recommendation(self, recommendation: Recommendation) -> None:
        writer = self.writer
        node = self._unique(iris.recommendation(self.key, recommendation.kind, recommendation.text))
        kind = recommendation.kind
        is_request = kind == "decision-request"
        writer.type(node, "tp:DecisionRequest" if is_request else "tp:Recommendation")
        writer.link(node, "tp:recommendationKind", iris.concept("recommendation-kind", kind))
        writer.add(node, "tp:fingerprint", iris.fingerprint(recommendation.text))
        writer.add(node, "tp:position", integer(recommendation.position))
        writer.add(node, "tp:text", english(recommendation.text))
        if recommendation.purpose:
            writer.add(node, "tp:purposeText", english(recommendation.purpose))
        writer.add(node, "tp:section", recommendation.section)
        writer.add(node, "tp:rawHeading", recommendation.heading)
        writer.add(node, "tp:dueText", recommendation.due)
        writer.add(node, "tp:addresseeText", "; ".join(recommendation.addressees))
        for printed in recommendation.addressees:
            for body in self.addressees.bodies(printed):
                add_entity(writer, body)
                writer.link(node, "tp:addressee", body.iri)
        for tag in recommendation.tags:
            writer.add(node, "tp:tag", tag)
        self.add_provenance(node, recommendation.evidence, recommendation.confidence)

    def _finding(self, finding: Finding) -> None:
        name = f"{finding.kind}-{iris.fingerprint(finding.text)}"
        node = self._unique(iris.part(self.key, "finding", name))
        kind = "".join(word.capitalize() for word in finding.kind.split("-"))
        self.writer.type(node, "tp:Finding", f"tp:{kind}")
        self.writer.add(node, "tp:position", integer(finding.position))
        self.writer.add(node, "tp:text", english(finding.text))
        self.writer.add(node, "tp:section", finding.section)
        self.add_provenance(node, finding.evidence, finding.confidence)

    def _figure(self, figure: Figure) -> None:
        name = iris.fingerprint(f"{figure.label} {figure.value} {figure.evidence.start}")
        node = self._unique(iris.part(self.key, "figure", name))
        self.writer.type(node, "tp:ContextFigure")
        self.writer.add(node, "rdfs:label", english(figure.label))
        self.writer.add(node, "tp:value", figure.value)
        self.writer.add(node, "tp:unit", figure.unit)
        self.add_provenance(node, (figure.evidence,), figure.confidence)

    def _scale_point(self, point: PrintedGrade) -> None:
        node = self._unique(iris.part(self.key, "printed-grade", f"{point.scale}-{point.number}"))
        self.writer.type(node, "tp:PrintedGrade")
        self.writer.link(node, "tp:scale", iris.concept("scale", point.scale))
        self.writer.add(node, "tp:printedNumber", point.number)
        self.writer.add(node, "tp:gradeText", point.words)
        self.add_provenance(node, (point.evidence,), 0.99)

    def _gap(self, gap: Gap) -> None:
        name = "-".join(filter(None, (gap.field.replace("_", "-"), slug(gap.subject))))
        node = self._unique(iris.part(self.key, "gap", name))
        self.writer.type(node, "tp:Gap")
        self.writer.link(node, "tp:madeIn", iris.review(self.key))
        self.writer.link(node, "tp:reason", iris.concept("reason", gap.reason))
        self.writer.add(node, "tp:gapField", gap.field)
        self.writer.add(node, "tp:gapSubject", gap.subject)
        self.writer.add(node, "rdfs:comment", gap.note)
