"""What the inspections of local education authorities have in common, 1997 to 2005.

Three forms are told apart by their record of judgements: none (until 2001), items numbered from 1
to 52 (2002 and 2003), items numbered by section (2004 and 2005).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal, TypeAlias

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import committee_report
from trigpoint.extractors.findings import (
    Evidence,
    Fact,
    FactField,
    GradeStatement,
    Judgement,
    PrintedGrade,
)
from trigpoint.extractors.parts.alignment import Line
from trigpoint.extractors.parts.dates import DATE, first_date
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, labelled, last_day, matched
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name, listed
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.records import Row, read_record, record_lines
from trigpoint.ontology.vocabulary import Item, framework, scale

Form: TypeAlias = Literal["2000", "2003", "2004"]

EXPECTED: Final[tuple[FactField, ...]] = (
    "authority",
    "dfe_number",
    "start",
    "published",
    "lead_inspector",
    "legal_basis",
    "previous_inspection",
)
"""What such a report should say; a gap is noted where it does not."""

_LEA: Final = r"(?:local\W+education\W+authority|LEA)\b"
_MARKS: Final = (
    mark(r"office for standards in education|ofsted", 0.1, within=3000),
    mark(r"audit commission", 0.1, within=9000),
    mark(rf"inspection\W+(?:report\W+)?(?:of\W+)?.{{2,60}}?\W{_LEA}", 0.3, within=600),
    mark(rf"{_LEA}\W+(?:inspection|a report)", 0.3, within=600),
    mark(r"this (?:short |second )?inspection of .{2,80} (?:was carried out|took place)", 0.3),
    mark(r"this report (?:details|describes|sets out|provides)[^.]{2,80}inspection", 0.2),
    mark(r"a report from the office for standards in education", 0.3, within=3000),
    mark(r"under section 38 of the education act 1997", 0.2),
    mark(r"record of judgement recording statements", 0.3),
    mark(r"\bdear (?:mr|mrs|ms|miss|dr|sir|madam|colleague|director)", -0.6, within=3000),
)
_COVERS: Final = (
    re.compile(rf"\binspection (?:report )?of (?:the )?(.{{2,60}}?) {_LEA}", re.IGNORECASE),
    re.compile(rf"\binspection report (.{{2,60}}?) {_LEA}", re.IGNORECASE),
    re.compile(rf"^\W*(.{{2,60}}?)\W+{_LEA}\W+inspection report", re.IGNORECASE),
)
_LEGAL: Final = re.compile(
    r"\b([Ss]ection \d+[A-Z]?(?:\(\d+\))? of the [A-Z][\w',()\s]+? Act \d{4})"
)
_PREVIOUS: Final = re.compile(
    r"\b(?:previous|last|first|earlier) inspection(?:,? (?:which|that))?"
    r"(?:,| (?:was |had )?(?:took|taken|carried|place|out|conducted|undertaken|made|held))*"
    rf" (?:in|of|during) ((?:{DATE.pattern})|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COPYRIGHT: Final = re.compile(r"crown copyright,?\s+((?:19|20)\d\d)", re.IGNORECASE)
_LICENCE: Final = re.compile(
    r"(?:©\s*Crown copyright \d{4}\.?\s+)?This (?:report|document|publication) may be "
    r"(?:re)?produced[^.]+\.",
    re.IGNORECASE,
)
_NEIGHBOURS: Final = re.compile(
    r"\b(?:statistical neighbours|similar (?:authorities|LEAs)|comparator (?:authorities|LEAs))"
    r" (?:are|comprise|include)\W+([^.:]{5,400}?)\.(?:\s|$)",
    re.IGNORECASE,
)
_FIELDWORK: Final = re.compile(
    r"\b(?:inspection|fieldwork)\b(?:(?!\b(?:previous|last|first|earlier|framework|published)\b)"
    r"[^.]){0,120}?\b(?:in|during|between|from) (?=\d|[A-Z])([^.]{4,60})",
)
_PUBLISHERS: Final = (
    ("Ofsted", re.compile(r"\b(Office for Standards in Education(?: \(OFSTED\))?)", re.IGNORECASE)),
    ("Audit Commission", re.compile(r"\b(Audit Commission)\b", re.IGNORECASE)),
)
_POINT: Final = re.compile(
    r"\bGrades?\s+(\d(?:\s*[-–]\s*\d)?)\s*[:–]?\s+([A-Z][a-z]+(?:,?\s+(?!and\b)[a-z]+)*)"
)
_COMPARED: Final = re.compile(r"well above|above|in line|below|well below", re.IGNORECASE)


def form(document: Document) -> Form:
    """Return the form of an LEA inspection report, by the numbers in its record of judgements."""
    record = " ".join(line.text for line in record_lines(document))
    if not record:
        summarised = re.search(r"areas of strength.{1,80}weakness", document.text, re.IGNORECASE)
        return "2004" if summarised and "ey recommendations" in document.text else "2000"
    return "2004" if len(re.findall(r"\b[0-5]\.\d{1,2}[a-d]?\b", record)) >= 2 else "2003"


def likely(document: Document) -> float:
    """Return how surely a document is the report of an inspection of an LEA, from 0 to 1."""
    own = likeness(document, _MARKS)
    return max(0.0, own - committee_report.likely(document)) if own else own


def facts(document: Document) -> tuple[Fact, ...]:
    """Return the facts of cover, basic information, introduction and record."""
    return (
        *fact("authority", _authority(document), _name),
        *fact("dfe_number", labelled(document, r"lea (?:reference )?number"), _three_digits),
        *_when(document),
        *_published(document),
        *fact("lead_inspector", labelled(document, *_INSPECTOR)),
        *_publishers(document),
        *fact("legal_basis", matched(document, _LEGAL)),
        *fact("previous_inspection", _previous(document), _date_or_year),
        *_neighbours(document),
        *fact("licence", matched(document, _LICENCE, 0)),
    )


_INSPECTOR: Final = (
    "(?:lead|reporting|managing) inspector",
    "name of (?:lead |reporting )?inspector",
)


def _authority(document: Document) -> Iterator[Evidence]:
    yield from labelled(document, "name of (?:the )?(?:lea|local education authority)")
    cover = document.text[:600]
    for pattern in _COVERS:
        if found := pattern.search(cover):
            yield evidence(document, *found.span(1))
    yield from islice(matched(document, _COVERS[0]), 1)


def _name(quote: str) -> str:
    return authority_name(clean(quote))


def _previous(document: Document) -> Iterator[Evidence]:
    yield from labelled(document, r"dates? of (?:the )?(?:previous|last) inspection")
    yield from matched(document, _PREVIOUS)


def _three_digits(quote: str) -> str | None:
    found = re.fullmatch(r"\W*(\d{3})\b.*", quote)
    return found[1] if found else None


def _when(document: Document) -> tuple[Fact, ...]:
    places = [*labelled(document, r"dates? of (?:the )?(?:inspection|fieldwork)", "fieldwork")]
    places = places or [*islice(_introduced(document), 1)]
    return (*fact("start", places, first_day), *fact("end", places[:1], last_day))


def _introduced(document: Document) -> Iterator[Evidence]:
    """Yield the months of the fieldwork, where only the introduction names one."""
    for found in _FIELDWORK.finditer(document.text):
        date = first_date(found[1])
        if date and date.start <= 1:
            begin = found.start(1)
            yield evidence(document, begin + date.start, begin + date.end)


def _cover_dates(document: Document) -> Iterator[Evidence]:
    """Yield the dates that stand alone on a line of the cover."""
    for line in document.lines[:25]:
        if DATE.fullmatch(line.text.strip("*_# ")):
            yield evidence(document, line.start, line.end)


def _published(document: Document) -> Iterator[Fact]:
    """Yield the date on the cover, or else the year of the copyright."""
    dated = [*fact("published", _cover_dates(document), first_day)]
    yield from dated or fact("published", matched(document, _COPYRIGHT), confidence=0.9)


def _publishers(document: Document) -> Iterator[Fact]:
    for name, pattern in _PUBLISHERS:
        for place in islice(matched(document, pattern), 1):
            yield Fact("publisher", name, place)


def _date_or_year(quote: str) -> str | None:
    return first_day(quote) or quote


def _neighbours(document: Document) -> Iterator[Fact]:
    for found in islice(_NEIGHBOURS.finditer(document.text), 1):
        for start, end in listed(found[1]):
            place = evidence(document, found.start(1) + start, found.start(1) + end)
            yield Fact("statistical_neighbour", clean(place.quote), place)


def judgements(document: Document, framework_key: str) -> tuple[Judgement, ...]:
    """Return the judgements of the record, each with the table row that states it."""
    items = {item.key: item for item in framework(framework_key).items}
    lines = [Line(i.key, i.number, (i.label, *i.variants)) for i in items.values()]
    rows = read_record(document, lines)
    return tuple(_judgement(document, row, items.get(row.key)) for row in rows)


def _judgement(document: Document, row: Row, item: Item | None) -> Judgement:
    key = item.scale if item else "lea-7"
    grade = scale(key).numbered(str(row.grade)) if row.grade else None
    place = evidence(document, row.start, row.end)
    stated = GradeStatement("table", row.label, grade.words, place, key) if grade else None
    return Judgement(
        item=row.key,
        label=row.label,
        scale=key,
        statements=(stated,) if stated else (),
        evidence=(place,),
        number=row.number,
        grade=grade.words if grade else None,
        rank=row.grade,
        no_grade_reason=row.reason,
        fieldwork=row.fieldwork,
        section=row.section or (item.section if item else ""),
    )


def scale_points(document: Document) -> tuple[PrintedGrade, ...]:
    """Return the points of the two scales as printed below the record."""
    lines = record_lines(document)
    below = lines[-1].end if lines else len(document.text)
    return tuple(
        PrintedGrade(
            scale="lea-context-5" if _COMPARED.fullmatch(found[2]) else "lea-7",
            number=re.sub(r"\s", "", found[1]),
            words=found[2],
            evidence=evidence(document, *found.span()),
        )
        for found in _POINT.finditer(document.text, below)
    )
