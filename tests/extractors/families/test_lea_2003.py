from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import Gap, Report

Reader = Callable[[str], Document]

REPORT = """Inspection report NORTHMOOR-ON-SEA Local Education Authority

Date of inspection: March 2003

© Crown copyright 2003. This report may be reproduced in whole or in part for free.

A report from the Office for Standards in Education (Ofsted) with the Audit Commission.

Lead inspector: A Person

Commentary

- 1. This inspection of Northmoor-on-Sea local education authority (LEA) was carried out by Ofsted
under section 38 of the Education Act 1997. At the last inspection, in 1999, it was poor.

For those functions inspected there are particular strengths in:

- its plans; and
- its letters.

Support for governors

- 2. It is satisfactory.

Recommendation

In order to help governors:

- write to them each term.
- 3. Governors agree.

Appendix 1: Recommendations

The report makes a number of recommendations.

In order to help governors:

• write to them every term.

Appendix 2: Record of Judgement Recording Statements for the inspection

LEA number:\t
No.\tRequired Inspection Judgement\tGrade\tNI
12\tSupport to schools for raising standards in Literacy\t\t3
13\tSupport to schools for raising standards in Numeracy\t2\t

17 Support to schools for gifted and talented pupils 4 No. **Required Inspection Judgement** Grade
NI 18 Support for school leadership and management including support for schools 3 effort to achieve
Best Value 19 4 Support to school governors SECTION 4 PROMOTING SOCIAL INCLUSION 35
The effectiveness of the LEA in discharging asset management planning 36 The effectiveness of the
LEA in relation to 2 admissions to schools

JRS numerical judgements are allocated on a 1 to 7 point scale:

- □ Grade 1 Very good
- □ Grade 6 Poor, significant weaknesses
"""


@pytest.fixture(name="report")
def _report(read: Reader) -> Report:
    (report,) = extract(read(REPORT))
    return report


def test_cells_keep_their_column_and_a_stream_has_none(report: Report) -> None:
    assert [(one.number, one.rank, one.fieldwork) for one in report.judgements] == [
        ("12", 3, False),
        ("13", 2, True),
        ("17", 4, None),
        ("18", 3, None),
        ("19", 4, None),
        ("35", None, None),
        ("36", 2, None),
    ]


def test_a_lost_grade_has_a_reason(report: Report) -> None:
    (lost,) = [one for one in report.judgements if one.grade is None]
    assert (lost.number, lost.no_grade_reason, lost.statements) == ("35", "unreadable", ())


def test_capitals_of_the_cover_are_set_down(report: Report) -> None:
    assert report.value("authority") == "Northmoor-on-Sea"
    assert report.value("previous_inspection") == "1999"


def test_a_label_without_a_value_is_a_gap(report: Report) -> None:
    assert Gap("dfe_number", "not-found") in report.gaps


def test_the_appendix_repeats_what_the_section_asks(report: Report) -> None:
    (one,) = report.recommendations
    assert one.text == "write to them each term."
    assert one.purpose == "In order to help governors"
    assert one.section == "Support for governors"
    assert len(one.evidence) == 2


def test_strengths_end_where_the_paragraphs_go_on(report: Report) -> None:
    assert [one.text for one in report.findings] == ["its plans", "its letters."]


def test_the_cover_may_print_the_inspection_before(read: Reader) -> None:
    line = "Lead inspector: A Person\n\nDate of previous inspection: June 1999"
    (report,) = extract(read(REPORT.replace("Lead inspector: A Person", line)))
    assert report.value("previous_inspection") == "1999-06"
