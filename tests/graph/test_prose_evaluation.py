"""Scores of grades said in sentences, and of partners, on labels in both forms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from trigpoint.graph.evaluation.bodies import body_names, look_alikes, same_body_name
from trigpoint.graph.evaluation.labels import read_labels
from trigpoint.graph.evaluation.measure import SOFT, Score
from trigpoint.graph.evaluation.prose import ProseLabel, prose_scores
from trigpoint.graph.evaluation.prose_labels import by_first_words, by_offsets

FUNCTION = "https://w3id.org/trigpoint/def/function/"
SENTENCE = "Support for attendance was poor and is now good."


def row(**changes: str) -> dict[str, str]:
    return {
        "statement_id": "s",
        "stated_in": "prose",
        "subject": "Support for attendance",
        "function": f"{FUNCTION}attendance",
        "grade": "good",
        "time": "current",
        "level": "headline",
        "quote": SENTENCE,
        "start": "10",
        "end": "60",
    } | changes


def label(**changes: Any) -> ProseLabel:
    given: dict[str, Any] = {
        "grade": "good",
        "time": "current",
        "level": "headline",
        "subject": "support for attendance",
        "sentence": "Support for attendance was poor",
        "functions": frozenset({"attendance"}),
    }
    return ProseLabel(**given | changes)


def scores(labels: list[ProseLabel], rows: list[dict[str, str]]) -> dict[str, tuple[int, ...]]:
    return {
        one.field.removeprefix("prose, "): (one.expected, one.found, one.soft)
        for one in prose_scores("lea-2004", "a.txt", labels, rows)
    }


def test_a_headline_is_found_by_sentence_grade_and_time() -> None:
    found = scores([label(), label(grade="poor", time="previous")], [row()])

    assert found == {
        "headline, current": (1, 1, 1),
        "headline, previous": (1, 0, 0),
        "aspect": (0, 0, 0),
        "function of headlines": (1, 1, 1),
    }


def test_another_sentence_or_grade_is_a_miss_and_a_false_alarm() -> None:
    for wrong in (row(quote="Links are good."), row(grade="poor")):
        assert scores([label()], [wrong])["headline, current"] == (1, 1, 0)


def test_a_headline_told_as_an_aspect_is_not_found() -> None:
    found = scores([label()], [row(level="aspect")])

    assert (found["headline, current"], found["aspect"]) == ((1, 0, 0), (0, 1, 0))


def test_what_is_unsure_counts_neither_way() -> None:
    assert scores([label(counts=False)], [row()])["headline, current"] == (0, 0, 0)
    assert scores([label(counts=False)], [])["headline, current"] == (0, 0, 0)


def test_two_grades_in_one_sentence_need_two_statements() -> None:
    both = [label(), label(subject="links", functions=frozenset())]

    assert scores(both, [row()])["headline, current"] == (2, 1, 1)


def test_the_wrong_function_is_told() -> None:
    (function,) = [
        one
        for one in prose_scores("lea-2004", "a.txt", [label()], [row(function=f"{FUNCTION}send")])
        if one.field == "prose, function of headlines"
    ]

    assert (function.expected, function.soft) == (1, 0)
    assert "attendance" in function.missed[0]
    assert "send" in function.wrong[0]


def test_labels_by_first_words_take_the_function_of_their_row() -> None:
    record = {
        "prose_judgements": [
            {"grade_text": "good", "time": "current", "level": "headline", "function": "attendance",
             "sentence": "It is good.", "jrs": ["5.3"]},
            {"grade_text": "quite good", "time": "current", "level": "aspect", "function": "a plan",
             "sentence": "It is quite good."},
        ]
    }  # fmt: skip
    sure, hedged = by_first_words(record)

    assert (sure.functions, sure.counts) == (frozenset({"attendance"}), True)
    assert (hedged.functions, hedged.counts) == (frozenset(), False)


def test_labels_by_offsets_are_told_by_overlap() -> None:
    statement = {"grade": "good", "time": "current", "level": "aspect", "subject": "a plan",
                 "function": "", "borderline": False}  # fmt: skip
    (one,) = by_offsets({"sentences": [{"start": 59, "end": 80, "statements": [statement]}]})

    assert one.tells(row())
    assert not one.tells(row(end="59"))


def test_our_own_label_file_holds_one_record(tmp_path: Path) -> None:
    partner = {"name": "Tarn College", "kind": "college", "proper": True, "borderline": False}
    path = tmp_path / "own.json"
    path.write_text(
        json.dumps(
            {"file": "a.pdf", "source_sha256": "0", "sentences": [],
             "partners": [partner, partner | {"name": "police", "proper": False}]}
        )
    )  # fmt: skip
    (labelled,) = read_labels(path)

    assert (labelled.family, labelled.sha256) == ("own labels", "0")
    assert labelled.fields == {"partner names": ("Tarn College",)}
    assert labelled.optional["partner names"] == ("police",)


def test_names_of_one_body_are_the_same() -> None:
    (found,) = body_names(
        [
            {
                "partner": "TVC",
                "partner_id": "https://w3id.org/trigpoint/id/organisation/tarn-college",
            }
        ],
        "",
    )

    assert same_body_name("Tarn College (TVC)", found) == 100
    assert SOFT <= same_body_name("the Tarn and Wharf College", found) < 100
    assert same_body_name("Wharf College", found) == 0


def test_roles_and_the_authority_itself_are_no_named_bodies() -> None:
    base = "https://w3id.org/trigpoint/id/"
    rows = [
        {"partner": "police", "partner_id": f"{base}role/police-force"},
        {"partner": "Thornmere Council", "partner_id": f"{base}authority/thornmere"},
    ]

    assert body_names(rows, f"{base}authority/thornmere") == ()


def test_a_look_alike_taken_for_a_partner_is_told() -> None:
    def taken(*found: str) -> Score:
        return look_alikes("aca", "a.txt", ["Bright Futures, Ofsted and DfES"], found)

    assert taken("Tarn College;tarn college").soft == 1
    assert taken("DfES;department-for-education").wrong == ["a.txt: DfES;department-for-education"]
