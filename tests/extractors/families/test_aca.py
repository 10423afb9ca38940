from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import Report

Reader = Callable[[str], Document]

LETTER = """Ofsted, Some House

7 December 2010

Mr A Person
Director of Children's Services
Northmoor Borough Council
Some Street

Dear Mr Person

## Annual children's services assessment

Guidance published in April 2010 explains the annual assessment of children's services. The annual
assessment derives from a four point scale:

4\tPerforms excellently\tAn organisation far above
3\tPerforms well\tAn organisation above
2\tPerforms adequately\tAn organisation that meets
1\tPerforms poorly\tAn organisation below

For example, an assessment of 'performs poorly' is not the end of the world.

## Northmoor Borough Council children's services assessment 2010

Children's services assessment\tPerforms adequately (2)

### Strengths

- Schools are good.

### Areas for further improvement

- Plans are late.

This is provided in accordance with section 138 of the Education and Inspections Act 2006.
"""


@pytest.fixture(name="report")
def _report(read: Reader) -> Report:
    (report,) = extract(read(LETTER))
    return report


def test_the_one_grade_is_read_on_a_scale_where_four_is_best(report: Report) -> None:
    (one,) = report.judgements
    assert (one.item, one.grade, one.rank, one.scale) == (
        "overall",
        "performs adequately",
        2,
        "aca-4",
    )
    assert [point.number for point in report.scale_points] == ["4", "3", "2", "1"]


def test_the_letter_says_who_when_and_why(report: Report) -> None:
    assert report.value("authority") == "Northmoor"
    assert report.value("published") == "2010-12-07"
    assert report.value("assessment_year") == "2010"
    assert report.value("legal_basis") == "section 138 of the Education and Inspections Act 2006"
    assert report.gaps == ()


def test_the_addressee_is_a_role_and_no_person(report: Report) -> None:
    role = report.value("addressee_role")
    assert role == "Director of Children's Services, Northmoor Borough Council"


def test_areas_for_improvement_are_weaknesses(report: Report) -> None:
    assert [(one.kind, one.text) for one in report.findings] == [
        ("strength", "Schools are good."),
        ("weakness", "Plans are late."),
    ]


def test_without_the_table_there_is_no_judgement(read: Reader) -> None:
    (report,) = extract(read(LETTER.replace("\tPerforms adequately (2)", "")))
    assert report.judgements == ()


def test_a_rating_is_an_assessment_by_another_name(read: Reader) -> None:
    (report,) = extract(read(LETTER.replace("services assessment", "services rating")))
    assert report.family == "aca"
    assert [(one.grade, one.rank) for one in report.judgements] == [("performs adequately", 2)]
