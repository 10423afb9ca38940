from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.extractors.printing import block, line, printed

from trigpoint.extractors.parts.passages import Passage, item_text, unmarked, without_notes


def test_a_match_over_two_lines_has_one_place() -> None:
    document = printed(block(100, 62, "The council of", "Easthampton acts."))
    (place,) = Passage(document, document.lines).places(re.compile(r"council of \w+"))
    assert place.quote == "council of Easthampton"


def test_words_with_furniture_between_them_have_two_places() -> None:
    sheets = [*block(100, 62, "The council"), line(806, (519, "Page 1"))], block(100, 62, "acts.")
    document = printed(*sheets)
    found = Passage(document, document.lines).evidence()
    assert [(one.page, one.quote) for one in found] == [(1, "The council"), (2, "acts.")]


def test_sentences_are_parted_before_capitals() -> None:
    document = printed(block(100, 62, "It is 2.5 miles. It is far."))
    passage = Passage(document, document.lines)
    assert [passage.text[a:b] for a, b in passage.sentences()] == ["It is 2.5 miles.", "It is far."]


def test_marks_of_items_are_taken_off_and_years_are_not() -> None:
    assert unmarked("◼ Act.") == "Act."
    assert unmarked("12. Act.") == "Act."
    assert unmarked("2021 was early.") == "2021 was early."


def test_signs_of_known_footnotes_are_taken_off() -> None:
    assert without_notes("Wold Watch3 and plan4 and 3 days.1", frozenset({"3", "1"})) == (
        "Wold Watch and plan4 and 3 days."
    )


@given(st.lists(st.text("abc ", min_size=1, max_size=8).filter(str.strip), min_size=1, max_size=5))
def test_every_part_of_a_passage_is_where_its_evidence_says(texts: list[str]) -> None:
    document = printed(block(100, 62, *(" ".join(text.split()) for text in texts)))
    passage = Passage(document, document.lines)
    (place,) = passage.evidence()
    assert document.text[place.start : place.end] == place.quote == passage.text
    assert item_text(document, document.lines) == passage.text
