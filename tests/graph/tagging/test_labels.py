from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from trigpoint.ontology.turtle import resources


@pytest.fixture(scope="module")
def labels(root: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads((root / "tests/gold/themes.json").read_text())
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
