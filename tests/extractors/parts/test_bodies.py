from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.parts.bodies import bodies


def names(text: str, area: str = "") -> list[str]:
    return [text[start:end] for start, end in bodies(text, area)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wold Council and Fen and Marsh Board", ["Wold Council", "Fen and Marsh Board"]),
        ("Wold Council, Fen, Marsh and Moor ICB", ["Wold Council", "Fen, Marsh and Moor ICB"]),
        (
            "Wold Council, the Fen Board (ICB), and Moor ICB.",
            ["Wold Council", "Fen Board (ICB)", "Moor ICB"],
        ),
        (
            "Wold Council, school and college leaders.",
            ["Wold Council", "school and college leaders"],
        ),
        ("both Wold Council and the Fen Trust", ["Wold Council", "Fen Trust"]),
        ("The Wold Council", ["The Wold Council"]),
        ("", []),
    ],
)
def test_a_name_goes_on_until_it_ends_as_bodies_do(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_borough_ends_with_the_name_of_its_area() -> None:
    text = "The London Borough of Sand and Shingle and Tidal Health Board"
    assert names(text, "Sand and Shingle") == [
        "The London Borough of Sand and Shingle",
        "Tidal Health Board",
    ]


def test_the_area_alone_parts_no_name() -> None:
    assert names("Wold Council and Wold and the Isles Board", "Wold") == [
        "Wold Council",
        "Wold and the Isles Board",
    ]


@given(st.lists(st.sampled_from(["Wold Council", "Fen and Marsh Board", "Moor Trust"]), min_size=1))
def test_names_joined_by_commas_are_found_again(wanted: list[str]) -> None:
    assert names(", ".join(wanted)) == wanted
