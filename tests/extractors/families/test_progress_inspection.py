from __future__ import annotations

from pathlib import Path

import pytest
from tests.extractors.printing import Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract, progress_inspection, recognise
from trigpoint.extractors.findings import Report

TITLE = (
    "Inspection of progress made in the",
    "provision of services in the London",
    "Borough of Easthampton",
)


def cover() -> Sheet:
    return [
        *(line(140 + 20 * n, (85, text), size=18.0, bold=True) for n, text in enumerate(TITLE)),
        *block(400, 85, "Care Quality Commission", "HM Inspectorate of Constabulary", "Ofsted"),
        *block(600, 85, "Published: 3 July 2009"),
    ]


def report() -> Report:
    body = [
        *block(100, 85, "12. This is a paragraph of the report, as long as such paragraphs are."),
        heading(140, "Priorities for further improvement", left=85),
        *block(170, 85, "13. Priorities for further improvement:"),
        *bullet(200, 112, "The council should", "act.", sign="\x83"),
        *bullet(240, 112, "The Easthampton Police must act.", sign="\x83"),
        heading(300, "Key findings", left=85),
        *block(330, 85, "14. The council is not a finding."),
    ]
    return progress_inspection.extract(printed(cover(), body))[0]


def test_is_recognised_by_its_title() -> None:
    family = recognise(printed(cover()))
    assert family is not None
    assert family.name == "progress-inspection"


def test_the_cover_says_who_where_and_when() -> None:
    found = report()
    assert found.value("authority") == "Easthampton"
    assert found.value("published") == "2009-07-03"
    assert set(found.values("inspectorate")) == {
        "Ofsted",
        "Care Quality Commission",
        "HM Inspectorate of Constabulary",
    }


def test_the_bullets_are_asked_for_and_not_the_paragraphs() -> None:
    assert [(one.text, one.addressees) for one in report().recommendations] == [
        ("The council should act.", ("The council",)),
        ("The Easthampton Police must act.", ("The Easthampton Police",)),
    ]


def test_judgements_are_in_prose_only() -> None:
    assert ("judgements", "prose-only") in {(gap.field, gap.reason) for gap in report().gaps}


@pytest.mark.corpus
def test_real_ones_have_an_authority_and_items(shared: Path) -> None:
    for path in (shared / "corpus" / "other").glob("*.pdf"):
        (found,) = extract(read_document(path))
        assert found.family == "progress-inspection"
        assert found.value("authority")
        assert len(found.recommendations) > 1
