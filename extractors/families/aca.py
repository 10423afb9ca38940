"""Annual assessments of children's services, 2009 to 2011: a letter with one grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.families import committee_report
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import (
    Evidence,
    Fact,
    FactField,
    GradeStatement,
    Judgement,
    PrintedGrade,
    Report,
)
from trigpoint.extractors.parts.blocks import Block, blocks
from trigpoint.extractors.parts.dates import DATE, first_date
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.facts import fact, first_day, gaps, matched
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.strengths import listed, numbered
from trigpoint.ontology.vocabulary import scale

_SCALE: Final = "aca-4"
_EXPECTED: Final[tuple[FactField, ...]] = (
    "authority",
    "published",
    "publisher",
    "legal_basis",
    "assessment_year",
    "addressee_role",
)
_SERVICES: Final = r"children['’]s services"
_MARKS: Final = (
    mark(
        rf"annual (?:{_SERVICES} (?:assessment|rating)|rating of (?:council )?{_SERVICES})",
        0.4,
        within=4000,
    ),
    mark(rf"annual assessment of {_SERVICES}", 0.2),
    mark(
        rf"{_SERVICES} (?:assessment|rating)\W+performs (?:excellently|well|adequately|poorly)", 0.4
    ),
    mark(r"four[- ]point scale|performs excellently", 0.1),
    mark(r"\bdear\b", 0.1, within=4000),
)
_GRADE: Final = re.compile(
    rf"\b({_SERVICES} (?:assessment|rating))[\s|:*\d]*"
    r"(performs\s+(?:excellently|well|adequately|poorly))"
    r"(?:\s*\((\d)\))?",
    re.IGNORECASE,
)
_POINT: Final = re.compile(r"\b([1-4])\s+(Performs\s+(?:excellently|well|adequately|poorly))")
_TITLE: Final = re.compile(rf"[\s#*]*(\w.+?) {_SERVICES} assessment (20\d\d)\W*", re.I)
_LEGAL: Final = re.compile(r"\b([Ss]ection \d+\w*(?:\(\d+\))? of the [A-Z][\w',()\s]+? Act \d{4})")
_SALUTATION: Final = re.compile(r"\W*dear\b", re.IGNORECASE)
_PERSON: Final = re.compile(r"(?:mr|mrs|ms|miss|dr|sir|dame|professor|councillor|cllr)\b", re.I)
_COUNCIL: Final = re.compile(r"\b(?:council|borough|county)\b", re.IGNORECASE)
_PUBLISHER: Final = re.compile(r"\b(Ofsted)\b")


def recognise(document: Document) -> float:
    """Return how surely this is a letter with the annual assessment of children's services."""
    own = likeness(document, _MARKS)
    return max(0.0, own - committee_report.likely(document)) if own else own


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the letter says."""
    parts = blocks(document)
    facts = tuple(_facts(document, parts))
    title = _title(parts)
    report = Report(
        family=FAMILY.name,
        kind=FAMILY.kind,
        framework=FAMILY.framework,
        facts=facts,
        scale_points=tuple(_points(document)),
        judgements=tuple(_judgements(document, clean(title.text) if title else "")),
        findings=numbered(listed(document, parts)),
        gaps=gaps(_EXPECTED, facts),
    )
    return (report,)


def _title(parts: tuple[Block, ...]) -> Block | None:
    headings = (block for block in parts if block.kind in ("heading", "paragraph"))
    return next((block for block in headings if _TITLE.fullmatch(block.text)), None)


def _facts(document: Document, parts: tuple[Block, ...]) -> Iterator[Fact]:
    address = _address(document)
    yield from fact(
        "authority", [*_titled(document, parts, 1), *_council(document, address)], _name
    )
    yield from fact("published", _letter_date(document), first_day)
    yield from fact("publisher", matched(document, _PUBLISHER))
    yield from fact("legal_basis", matched(document, _LEGAL))
    yield from fact("assessment_year", _titled(document, parts, 2))
    yield from _addressee(document, address)


def _name(quote: str) -> str:
    return authority_name(clean(quote))


def _titled(document: Document, parts: tuple[Block, ...], group: int) -> Iterator[Evidence]:
    title = _title(parts)
    found = title and _TITLE.search(document.text, title.start, title.end)
    if found:
        yield evidence(document, *found.span(group))


def _letter_date(document: Document) -> Iterator[Evidence]:
    before = takewhile(lambda line: not _SALUTATION.match(line.text), document.lines)
    for line in before:
        if DATE.search(line.text) and (date := first_date(line.text)):
            yield evidence(document, line.start + date.start, line.start + date.end)


def _address(document: Document) -> tuple[Line, ...]:
    """Return the lines from the date to the salutation, without the one that names a person."""
    dates = list(islice(_letter_date(document), 1))
    if not dates:
        return ()
    after = (line for line in document.lines if line.start > dates[0].end)
    lines = takewhile(lambda line: not _SALUTATION.match(line.text), after)
    return tuple(line for line in lines if not _PERSON.match(line.text))


def _council(document: Document, address: tuple[Line, ...]) -> Iterator[Evidence]:
    for line in address:
        if _COUNCIL.search(line.text):
            yield evidence(document, line.start, line.end)


def _addressee(document: Document, address: tuple[Line, ...]) -> Iterator[Fact]:
    """Yield role and body: the lines after the person's to the one that names the council."""
    last = next((n for n, line in enumerate(address) if _COUNCIL.search(line.text)), 0)
    if last:
        value = ", ".join(clean(line.text) for line in address[: last + 1])
        place = evidence(document, address[0].start, address[last].end)
        yield Fact("addressee_role", value, place)


def _points(document: Document) -> Iterator[PrintedGrade]:
    for found in _POINT.finditer(document.text):
        place = evidence(document, *found.span())
        yield PrintedGrade(_SCALE, found[1], clean(found[2]), place)


def _judgements(document: Document, section: str) -> Iterator[Judgement]:
    found = _GRADE.search(document.text)
    grade = scale(_SCALE).worded(clean(found[2])) if found else None
    if found is None or grade is None:
        return
    label = clean(found[1])
    place = evidence(document, *found.span())
    yield Judgement(
        item="overall",
        label=label,
        scale=_SCALE,
        statements=(GradeStatement("table", label, grade.words, place, _SCALE),),
        evidence=(place,),
        grade=grade.words,
        rank=int(found[3] or grade.number),
        section=section,
    )


FAMILY: Final = Family("aca", "aca", "assessment", recognise, extract)
