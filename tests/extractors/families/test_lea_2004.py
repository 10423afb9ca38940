from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract, recognise
from trigpoint.extractors.findings import Report

Reader = Callable[[str], Document]

REPORT = """**Northmoor**

**Local Education Authority**

**Inspection Report**

**Date of Inspection: May 2004**

© Crown copyright 2004. This report may be reproduced in whole or in part for free.

A report from the Office for Standards in Education (Ofsted) and the Audit Commission (AC).

# Contents

Summary\t1
Recommendations\t2

## Basic information

Name of LEA:\tNorthmoor Local Education Authority
LEA number:\t799
Reporting Inspector:\tA Person HMI
Date of Inspection:\tMay 2004

## Summary

Northmoor's statistical neighbours are: Ashby, Birch and Cole.

<b>Areas of strength</b>\t<b>Areas of weakness/for development</b>
<b>Leading</b>\t
<ul> <li>• Clear plans</li></ul>\t<ul> <li>• Slow letters</li></ul>

## Recommendations

### Key recommendations

**Letters:** Answer every letter from a parent within five days.

## Section 1: Leading

***Recommendation***

- Answer each letter from a parent within five days.

1 = Very Good, 2 = Good, 3 = Highly Satisfactory.

## Appendix A

### Record of Judgement Recording Statements

No\tRequired Inspection Judgement\tGrade\tFieldwork*
<b>Context of the LEA</b>\t\t\t
1\tThe socio-economic context of the LEA\t5\t
<b>Overall judgements</b>\t\t\t
0.1\tThe progress made by the LEA overall\t3\t
0.2\tOverall effectiveness of the LEA\t2\tNF

**JRS numerical judgements are allocated on a 7-point scale:**

Grade 1: Very good; Grade 2: Good; Grade 3: Highly satisfactory; Grade 4: Satisfactory

- Grades 1-2: Well above
- Grade 3: Above

## Appendix B

This inspection of Northmoor LEA was carried out by Ofsted in conjunction with the Audit Commission
under section 38 of the Education Act 1997. It follows its previous inspection in 2000.
"""


@pytest.fixture(name="report")
def _report(read: Reader) -> Report:
    (report,) = extract(read(REPORT))
    return report


def test_it_is_recognised_by_its_content(read: Reader) -> None:
    family = recognise(read(REPORT))
    assert family is not None
    assert family.name == "lea-2004"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("authority", ("Northmoor",)),
        ("dfe_number", ("799",)),
        ("start", ("2004-05",)),
        ("published", ("2004",)),
        ("lead_inspector", ("A Person HMI",)),
        ("publisher", ("Ofsted", "Audit Commission")),
        ("legal_basis", ("section 38 of the Education Act 1997",)),
        ("previous_inspection", ("2000",)),
        ("statistical_neighbour", ("Ashby", "Birch", "Cole")),
    ],
)
def test_facts_are_read(report: Report, field: str, values: tuple[str, ...]) -> None:
    assert tuple(fact.value for fact in report.facts if fact.field == field) == values


def test_digits_are_read_on_the_scale_of_their_item(report: Report) -> None:
    assert [(one.number, one.grade, one.scale, one.fieldwork) for one in report.judgements] == [
        ("1", "below", "lea-context-5", True),
        ("0.1", "highly satisfactory", "lea-7", True),
        ("0.2", "good", "lea-7", False),
    ]


def test_the_printed_scales_are_kept_and_are_no_grades(report: Report) -> None:
    points = [(point.scale, point.number, point.words) for point in report.scale_points]
    assert points[:2] == [("lea-7", "1", "Very good"), ("lea-7", "2", "Good")]
    assert points[-2:] == [("lea-context-5", "1-2", "Well above"), ("lea-context-5", "3", "Above")]
    assert len(report.judgements) == 3


def test_a_recommendation_printed_twice_is_one_with_two_places(report: Report) -> None:
    (one,) = report.recommendations
    assert (one.kind, one.heading, len(one.evidence)) == ("key-recommendation", "Letters", 2)
    assert one.text == "Answer every letter from a parent within five days."


def test_both_columns_are_read(report: Report) -> None:
    assert [(one.kind, one.text) for one in report.findings] == [
        ("strength", "Clear plans"),
        ("weakness", "Slow letters"),
    ]


def test_every_quote_is_in_its_place(read: Reader, report: Report) -> None:
    text = read(REPORT).text
    places = [fact.evidence for fact in report.facts]
    places += [place for one in report.judgements for place in one.evidence]
    places += [place for one in report.recommendations for place in one.evidence]
    assert all(text[place.start : place.end] == place.quote for place in places)
