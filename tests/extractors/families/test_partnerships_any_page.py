"""Whatever a page holds, the families of partnership reports read it and quote it rightly."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extractors.printing import line, printed

from trigpoint.extractors.documents.layout import LineDraft
from trigpoint.extractors.families import area_send, jtai, progress_inspection
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.findings import Evidence, Report

WORDS = st.sampled_from(
    [
        "Areas for priority action",
        "Areas for improvement",
        "What needs to improve?",
        "Key strengths",
        "Inspection outcome",
        "Inspection team",
        "Next steps",
        "Joint targeted area inspection of Wold",
        "Priorities for further improvement",
        "Case study: one",
        "Dear local partnership",
        "Leaders should plan ser-",
        "vices.",
        "1. (",
        "◼",
        "◼ Act",
        "Ann Beck, Ofsted lead inspector",
        "Wold Council and Fen Board are responsible.",
        "3 May 2020",
    ]
)
LEFT = st.sampled_from([57.0, 62.0, 75.0, 224.0])
CELLS = st.lists(st.tuples(LEFT, WORDS), min_size=1, max_size=3)


@st.composite
def drafts(draw: st.DrawFn) -> LineDraft:
    top = float(draw(st.integers(40, 800)))
    return line(top, *draw(CELLS), bold=draw(st.booleans()), gap=draw(st.booleans()))


def places(report: Report) -> list[Evidence]:
    found = [fact.evidence for fact in report.facts]
    found.extend(place for one in report.recommendations for place in one.evidence)
    found.extend(place for one in report.findings for place in one.evidence)
    return found


@pytest.mark.parametrize("family", [area_send.FAMILY, jtai.FAMILY, progress_inspection.FAMILY])
@settings(max_examples=60)
@given(sheets=st.lists(st.lists(drafts(), max_size=12), min_size=1, max_size=3))
def test_reads_any_page(family: Family, sheets: list[list[LineDraft]]) -> None:
    document = printed(*sheets)
    assert 0 <= family.recognise(document) <= 1
    for report in family.extract(document):
        assert all(document.text[one.start : one.end] == one.quote for one in places(report))
        assert all(item.text for item in report.recommendations)
        assert all(item.text for item in report.findings)
