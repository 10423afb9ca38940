from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.graph.tagging.likeness import profiles, stems


def test_stems_leave_out_endings_and_short_words() -> None:
    assert stems("Placing of the children’s plans is timely") == [
        "plac",
        "the",
        "children",
        "plan",
        "tim",
    ]


def test_theme_is_most_like_its_own_example() -> None:
    known = profiles("theme")
    likeness = known.likeness("Give social workers regular supervision.", known.vectors)

    assert max(likeness, key=lambda theme: likeness[theme]) == "supervision"


def test_only_the_concepts_asked_for_are_compared() -> None:
    assert profiles("function").likeness("adoption", ["adoption", "unknown"]).keys() == {"adoption"}


@given(st.text())
def test_likeness_lies_between_nothing_and_all(text: str) -> None:
    known = profiles("theme")

    assert all(0 <= cosine <= 1.000001 for cosine in known.likeness(text, known.vectors).values())
