"""The labelled pairs: enough of them, of all strata, labelled twice, and without any text."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from sklearn.metrics import cohen_kappa_score

Pairs = list[dict[str, str]]
LABELS = {"near-verbatim", "same-ask", "same-theme", "different"}


@pytest.fixture(scope="module")
def pairs(root: Path) -> Pairs:
    found: Pairs = json.loads((root / "tests" / "gold" / "pairs.json").read_text("utf-8"))
    return found


def family(name: str) -> str:
    return re.sub(r"-\d.*", "", name.split("/")[1])


def test_rows_are_names_and_labels_of_two_passes(pairs: Pairs) -> None:
    for pair in pairs:
        assert pair.keys() == {"a", "b", "first", "second", "stratum", "stands_for"}
        assert {pair["first"], pair["second"]} <= LABELS
        assert all(re.fullmatch(r"[\w/-]+", pair[end]) for end in "ab"), pair


def test_there_are_enough_pairs_and_none_twice(pairs: Pairs) -> None:
    assert len({frozenset((pair["a"], pair["b"])) for pair in pairs}) == len(pairs) >= 600


def test_pairs_are_of_all_levels_and_of_many_families(pairs: Pairs) -> None:
    levels = Counter(pair["first"] for pair in pairs)
    families = Counter(family(pair[end]) for pair in pairs for end in "ab")

    assert min(levels[label] for label in LABELS) >= 50
    assert {"sif", "ilacs", "jtai", "area-send", "slac"} <= families.keys()


def test_passes_agree(pairs: Pairs) -> None:
    passes = [[pair[name] for pair in pairs] for name in ("first", "second")]

    assert cohen_kappa_score(*passes) >= 0.8
