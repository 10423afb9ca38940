from __future__ import annotations

import pytest

from trigpoint.extractors.parts.deadlines import due


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Within three months, write the plan.", "Within three months"),
        ("Immediately: see every child.", "Immediately"),
        ("Write the plan by the end of March 2015.", "by the end of March 2015"),
        (
            "Publish the plan within 20 working days of receipt.",
            "within 20 working days of receipt",
        ),
        ("Tell all staff with immediate effect", "with immediate effect"),
        ("Finish by 2006;", "by 2006"),
    ],
)
def test_a_term_stands_first_or_last(text: str, term: str) -> None:
    assert due(text) == term


@pytest.mark.parametrize(
    "text",
    [
        "See children within 28 days of their entry into care.",
        "Visit every new school within 15 days.",
        "Reports requested within ten days do not come in time.",
        "Area leaders need to act urgently and jointly.",
        "Staff who immediately act should be praised.",
    ],
)
def test_a_term_inside_is_about_something_else(text: str) -> None:
    assert due(text) == ""
