from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.language.grades import mentions, scales_of
from trigpoint.ontology.vocabulary import scale


def grades(text: str, framework: str = "lea-2004") -> list[str]:
    return [mention.grade for mention in mentions(text, framework)]


def test_the_longest_grade_word_is_taken() -> None:
    assert grades("It is highly satisfactory; the other is very good.") == [
        "highly satisfactory",
        "very good",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "This is not good.",
        "It is not yet good.",
        "It is not good enough.",
        "No area is less than satisfactory.",
        "It is quite good.",
        "Results are as good as elsewhere.",
    ],
)
def test_denied_and_hedged_words_are_no_grades(text: str) -> None:
    assert grades(text) == []


def test_words_of_another_scale_are_no_grades() -> None:
    assert grades("It is excellent, adequate and outstanding.") == []
    assert grades("It is satisfactory.", "jtai") == []


def test_every_printed_form_gives_the_word_of_the_scale() -> None:
    assert grades("Services require improvement.", "ilacs") == ["requires improvement to be good"]


@given(st.text(max_size=80), st.sampled_from(["lea-2000", "lea-2004", "aca", "sif", "ilacs"]))
def test_a_grade_is_always_on_a_scale_of_the_framework(text: str, framework: str) -> None:
    keys = {key for key, _ in scales_of(framework)}
    for mention in mentions(text + " is good", framework):
        assert mention.scale in keys
        assert scale(mention.scale).worded(mention.grade) is not None
