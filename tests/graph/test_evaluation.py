from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.graph.reports import Paper

from trigpoint.errors import ReferenceDataError
from trigpoint.graph.evaluation import Score, evaluate
from trigpoint.graph.store import EmbeddedStore


def label(**changes: Any) -> dict[str, Any]:
    """The right labels of the invented report of 2019, in the form of children's services."""
    return {
        "file": "labels/thornmere-2019.pdf",
        "sha256": Paper("thornmere-2019.pdf").source.sha256,
        "slug": "thornmere",
        "framework": "ILACS",
        "authority": "Thornmere",
        "inspection_start": "2019-05-13",
        "inspection_end": "2019-05-24",
        "published": "2019-07-01",
        "lead_inspector": None,
        "judgements": [
            {"label": "Overall effectiveness", "grade": "Requires improvement to be good"}
        ],
        "recommendations": ["The quality and timeliness of return home interviews."],
        "priority_actions": 0,
    } | changes


def scores(store: EmbeddedStore, folder: Path, *labels: dict[str, Any]) -> dict[str, Score]:
    path = folder / "labels.json"
    path.write_text(json.dumps(labels))
    return {score.field: score for score in evaluate(store, [path])}


def counts(score: Score) -> tuple[int, int, int, int]:
    return score.expected, score.found, score.strict, score.soft


def test_right_answers_are_counted_as_right(library: EmbeddedStore, tmp_path: Path) -> None:
    found = scores(library, tmp_path, label())

    assert {field: counts(found[field]) for field in ("authority", "start", "judgements")} == {
        "authority": (1, 1, 1, 1),
        "start": (1, 1, 1, 1),
        "judgements": (1, 1, 1, 1),
    }
    assert counts(found["recommendations"]) == (1, 1, 1, 1)
    assert (found["start"].precision, found["start"].recall, found["start"].f1) == (1, 1, 1)


def test_what_was_missed_and_what_was_wrong_is_told(library: EmbeddedStore, tmp_path: Path) -> None:
    found = scores(library, tmp_path, label(inspection_start="2019-05-14"))["start"]

    assert counts(found) == (1, 1, 0, 0)
    assert found.missed == ["labels/thornmere-2019.pdf: 2019-05-14"]
    assert found.wrong == ["labels/thornmere-2019.pdf: 2019-05-13"]
    assert (found.precision, found.recall, found.f1) == (0, 0, 0)


def test_like_words_match_softly(library: EmbeddedStore, tmp_path: Path) -> None:
    near = label(recommendations=["The quality and timelines of return home interviews"])

    assert counts(scores(library, tmp_path, near)["recommendations"]) == (1, 1, 0, 1)


def test_wrong_grade_does_not_match(library: EmbeddedStore, tmp_path: Path) -> None:
    wrong = label(judgements=[{"label": "Overall effectiveness", "grade": "Good"}])

    assert counts(scores(library, tmp_path, wrong)["judgements"]) == (1, 1, 0, 0)


def test_item_is_matched_once(library: EmbeddedStore, tmp_path: Path) -> None:
    (text,) = label()["recommendations"]
    twice = scores(library, tmp_path, label(recommendations=[text, text]))["recommendations"]

    assert counts(twice) == (2, 1, 1, 1)
    assert (twice.precision, twice.recall) == (1, 0.5)


def test_report_is_found_by_file_name_where_the_hash_differs(
    library: EmbeddedStore, tmp_path: Path
) -> None:
    assert counts(scores(library, tmp_path, label(sha256="0"))["start"]) == (1, 1, 1, 1)


def test_report_that_is_not_stored_misses_everything(
    library: EmbeddedStore, tmp_path: Path
) -> None:
    absent = label(sha256="0", file="nowhere.pdf")

    assert counts(scores(library, tmp_path, absent)["start"]) == (1, 0, 0, 0)


@pytest.mark.parametrize("content", ["", "{", "[1]", '[{"file": "a.pdf"}]', '[{"slug": "a"}]'])
def test_file_without_labels_is_refused(
    library: EmbeddedStore, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "labels.json"
    path.write_text(content)

    with pytest.raises(ReferenceDataError, match="holds no labels"):
        evaluate(library, [path])


@pytest.mark.corpus
def test_label_files_of_the_corpus_are_read(library: EmbeddedStore, corpus: Path) -> None:
    files = sorted((corpus / "gold").glob("*.json"))

    assert all(score.expected >= 0 for score in evaluate(library, files))
