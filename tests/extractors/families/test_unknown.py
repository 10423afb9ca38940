from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract, recognise

Reader = Callable[[str], Document]


def test_a_document_of_no_family_says_only_what_it_states(read: Reader) -> None:
    text = (
        "Review of bins\n\n3 May 2012\n\nAuthority: Northmoor City Council\n\nBins are good (2).\n"
    )
    (report,) = extract(read(text))
    assert (report.family, report.kind, report.framework) == ("", "other", "")
    assert {fact.field: fact.value for fact in report.facts} == {
        "authority": "Northmoor",
        "published": "2012-05-03",
    }
    assert report.judgements == ()
    assert len(report.warnings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleague\n\nThe inspection of the LEA under section 38 of the Education Act 1997 by "
        "Ofsted and the Audit Commission will take place in May 2004.",
        "Dear Director\n\nThank you for your report on children's services.",
        "Minutes: the Panel noted that the LEA inspection found grades 1 to 7.",
    ],
)
def test_letters_and_minutes_of_other_kinds_are_claimed_by_none(read: Reader, text: str) -> None:
    assert recognise(read(text)) is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_is_read_without_an_error(read: Reader, text: str) -> None:
    for report in extract(read(text)):
        assert report.judgements == ()
