from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import Gap, Report

Reader = Callable[[str], Document]

REPORT = """OFFICE FOR STANDARDS IN EDUCATION

INSPECTION OF

NORTHMOOR

LOCAL EDUCATION AUTHORITY

June 1999

OFFICE OF HER MAJESTY'S CHIEF INSPECTOR OF SCHOOLS in conjunction with the AUDIT COMMISSION

INTRODUCTION

1. This report details the findings of an inspection conducted in April 1999 under Section 38 of the
Education Act 1997. It follows the previous inspection which took place in 1997.

ACCESS

2. Letters are slow, which is very poor (7).

Recommendations

In order to speed up letters, the admissions branch should hire a clerk.

APPENDIX

RECOMMENDATIONS

In order to speed up letters, the admissions branch should hire a clerk. © Crown copyright 1999
"""


@pytest.fixture(name="report")
def _report(read: Reader) -> Report:
    (report,) = extract(read(REPORT))
    return report


def test_cover_and_introduction_give_the_dates(report: Report) -> None:
    assert (report.family, report.value("authority")) == ("lea-2000", "Northmoor")
    assert report.value("start") == "1999-04"
    assert report.value("published") == "1999-06"
    assert report.value("previous_inspection") == "1997"


def test_prose_makes_no_judgement_of_the_record(report: Report) -> None:
    assert report.judgements == ()
    assert Gap("judgements", "prose-only") in report.gaps


def test_one_recommendation_has_both_its_places(report: Report) -> None:
    (one,) = report.recommendations
    assert one.section == "ACCESS"
    assert one.addressees == ("the admissions branch",)
    assert len({place.quote for place in one.evidence}) == 1
    assert len(one.evidence) == 2
