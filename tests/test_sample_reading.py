"""The sample, end to end: what a careful reader finds in each report is what is read from it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from trigpoint.connection import SAMPLE
from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import Judgement, Report

EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
_AS_PRINTED = re.compile(r" (?:hmi|(?:city|borough) council)$")
"""What a cover prints behind the name of a person or an authority."""
CASES = [(name, form) for name in EXPECTED for form in ("pdf", "txt")]


def path_of(name: str, form: str) -> Path:
    return SAMPLE / f"{name}.pdf" if form == "pdf" else SAMPLE / "text" / f"{name}.txt"


def plain(text: str | None) -> str:
    """Words alone: signs, case and the full stop at the end may differ between the forms."""
    return " ".join(re.findall(r"\w+", (text or "").replace("’", "").replace("'", ""))).lower()


def read(name: str, form: str) -> Sequence[Report]:
    return extract(read_document(path_of(name, form)))


def judged(judgement: Judgement, part: str) -> tuple[object, ...]:
    label = plain(re.sub(r"^[\d.]+ ", "", judgement.label))
    return part, judgement.number, label, judgement.grade, judgement.rank, judgement.fieldwork


@pytest.mark.parametrize(("name", "form"), CASES)
def test_facts_that_are_printed_plainly_are_read(name: str, form: str) -> None:
    report = read(name, form)[0]
    for field, values in EXPECTED[name]["facts"].items():
        found = {_AS_PRINTED.sub("", plain(fact.value)) for fact in report.facts
                 if fact.field == field}  # fmt: skip
        wanted = {_AS_PRINTED.sub("", plain(value)) for value in values}
        assert wanted <= found, field


@pytest.mark.parametrize(("name", "form"), CASES)
def test_judgements_are_read_with_number_grade_and_fieldwork(name: str, form: str) -> None:
    found = {judged(judgement, report.part) for report in read(name, form)
             for judgement in report.judgements if judgement.grade}  # fmt: skip
    expected = {
        (row["part"], row["number"], plain(re.sub(r"^[\d.]+ ", "", row["label"])), row["grade"],
         row["rank"], row["fieldwork"])
        for row in EXPECTED[name]["judgements"]
    }  # fmt: skip
    assert found == expected


@pytest.mark.parametrize(("name", "form"), CASES)
def test_recommendations_are_read_whole_once_and_no_more(name: str, form: str) -> None:
    found = sorted((report.part, one.kind, plain(one.text)) for report in read(name, form)
                   for one in report.recommendations)  # fmt: skip
    expected = sorted((row.get("part", ""), row["kind"], plain(row["text"]))
                      for row in EXPECTED[name]["recommendations"])  # fmt: skip
    assert found == expected


@pytest.mark.parametrize(("name", "form"), CASES)
def test_strengths_and_weaknesses_are_read(name: str, form: str) -> None:
    found = sorted((one.kind, plain(one.text)) for report in read(name, form)
                   for one in report.findings)  # fmt: skip
    expected = sorted((row["kind"], plain(row["text"])) for row in EXPECTED[name]["findings"])
    assert found == expected
