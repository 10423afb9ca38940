from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.language.functions import resolve


@pytest.mark.parametrize(
    ("phrase", "function"),
    [
        ("Support for gifted and talented pupils", "gifted-talented"),
        ("the LEA's work on combating racism", "racial-equality"),
        ("The quality of leadership by councillors", "political-leadership"),
        ("its strategy for special educational needs", "send-strategy"),
        ("school places planning", "school-places"),
    ],
)
def test_a_phrase_finds_its_function(phrase: str, function: str) -> None:
    assert resolve(phrase, "lea-2004").functions == (function,)


def test_general_words_alone_name_nothing() -> None:
    assert resolve("the quality of provision", "lea-2004").functions == ()


def test_what_no_label_says_is_left_open() -> None:
    assert resolve("the weather over the harbour", "lea-2004").functions == ()


def test_the_headings_above_settle_what_several_items_share() -> None:
    match = resolve("Value for money", "lea-2003", context=frozenset({"sen"}))
    assert match.functions == ("send-value-funding",)


@given(st.text(max_size=60), st.sampled_from(["", "lea-2003", "sif", "ilacs", "aca"]))
def test_any_text_resolves_to_known_functions_or_none(text: str, framework: str) -> None:
    assert resolve(text, framework).score >= 0
