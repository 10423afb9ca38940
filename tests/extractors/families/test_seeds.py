"""The real older texts, against labels made by careful reading."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import Report

pytestmark = pytest.mark.corpus


def _seed(shared: Path, number: str) -> Report:
    (path,) = (shared / "corpus" / "seeds").glob(f"{number}_*.txt")
    (report,) = extract(read_document(path))
    return report


def _labels(shared: Path, number: str) -> Any:
    records = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    return next(one for one in records if one["file"].startswith(f"seeds/{number}_"))


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("000", "lea-2004"),
        ("001", "lea-2000"),
        ("002", "aca"),
        ("003", "committee-report"),
        ("004", "lea-2003"),
    ],
)
def test_each_is_of_its_family(shared: Path, number: str, family: str) -> None:
    assert _seed(shared, number).family == family


def test_every_row_of_a_record_with_cells_is_read(shared: Path) -> None:
    rows = [
        (row["no"], row["function"], row["grade"], row["fieldwork"], row["section"])
        for row in _labels(shared, "000")["table_judgements"]
    ]
    found = _seed(shared, "000").judgements
    assert [(one.number, one.label, one.rank, one.fieldwork, one.section) for one in found] == rows


def test_every_recommendation_is_read_once_with_its_places(shared: Path) -> None:
    labels = [
        (one["text"], one["label"], one["section"], 1 + len(one["also_in"]))
        for one in _labels(shared, "000")["recommendations"]
    ]
    found = _seed(shared, "000").recommendations
    assert [(one.text, one.heading, one.section, len(one.evidence)) for one in found] == labels


@pytest.mark.parametrize("number", ["000", "002"])
@pytest.mark.parametrize("kind", ["strength", "weakness"])
def test_every_strength_and_weakness_is_read(shared: Path, number: str, kind: str) -> None:
    plural = {"strength": "strengths", "weakness": "weaknesses"}[kind]
    labels = [one["text"] for one in _labels(shared, number)[plural]]
    found = [one.text for one in _seed(shared, number).findings if one.kind == kind]
    assert len(found) == len(labels)
    assert all(text.startswith(label) for text, label in zip(found, labels, strict=True))


def test_a_scrambled_record_loses_one_grade_and_steals_none(shared: Path) -> None:
    found = _seed(shared, "004").judgements
    assert len(found) == 59
    assert [one.number for one in found if one.grade is None] == ["35"]
    assert [one.number for one in found if one.fieldwork is False] == ["12"]


def test_prose_only_recommendations_are_merged(shared: Path) -> None:
    found = _seed(shared, "001").recommendations
    assert len(found) == 16
    assert all(len(one.evidence) >= 2 for one in found)
    assert not any("copyright" in one.text for one in found)
