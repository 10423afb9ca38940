from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.language.acronyms import acronyms


@pytest.mark.parametrize(
    ("text", "acronym", "long_name"),
    [
        ("the Early Help Board (EHB) meets", "EHB", "Early Help Board"),
        ("with the clinical commissioning group (CCG).", "CCG", "clinical commissioning group"),
        ("a Learning and Skills Council (LSC)", "LSC", "Learning and Skills Council"),
        (
            "the Tarn Violence Reduction Unit (referred to as the TVRU)",
            "TVRU",
            "Tarn Violence Reduction Unit",
        ),
        ("all Integrated Care Boards (ICBs)", "ICBs", "Integrated Care Boards"),
    ],
)
def test_an_explained_acronym_is_known(text: str, acronym: str, long_name: str) -> None:
    assert acronyms(text) == {acronym: long_name}


@pytest.mark.parametrize("text", ["the council (EHB)", "(EHB) alone", "Early Help (see below)"])
def test_letters_that_no_words_spell_are_left_alone(text: str) -> None:
    assert acronyms(text) == {}


def test_the_first_explanation_stands() -> None:
    assert (
        acronyms("Local Schools Club (LSC). Later Skills Centre (LSC).")["LSC"]
        == "Local Schools Club"
    )


@given(st.text(alphabet="ABCabc ()-’", max_size=80))
def test_every_long_form_stands_in_the_text(text: str) -> None:
    folded = " ".join(text.split())
    assert all(long_name in folded for long_name in acronyms(text).values())
