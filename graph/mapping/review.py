"""A report's findings as one named graph: the review, its document, and what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from pyoxigraph import Quad

from trigpoint.extractors.findings import Fact, Report
from trigpoint.graph import iris
from trigpoint.graph.addressees import Addressees
from trigpoint.graph.authorities import Authority, resolve
from trigpoint.graph.confidence import calibrated
from trigpoint.graph.mapping.partners import add_partners
from trigpoint.graph.mapping.statements import StatementMapper
from trigpoint.graph.mapping.writer import (
    GraphWriter,
    boolean,
    english,
    integer,
    partial_date,
)
from trigpoint.ontology.namespaces import ID

_REVIEW_CLASS: Final = {"inspection": "tp:Inspection", "assessment": "tp:AnnualAssessment"}
_DOCUMENT_CLASS: Final = {
    "inspection": "tp:InspectionReport",
    "assessment": "tp:InspectionReport",
    "committee-report": "tp:CommitteeReport",
}
_DATE_PROPERTY: Final = {
    "start": "tp:startDate",
    "end": "tp:endDate",
    "published": "tp:published",
    "previous_inspection": "tp:previousInspectionDate",
    "plan_due": "tp:planDue",
}
_TEXT_PROPERTY: Final = {
    "authority": "tp:authorityAsPrinted",
    "lead_inspector": "tp:leadInspector",
    "publisher": "tp:publisherText",
    "inspectorate": "tp:inspectorateText",
    "legal_basis": "tp:legalBasis",
    "previous_grade": "tp:previousGradeText",
    "statistical_neighbour": "tp:statisticalNeighbourText",
    "licence": "tp:licenceText",
    "assessment_year": "tp:assessmentYear",
    "theme": "tp:reviewThemeText",
    "addressee_role": "tp:addresseeRole",
    "partner": "tp:partnerText",
    "next_inspection": "tp:nextInspectionText",
    "plan_prepared_by": "tp:planPreparedBy",
    "plan_sent_by": "tp:planSentBy",
    "dfe_number": "tp:dfeNumberAsPrinted",
}


@dataclass(frozen=True, slots=True)
class Source:
    """The file a report was read from, as the graph records it."""

    path: str
    sha256: str
    text_sha256: str
    reader: str
    pages: int
    extractor: str


@dataclass(frozen=True, slots=True)
class MappedReview:
    """A review as quads: its key, the IRI of its graph, and the quads."""

    key: str
    graph: str
    quads: tuple[Quad, ...] = field(repr=False)


def map_report(report: Report, source: Source, *, suffix: str = "") -> MappedReview:
    """Return the named graph of a report; `suffix` tells two reviews of one key apart."""
    report = calibrated(report)
    body = _authority(report)
    key = iris.review_key(report, body, source.text_sha256) + suffix
    writer = GraphWriter(iris.graph(key))
    _add_review(writer, report, key, body)
    _add_document(writer, report, key, source)
    _add_run(writer, source)
    about = iris.authority(body) if body else None
    addressees = Addressees.of(report, body, _day(report))
    statements = StatementMapper(writer, report, key, about, source, addressees)
    statements.add_all()
    add_partners(statements, report, body)
    for fact in report.facts:
        _add_to_review(writer, iris.review(key), fact)
    for node, prints in _prints_of_facts(key, report.facts).items():
        _add_fact(writer, node, prints, statements)
    return MappedReview(key, writer.graph.value, tuple(writer.quads))


def _authority(report: Report) -> Authority | None:
    name = report.value("authority")
    if not name:
        return None
    return resolve(name, dfe_number=report.value("dfe_number") or "", on=_day(report))


def _day(report: Report) -> str:
    """Return the day on which bodies of the report are looked up."""
    return report.value("end") or report.value("start") or report.value("published") or ""


def _add_review(writer: GraphWriter, report: Report, key: str, body: Authority | None) -> None:
    review = iris.review(key)
    writer.type(review, "tp:Review", _REVIEW_CLASS.get(report.kind, "tp:Review"))
    writer.add(review, "rdfs:label", english(_label(report, body)))
    writer.link(review, "tp:reportKind", iris.concept("report-kind", report.kind))
    writer.link(review, "tp:hasReport", iris.document(key))
    writer.add(review, "tp:family", report.family)
    writer.add(review, "tp:reviewPart", report.part)
    writer.add(review, "tp:dateBasis", _date_basis(report))
    if report.framework:
        writer.link(review, "tp:conductedUnder", iris.concept("framework", report.framework))
    if body:
        writer.link(review, "tp:aboutAuthority", iris.authority(body))
        _add_unlisted_authority(writer, body)
    for warning in report.warnings:
        writer.add(review, "tp:warning", warning)


def _label(report: Report, body: Authority | None) -> str:
    name = body.name if body else "Unnamed authority"
    date = report.value("start") or report.value("published") or "undated"
    kind = report.framework or report.kind
    return ", ".join(filter(None, (f"{name} {date}", kind, report.part)))


def _date_basis(report: Report) -> str:
    if report.value("start"):
        return "fieldwork"
    return "publication" if report.value("published") else "none printed"


def _add_unlisted_authority(writer: GraphWriter, body: Authority) -> None:
    """Describe a body that the table of authorities does not hold, by its name alone."""
    if body.dfe_number:
        return
    node = iris.authority(body)
    writer.type(node, "tp:UnlistedAuthority")
    writer.add(node, "rdfs:label", english(body.name))


def _add_document(writer: GraphWriter, report: Report, key: str, source: Source) -> None:
    document = iris.document(key)
    writer.type(document, "tp:SourceDocument")
    if report.kind in _DOCUMENT_CLASS:
        writer.type(document, _DOCUMENT_CLASS[report.kind])
    writer.add(document, "rdfs:label", english(f"Report of {key}"))
    writer.add(document, "tp:sourceFile", source.path)
    writer.add(document, "tp:sourceSha256", source.sha256)
    writer.add(document, "tp:pageCount", integer(source.pages))
    text = iris.text(source.text_sha256)
    writer.link(document, "tp:canonicalText", text)
    writer.type(text, "prov:Entity")
    writer.add(text, "tp:textSha256", source.text_sha256)
    writer.add(text, "tp:reader", source.reader)


def _add_run(writer: GraphWriter, source: Source) -> None:
    run = iris.run(source.text_sha256, source.extractor)
    writer.type(run, "tp:ExtractionRun")
    writer.link(run, "prov:used", iris.text(source.text_sha256))
    agent = f"{ID}agent/extractor-{source.extractor}"
    writer.link(run, "prov:wasAssociatedWith", agent)
    writer.type(agent, "prov:SoftwareAgent")
    writer.add(agent, "rdfs:label", english(f"Trigpoint extractor {source.extractor}"))
    writer.add(agent, "tp:extractorVersion", source.extractor)


def _add_to_review(writer: GraphWriter, review: str, fact: Fact) -> None:
    """State a fact on the review itself."""
    if fact.field in _DATE_PROPERTY:
        writer.add(review, _DATE_PROPERTY[fact.field], partial_date(fact.value))
    elif fact.field == "priority_action_plan_required":
        writer.add(review, "tp:priorityActionPlanRequired", boolean(fact.value == "true"))
    else:
        writer.add(review, _TEXT_PROPERTY[fact.field], fact.value)


def _prints_of_facts(key: str, facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Group facts by the node that keeps their words: one printed twice is one fact."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        name = f"{fact.field}-{iris.fingerprint(fact.value)}"
        found.setdefault(iris.part(key, "fact", name), []).append(fact)
    return found


def _add_fact(
    writer: GraphWriter, node: str, prints: list[Fact], statements: StatementMapper
) -> None:
    """Keep the words that say a fact, at every place; it is as sure as its surest print."""
    writer.type(node, "tp:ReportedFact")
    writer.add(node, "tp:factField", prints[0].field)
    writer.add(node, "tp:value", prints[0].value)
    confidence = max(fact.confidence for fact in prints)
    statements.add_provenance(node, [fact.evidence for fact in prints], confidence)


__all__ = ["MappedReview", "Source", "map_report"]
