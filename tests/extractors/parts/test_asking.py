from __future__ import annotations

from collections.abc import Callable

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Recommendation
from trigpoint.extractors.parts.asking import asked
from trigpoint.extractors.parts.blocks import blocks

Reader = Callable[[str], Document]


def _asked(document: Document, *, by_chapter: bool = False) -> list[Recommendation]:
    return list(asked(document, blocks(document), by_chapter=by_chapter))


def test_bullets_have_the_purpose_that_leads_into_them(read: Reader) -> None:
    text = (
        "Support for heads\n\n3. It is good.\n\nRecommendations\n\nIn order to help heads:\n\n"
        "- visit them; and\n- write to them.\n\n4. Heads agree.\n"
    )
    first, second = _asked(read(text))
    assert (first.text, first.purpose) == ("visit them", "In order to help heads")
    assert (second.text, second.section) == ("write to them.", "Support for heads")


def test_a_sentence_keeps_its_purpose_and_names_who_should_act(read: Reader) -> None:
    text = (
        "ACCESS\n\n9. It is slow.\n\nRecommendations\n\n"
        "In order to be quick, fair and kind, the admissions branch should reply within a week. "
        "It should also apologise. In order to save money the finance team should buy less.\n\n"
        "In order to keep the roofs dry, a survey should be made of them.\n"
    )
    quick, cheap, dry = _asked(read(text), by_chapter=True)
    assert quick.purpose == "In order to be quick, fair and kind"
    assert quick.text.endswith("It should also apologise.")
    assert [one.addressees for one in (quick, cheap, dry)] == [
        ("the admissions branch",),
        ("the finance team",),
        (),
    ]
    assert cheap.purpose == "In order to save money"
    assert {one.section for one in (quick, cheap, dry)} == {"ACCESS"}


def test_a_subject_before_bullets_is_part_of_each(read: Reader) -> None:
    text = (
        "Recommendations\n\nTo help readers, the library should:\n\n- open late; and\n\n"
        "open on Sundays.\n\nIn order to pay for it, the council should save.\n"
    )
    late, sundays, save = _asked(read(text))
    assert late.text == "To help readers, the library should: open late"
    assert sundays.text == "To help readers, the library should: open on Sundays."
    assert save.text == "In order to pay for it, the council should save."


def test_a_summary_parts_key_from_other_and_has_labels(read: Reader) -> None:
    text = (
        "## Recommendations\n\n### Key recommendations\n\n**Plans:** Write them down.\n\n"
        "### Other recommendations\n\n#### Support for heads\n\n**14 – 19:** Visit them.\n\n"
        "#### Support for nobody\n\n## Section 1: Plans\n\n### Summary\n\nThe bars show grades.\n"
    )
    plans, visits = _asked(read(text))
    assert (plans.kind, plans.heading, plans.section) == (
        "key-recommendation",
        "Plans",
        "Key recommendations",
    )
    assert (visits.kind, visits.heading, visits.text) == (
        "recommendation",
        "14 – 19",
        "Visit them.",
    )
    assert visits.section == "Other recommendations: Support for heads"


def test_the_contents_ask_for_nothing(read: Reader) -> None:
    assert _asked(read("Contents\tPage\nRecommendations\t3\nIn order to read:\t4\n")) == []


def test_a_notice_after_the_last_one_is_no_part_of_it(read: Reader) -> None:
    text = "RECOMMENDATIONS\n\nIn order to end, the LEA should stop. © Crown copyright 1999\n"
    (one,) = _asked(read(text))
    assert one.text == "In order to end, the LEA should stop."
    assert one.evidence[0].quote == one.text


def test_talk_of_recommendations_is_none(read: Reader) -> None:
    text = "Progress\n\n7. The report made recommendations. The LEA should now rest.\n"
    assert _asked(read(text)) == []
