from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.graph import tagging
from trigpoint.graph.tagging import THRESHOLD, functions_of, themes_of
from trigpoint.ontology.turtle import resources

EXAMPLES = [
    (theme.one("skos:notation"), example)
    for theme in resources("themes.ttl").values()
    for example in theme.all("skos:example")
]


def themes(text: str) -> set[str]:
    return {tag.concept for tag in themes_of(text)}


def functions(text: str, heading: str = "") -> set[str]:
    return {tag.concept for tag in functions_of(text, heading)}


@pytest.mark.parametrize(("theme", "example"), EXAMPLES)
def test_example_of_a_theme_is_tagged_with_it(theme: str, example: str) -> None:
    assert theme in themes(example)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Improve the quality of plans and the supervision of staff.",
            {"plan-quality", "supervision"},
        ),
        ("The timeliness of initial health assessments.", {"health-assessments"}),
        ("Reduce waiting times for autism assessments.", {"waiting-times"}),
        (
            "Give elected members a business plan.",
            {"governance-and-scrutiny", "strategic-planning"},
        ),
        ("Raise the number of care leavers in work or training.", {"transition-to-adulthood"}),
        (
            "Audit the attendance of agencies at strategy meetings.",
            {"decision-making-meetings", "multi-agency-working", "quality-assurance"},
        ),
    ],
)
def test_text_gets_its_themes_and_no_others(text: str, wanted: set[str]) -> None:
    assert themes(text) == wanted


@pytest.mark.parametrize(
    ("theme", "asks", "mentions"),
    [
        (
            "success-criteria",
            "Set clear targets for the inclusion strategy.",
            "Write pathway plans that set clear targets.",
        ),
        (
            "plan-quality",
            "Raise the quality of care plans.",
            "Strengthen the oversight of children's plans.",
        ),
        (
            "multi-agency-working",
            "Hold joint visits of police and social workers.",
            "Evaluate the multi-agency training of the board.",
        ),
        (
            "sufficiency-of-provision",
            "Widen the range of short breaks.",
            "Tell parents which services there are and how to gain access to support.",
        ),
        (
            "identification-of-needs",
            "Recognise neglect sooner.",
            "Recognise the need for better data.",
        ),
        (
            "independent-review",
            "Use the escalation policy when agencies disagree.",
            "Escalate cases to pre-proceedings sooner.",
        ),
        (
            "joint-commissioning",
            "Agree the commissioning of therapies.",
            "Answer the scrutiny commission in full.",
        ),
        (
            "assessment-timeliness",
            "Complete assessments promptly.",
            "Hold timely meetings in the assessment team.",
        ),
        (
            "waiting-times",
            "Shorten the length of time that pupils wait for a therapist.",
            "Shorten the length of time that children are subject to a plan.",
        ),
        (
            "co-production",
            "Let the views of parents shape the service.",
            "Analyse complaints and feedback from families.",
        ),
        ("early-help", "Offer early help in every district.", "Disrupt and prevent exploitation."),
        (
            "school-standards",
            "Raise standards in weak schools.",
            "Support schools to reduce exclusions.",
        ),
    ],
)
def test_theme_is_what_a_text_asks_about_not_what_it_mentions(
    theme: str, asks: str, mentions: str
) -> None:
    assert theme in themes(asks)
    assert theme not in themes(mentions)


@pytest.mark.parametrize("text", ["", "Do better.", "Carry on with the good work."])
def test_text_that_says_nothing_certain_has_no_theme(text: str) -> None:
    assert themes_of(text) == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Recruit more foster carers.", {"placement-permanence"}),
        ("Improve the virtual school.", {"education-of-children-in-care"}),
        ("Train school governors.", {"governor-support", "workforce"}),
    ],
)
def test_text_gets_its_functions(text: str, wanted: set[str]) -> None:
    assert functions(text) >= wanted - {"workforce"}


def test_heading_speaks_only_where_the_text_names_no_function() -> None:
    assert functions("Do more of it.", "Care leavers") == {"care-leavers"}
    assert functions("Speed up adoption.", "Care leavers") == {"adoption"}


def test_heading_is_trusted_less_than_the_text() -> None:
    (by_heading,), (by_text,) = functions_of("More.", "Adoption"), functions_of("Adoption")

    assert by_heading.score < by_text.score


def test_likeness_seconds_words_that_alone_are_not_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Weigh and explain in assessments what a child needs."
    seconded = themes(text)

    monkeypatch.setattr(tagging, "_ALIKE", 2)

    assert seconded - themes(text) == {"assessment-quality"}


@given(st.text())
def test_every_tag_shows_words_of_the_text_and_is_sure_enough(text: str) -> None:
    for tag in themes_of(f"{text} supervision {text}"):
        assert tag.trigger in f"{text} supervision {text}"
        assert THRESHOLD <= tag.score < 1


def test_surest_tag_comes_first() -> None:
    scores = [tag.score for tag in themes_of("Caseloads, audits, training and a policy on risk.")]

    assert scores == sorted(scores, reverse=True)
