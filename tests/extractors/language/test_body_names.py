from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.language.body_names import named_bodies
from trigpoint.extractors.language.cued_names import cued_names

WORDS = ["the", "and", "of", "NHS", "Tarn,", "Board", "Police", "(ICB)", "Trust.", "Council's"]


def names(text: str) -> list[str]:
    return [text[one.start : one.end] for one in named_bodies(text) if one.kind.use == "body"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Work with Tarn and Wharf Constabulary is good.", "Tarn and Wharf Constabulary"),
        (
            "the Tarn, Wharf and Ouse Integrated Care Board pays",
            "Tarn, Wharf and Ouse Integrated Care Board",
        ),
        ("the Tarn Valley Health and Care NHS Trust", "Tarn Valley Health and Care NHS Trust"),
        (
            "the Tarnhythe safeguarding children partnership",
            "Tarnhythe safeguarding children partnership",
        ),
        ("leaders and the health and wellbeing board", "health and wellbeing board"),
        (
            "the Tarnshire Consortium Education Service for Travelling Children helps",
            "Tarnshire Consortium Education Service for Travelling Children",
        ),
        ("the Tarnshire Consortium of School Boards", "Tarnshire Consortium of School Boards"),
        ("the Diocese of St. Osric and all", "Diocese of St. Osric"),
        (
            "the Children, Young People and Families Board",
            "Children, Young People and Families Board",
        ),
        ("the Safety Partnership Forum of the town", "Safety Partnership Forum"),
        (
            "the Tarn Association of Primary Headteachers",
            "Tarn Association of Primary Headteachers",
        ),
        (
            "the Police and Crime Commissioner for Tarnshire",
            "Police and Crime Commissioner for Tarnshire",
        ),
        ("The University of Tarnhythe reviewed it.", "University of Tarnhythe"),
        ("Currently Tarn Probation Trust leads.", "Tarn Probation Trust"),
        ("The schools’ forum met.", "schools’ forum"),
        ("Hold Tarn Valley Police to account.", "Tarn Valley Police"),
        ("In Tarn, Wharf, Ouse and Esk NHS Trust led.", "Tarn, Wharf, Ouse and Esk NHS Trust"),
        ("In Tarnhythe, Wharf NHS Trust led.", "Wharf NHS Trust"),
        ("Stoke- on-Wharf Youth Trust helps.", "Stoke- on-Wharf Youth Trust"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    assert names(text) == [name]


def test_two_bodies_with_and_between_are_two() -> None:
    text = "Tarnshire County Council and Wharf Valley Clinical Commissioning Group agree."
    assert names(text) == ["Tarnshire County Council", "Wharf Valley Clinical Commissioning Group"]


def test_a_known_body_ends_a_longer_run_of_capitals() -> None:
    assert names("seen in Tarnhythe and Merseyside Police files") == ["Merseyside Police"]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted and the Care Quality Commission inspected.",
        "Excellence in Cities and Building Schools for the Future help.",
        "The Corporate Parenting Board and the Children in Care Council met.",
        "in partnership with others; effective partnership working",
        "The board, the trust and the council agreed.",
        "the Sure Start programme",
        "The local area partnership has improved.",
        "the Foundation Stage profile",
    ],
)
def test_a_look_alike_is_no_partner(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The regional adoption agency (Kin for Tarn) works well.", "Kin for Tarn"),
        ("The regional adoption agency, Kin Together, is quick.", "Kin Together"),
        ("Services are delegated to Together for Children.", "Together for Children"),
        ("Tarn Haven, a local charity, listens.", "Tarn Haven"),
        ("run by the charity Open Sky.", "Open Sky"),
    ],
)
def test_words_around_a_name_tell_that_it_is_one(text: str, name: str) -> None:
    assert [text[one.start : one.end] for one in cued_names(text)] == [name]


def test_no_team_of_the_council_is_taken_by_such_words() -> None:
    assert not list(cued_names("It is commissioned by the Early Help Team."))


@given(st.lists(st.sampled_from(WORDS)))
def test_names_never_overlap_and_stand_in_order(words: list[str]) -> None:
    found = named_bodies(" ".join(words))
    assert all(one.end <= after.start for one, after in itertools.pairwise(found))
