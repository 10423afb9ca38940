"""Each question, asked of the invented library, gives the rows of `expected/NAME.csv`."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from trigpoint.graph.questions import ask
from trigpoint.graph.store import EmbeddedStore
from trigpoint.queries import questions

EXPECTED = Path(__file__).parent / "expected"
GIVEN = {
    "authority-findings": {"authority": "Thornmere"},
    "authority-grades": {"authority": "Thornmere"},
    "authority-identifiers": {"authority": "Thornmere"},
    "authority-partners": {"authority": "Wexcombe"},
    "authority-recommendations": {"authority": "Thornmere"},
    "authority-themes": {"authority": "Thornmere"},
    "better-graded-elsewhere": {"authority": "Thornmere"},
    "compare-authorities": {"a": "Thornmere", "b": "Wexcombe"},
    "compare-periods": {"a": "2000-2012", "b": "2013-2026"},
    "framework-lines": {"framework": "ilacs"},
    "function-grades": {"function": "education-of-children-in-care"},
    "grades-given": {"grade": "lea-7/4"},
    "grade-path": {"authority": "Thornmere"},
    "low-confidence": {"authority": "Wexcombe"},
    "neighbour-recommendations": {"authority": "Thornmere"},
    "new-and-dropped": {"earlier": "thornmere-2004", "later": "thornmere-2024"},
    "partner-reports": {"partner": "role/police-force"},
    "provenance": {"report": "wexcombe-2003"},
    "repeated-to-authority": {"authority": "Thornmere"},
    "same-themes": {"authority": "Thornmere"},
    "scales": {"scale": "lea-7"},
    "strengths-elsewhere": {"authority": "Thornmere"},
    "theme-pairs": {"theme": "attendance"},
    "theme-recommendations": {"theme": "success-criteria"},
    "themes-gone-and-new": {"before": "lea-2003", "after": "lea-2004"},
    "report-recommendations": {"report": "thornmere-2004"},
    "text-search": {"words": "Criteria"},
}


def test_every_question_has_an_expected_answer() -> None:
    assert sorted(path.stem for path in EXPECTED.glob("*.csv")) == list(questions())


@pytest.mark.parametrize("name", questions())
def test_answer_is_as_expected(library: EmbeddedStore, name: str) -> None:
    answer = ask(library, name, GIVEN.get(name, {}))
    columns = [variable.value for variable in answer.variables]
    rows = [["" if row[n] is None else row[n].value for n in columns] for row in answer]

    with (EXPECTED / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        assert [columns, *rows] == list(csv.reader(file))


def test_parameter_not_given_has_its_default(library: EmbeddedStore) -> None:
    of_itself, of_two, of_one, of_three = (
        [row["authorities"].value for row in ask(library, "shared-partners", given)]
        for given in ({}, {"least": "2"}, {"least": "1"}, {"least": "3"})
    )

    assert of_itself == of_two == ["2"]
    assert len(of_one) > len(of_two)
    assert of_three == []


@pytest.mark.parametrize(
    ("name", "given", "count"),
    [
        ("reports", {"authority": "Wexcombe"}, 3),
        ("reports", {"framework": "ilacs"}, 1),
        ("reports", {"framework": "ilacs", "authority": "Wexcombe"}, 0),
        ("coverage-gaps", {"authority": "Wexcombe"}, 0),
        ("no-fieldwork", {"authority": "Wexcombe"}, 0),
        ("table-and-prose-disagree", {"authority": "Wexcombe"}, 0),
        ("text-search", {"words": "criteria", "authority": "Wexcombe"}, 1),
    ],
)
def test_optional_parameter_narrows_the_answer(
    library: EmbeddedStore, name: str, given: dict[str, str], count: int
) -> None:
    assert len(list(ask(library, name, given))) == count
