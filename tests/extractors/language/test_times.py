from __future__ import annotations

from trigpoint.extractors.language.grades import mentions
from trigpoint.extractors.language.times import clauses, direction_of, echoes, time_of


def time(clause: str, verb: str, before: str = "") -> str:
    return time_of(clause, verb, before, past_is_previous=False)


def test_an_earlier_inspection_in_the_past_tense_is_previous() -> None:
    assert time("Support was poor at the previous inspection", "was") == "previous"
    assert time("Support was poor in 1999", "was") == "previous"


def test_now_is_current_whatever_else_is_said() -> None:
    assert time("it has improved since the last inspection and is now good", "is") == "current"


def test_the_perfect_tense_is_current() -> None:
    assert time("budget control has been good", "has been") == "current"


def test_the_past_tense_goes_on_from_the_sentence_before() -> None:
    before = "At the last inspection planning was poor."
    assert time("Leadership was good", "was", before) == "previous"
    assert time("Leadership is good", "is", before) == "current"


def test_clauses_part_between_two_grades() -> None:
    text = "Support was poor in 1999, and is now good."
    spans = clauses(text, mentions(text, "lea-2004"))
    assert [text[start:end] for start, end in spans] == [
        "Support was poor in 1999",
        ", and is now good.",
    ]


def test_an_echo_gives_the_other_time() -> None:
    assert echoes("was good at the last inspection and remains so", "previous") == "current"
    assert echoes("is good, as it was at the last inspection", "current") == "previous"
    assert echoes("is good", "current") is None


def test_directions_are_those_that_are_stated() -> None:
    assert direction_of("has improved significantly and is good") == "improved"
    assert direction_of("remains satisfactory") == "sustained"
    assert direction_of("has declined and is poor") == "declined"
    assert direction_of("has not improved and is poor") is None
    assert direction_of("is good") is None
