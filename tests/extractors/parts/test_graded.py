from __future__ import annotations

import pytest

from trigpoint.extractors.parts.alignment import Line as Item
from trigpoint.extractors.parts.graded import Wording

WORDING = Wording(
    (Item("overall", "", ("Overall effectiveness",)), Item("care", "2.2", ("Care leavers",))),
    ("good", "inadequate", "requires improvement", "requires improvement to be good"),
)


@pytest.mark.parametrize(
    ("text", "label", "grade"),
    [
        ("Care leavers: good", "Care leavers", "good"),
        ("Care leavers is: inadequate.", "Care leavers", "inadequate"),
        ("Care leavers are Good", "Care leavers", "Good"),
        ("The graded judgement for care leavers is that it is good",
         "The graded judgement for care leavers", "good"),
        ("Care leavers requires improvement to be good", "Care leavers",
         "requires improvement to be good"),
        ("Care leavers Grade 4 (Inadequate)", "Care leavers", "Inadequate"),
    ],
)  # fmt: skip
def test_a_text_is_parted_into_label_and_grade(text: str, label: str, grade: str) -> None:
    assert WORDING.parted(text) == (label, grade)


@pytest.mark.parametrize("text", ["Care leavers", "Good practice for care leavers", "good"])
def test_a_text_without_a_grade_at_its_end_is_not_parted(text: str) -> None:
    assert WORDING.parted(text) is None


@pytest.mark.parametrize(
    "label", ["2.2 Care Leavers", "care leavers", "The graded judgment for care leavers"]
)
def test_labels_mean_items_in_any_case_with_number_or_lead(label: str) -> None:
    assert WORDING.item(label) == "care"


def test_other_words_mean_no_item() -> None:
    assert WORDING.item("Leadership") is None
