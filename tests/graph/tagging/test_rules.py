from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.data import read_table
from trigpoint.errors import ReferenceDataError
from trigpoint.graph.tagging import Kind, rules
from trigpoint.graph.tagging.rules import Hit, fold, rules_for
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.turtle import resources

KINDS: tuple[Kind, ...] = ("theme", "function")


def concepts(kind: Kind) -> set[str]:
    return {iri.removeprefix(f"{CONCEPT}{kind}/") for iri in resources(f"{kind}s.ttl")}


def hits(kind: Kind, concept: str, text: str) -> list[Hit]:
    rule = next(rule for rule in rules_for(kind) if rule.concept == concept)
    return list(rule.hits(text, fold(text)))


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_is_of_a_concept_of_the_scheme(kind: Kind) -> None:
    assert {rule.concept for rule in rules_for(kind)} <= concepts(kind)


def test_every_theme_but_the_groups_has_rules() -> None:
    described = resources("themes.ttl").values()
    groups = {broad for theme in described for broad in theme.all("skos:broader")}
    themes = {t.one("skos:notation") for t in described if t.iri not in groups}

    assert {rule.concept for rule in rules_for("theme")} == themes - {"theme"}


@pytest.mark.parametrize("kind", KINDS)
def test_weights_are_shares_and_patterns_are_in_small_letters(kind: Kind) -> None:
    for row in read_table(f"{kind}_triggers"):
        assert row["weight"] == "-1" or 0 < float(row["weight"]) < 1, row
        letters = re.sub(r"\\.", "", row["pattern"])
        assert letters == fold(letters), row


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words", ["the quality of ", "quality assessments of and plans for ", "we and to a in, or "]
)
def test_no_pattern_runs_away_on_a_long_text(kind: Kind, words: str) -> None:
    text = words * 500
    began = time.process_time()

    for rule in rules_for(kind):
        list(rule.hits(text, text))

    assert time.process_time() - began < 10


def test_words_are_found_whole_and_shown_as_printed() -> None:
    text = "Reduce Caseloads."

    assert hits("theme", "caseloads", text) == [Hit("Caseloads", 0.95)]
    assert hits("theme", "caseloads", "Showcaseloadsofwork") == []


def test_curly_apostrophes_and_hyphens_match_plain_ones() -> None:
    assert hits("theme", "voice-of-the-child", "Listen to children’s views.")


def test_blanked_words_do_not_count() -> None:
    assert hits("theme", "supervision", "Apply for supervision orders.") == []
    assert hits("theme", "supervision", "Strengthen supervision, and supervision orders.")


def test_what_a_long_text_mentions_late_weighs_less() -> None:
    opening = "Nothing of the kind is said. " * 20

    (early,), (late,) = (
        hits("theme", "caseloads", text) for text in ("Caseloads.", f"{opening}Caseloads.")
    )

    assert late.weight < early.weight


def test_wrong_pattern_names_its_concept(monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"concept": "attendance", "pattern": "(", "weight": "0.9", "note": ""}
    monkeypatch.setattr(rules, "read_table", lambda _: [row])

    with pytest.raises(ReferenceDataError, match="attendance"):
        rules_for.__wrapped__("theme")


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
