from __future__ import annotations

import pytest

from trigpoint.extractors.language.grades import mentions
from trigpoint.extractors.language.pipeline import Reader, rule_reader, spacy_reader
from trigpoint.extractors.language.verdicts import Verdict, for_each


@pytest.fixture(scope="module")
def parsed() -> Reader:
    reader = spacy_reader()
    if reader is None:
        pytest.skip("spaCy or its English model is not installed")
    return reader


def verdicts(reader: Reader, text: str, framework: str = "lea-2004") -> tuple[Verdict, ...]:
    return reader([(text, mentions(text, framework))])[0]


def subjects(reader: Reader, text: str, framework: str = "lea-2004") -> list[str]:
    return [one.subject for one in verdicts(reader, text, framework)]


def test_the_rule_takes_the_words_before_the_verb() -> None:
    assert subjects(rule_reader, "Support for attendance is now good.") == [
        "Support for attendance"
    ]
    assert subjects(rule_reader, "The plan is late, but the map is good.") == ["the map"]


def test_the_rule_takes_what_is_given() -> None:
    found = verdicts(rule_reader, "The council provides good advice to schools.")
    assert [(one.subject, one.form) for one in found] == [("advice to schools", "attribute")]


@pytest.mark.parametrize("before", ["judged all services as", "found all services to"])
def test_the_rule_takes_what_was_judged(before: str) -> None:
    ending = "requiring improvement" if before.endswith("as") else "require improvement"
    text = f"The last inspection {before} {ending} to be good."
    assert subjects(rule_reader, text, "ilacs") == ["all services"]


def test_what_is_said_for_two_is_said_for_each() -> None:
    named = for_each("Services for children who need help and for care leavers")
    assert named == ("Services for children who need help", "Services for care leavers")
    assert for_each("Services for children and young people") == ()


def test_the_parser_leaves_out_what_stands_before_the_subject(parsed: Reader) -> None:
    text = "At the time of the last inspection support for governors was satisfactory."
    assert subjects(parsed, text) == ["support for governors"]


def test_two_grades_have_two_subjects(parsed: Reader) -> None:
    text = "The strategy for inclusion is good and its implementation is satisfactory."
    assert subjects(parsed, text) == ["The strategy for inclusion", "its implementation"]


def test_a_joined_verb_shares_its_subject(parsed: Reader) -> None:
    text = "Property services have improved and are now highly satisfactory."
    assert subjects(parsed, text) == ["Property services"]


def test_coordinated_subjects_are_told_apart(parsed: Reader) -> None:
    text = "Corporate planning and support for governors are good."
    assert verdicts(parsed, text)[0].parts == ("Corporate planning", "support for governors")


def test_children_looked_after_stay_whole(parsed: Reader) -> None:
    text = "Provision for looked after children is satisfactory."
    assert subjects(parsed, text) == ["Provision for looked-after children"]


def test_a_measure_is_not_the_subject(parsed: Reader) -> None:
    assert subjects(parsed, "The services are of very good quality.") == ["The services"]


def test_a_grade_may_be_a_verb(parsed: Reader) -> None:
    text = "Services for care leavers require improvement."
    assert subjects(parsed, text, "sif") == ["Services for care leavers"]


@pytest.mark.parametrize(
    "text",
    [
        "The council should ensure that support for schools is good.",
        "The team works to make sure that every plan is good.",
        "It was unclear whether the service is good.",
    ],
)
def test_wishes_and_doubts_are_no_verdicts(parsed: Reader, text: str) -> None:
    assert verdicts(parsed, text) == ()
