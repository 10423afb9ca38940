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


LETTER = """Ofsted

13 December 2022

Ann Lee
Director of Children’s Services

Dear Ann

{title}

This letter summarises what was found at the visit on 1 and 2 November 2022. Practice is good.

What needs to improve in this area of social work practice?

• The quality of plans.
"""


@pytest.mark.parametrize(
    "title",
    [
        "Focused visit to Northmoor local authority children’s services",
        "Monitoring visit of Northmoor local authority children’s services",
        "Joint local area SEND inspection in Northmoor",
        "Monitoring visit to Northmoor: inspection of services for children in need of help and "
        "protection, children looked after and care leavers",
        "Area SEND monitoring inspection of Northmoor Local Area Partnership",
        "Annual unannounced inspection of contact, referral and assessment arrangements within "
        "Northmoor local authority children’s services",
    ],
)
def test_letters_after_visits_are_kept_with_their_facts_alone(read: Reader, title: str) -> None:
    (report,) = extract(read(LETTER.format(title=title)))
    assert {fact.field: fact.value for fact in report.facts} == {
        "authority": "Northmoor",
        "start": "2022-11-01",
        "end": "2022-11-02",
        "published": "2022-12-13",
        "publisher": "Ofsted",
    }
    assert (report.judgements, report.recommendations, report.findings) == ((), (), ())
    assert len(report.warnings) == 1


def test_a_letter_that_names_no_inspectorate_is_no_report(read: Reader) -> None:
    letter = LETTER.format(title="Focused visit to Northmoor children’s services")
    assert extract(read(letter.replace("Ofsted", "Us"))) == ()


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
