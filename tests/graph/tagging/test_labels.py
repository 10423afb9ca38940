from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from trigpoint.graph.tagging.rules import rules_for
from trigpoint.ontology.turtle import resources


@pytest.fixture(scope="module")
def labels(root: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((root / "tests/gold/themes.json").read_text())
    return found


@pytest.fixture(scope="module")
def drawn(root: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((root / "tests/gold/theme_tags.json").read_text())
    return found


def test_labels_are_themes_and_hold_no_text(labels: list[dict[str, object]]) -> None:
    known = {theme.one("skos:notation") for theme in resources("themes.ttl").values()}

    for label in labels:
        assert label.keys() == {"id", "framework", "half", "themes", "allowed"}
        assert label["themes"], label
        assert not set(label["themes"]) & set(label["allowed"]), label  # type: ignore[call-overload]
        assert {*label["themes"], *label["allowed"]} <= known, label  # type: ignore[misc]


def test_halves_are_apart_and_the_test_half_has_two_hundred(
    labels: list[dict[str, object]],
) -> None:
    assert max(Counter(label["id"] for label in labels).values()) == 1
    assert Counter(label["half"] for label in labels)["test"] == 200


def test_drawn_tags_are_of_themes_and_hold_no_text(drawn: list[dict[str, object]]) -> None:
    known = {theme.one("skos:notation") for theme in resources("themes.ttl").values()}

    for tag in drawn:
        assert tag.keys() == {"id", "kind", "theme", "draw", "first", "second"}
        assert tag["theme"] in known, tag
        assert tag["kind"] in {"recommendation", "finding"}, tag
        assert re.fullmatch("[a-z2-7]{8}", str(tag["id"])), tag


def test_no_tag_is_drawn_twice_or_labelled_in_full(
    drawn: list[dict[str, object]], labels: list[dict[str, object]]
) -> None:
    assert max(Counter((tag["id"], tag["theme"]) for tag in drawn).values()) == 1
    assert not {tag["id"] for tag in drawn} & {label["id"] for label in labels}


def test_every_theme_has_drawn_tags(drawn: list[dict[str, object]]) -> None:
    assert {tag["theme"] for tag in drawn} == {rule.concept for rule in rules_for("theme")}
