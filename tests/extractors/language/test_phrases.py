"""What is graded in sentences that a parser reads badly: shared, joined and asserted subjects."""

from __future__ import annotations

import pytest
from tests.extractors.language.conftest import Read, statements

from trigpoint.extractors.language.pipeline import model_name

pytestmark = pytest.mark.skipif(not model_name(), reason="spaCy or its English model is missing")


def subjects(sentence: str, prose: Read, heading: str = "Support for attendance") -> list[str]:
    found = statements(prose(f"### {heading}\n\n1. {sentence}\n"))
    return sorted(one.subject for one in found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Partnership working and the quality of advice given to elected members are good.",
            ["Partnership working", "the quality of advice given to elected members"],
        ),
        (
            "The quality of leadership by members and senior education officers is good.",
            [
                "The quality of leadership by members",
                "The quality of leadership by senior education officers",
            ],
        ),
        ("The planning and delivery of support is good.", ["The planning and delivery of support"]),
    ],
)
def test_parts_of_a_subject_are_graded_apart_where_each_stands_alone(
    sentence: str, expected: list[str], prose: Read
) -> None:
    assert subjects(sentence, prose, "Corporate leadership") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The LEA has clear plans for attendance and provision is good.", ["provision"]),
        (
            "The LEA has made changes and the attendance strategy, including its targets, is good.",
            ["the attendance strategy, including its targets"],
        ),
        ("Inspectors judged support for attendance as good.", ["support for attendance"]),
        ("Inspectors judged fostering to be good.", ["fostering"]),
        ("The LEA has improved attendance from satisfactory to good.", ["attendance"] * 2),
    ],
)
def test_the_nearest_subject_is_graded(sentence: str, expected: list[str], prose: Read) -> None:
    assert subjects(sentence, prose) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The service does not plan well or provide good support.",
        "Support was not judged to be good.",
        "Not enough families have good plans.",
        "There is very little poor provision.",
        "This is good practice.",
        "Two were judged to be good.",
        "Support is good or very good.",
        "Support is satisfactory to good.",
        "Support is at times good.",
        "The homes were judged to be good in their most recent inspection.",
        "The LEA has made at least satisfactory progress.",
    ],
)
def test_what_is_denied_hedged_or_of_others_is_no_grade(sentence: str, prose: Read) -> None:
    assert subjects(sentence, prose) == []


def test_an_opinion_that_inspectors_make_their_own_is_a_grade(prose: Read) -> None:
    opinion = "Schools judge support for numeracy to be good."

    assert subjects(f"{opinion} Some do not reply.", prose) == []
    assert subjects(f"{opinion} We agree.", prose) == ["support for numeracy"]
    assert subjects(f"{opinion} These views seem to us to be right.", prose) == [
        "support for numeracy"
    ]


def test_what_another_body_gives_is_a_part(prose: Read) -> None:
    body = (
        "### Support for attendance\n\n1. Some text.\n\n2. {} provides good support for schools.\n"
    )
    levels = [
        one.level for who in ("The LEA", "A lawyer") for one in statements(prose(body.format(who)))
    ]

    assert levels == ["headline", "aspect"]
