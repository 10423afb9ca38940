"""Scores against the labels of real reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from rapidfuzz import fuzz

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import recognise
from trigpoint.extractors.findings import Report

Labels: TypeAlias = list[tuple[dict[str, Any], tuple[Report, ...]]]

FAMILIES = {"SIF": "sif", "ILACS": "ilacs"}
OTHERS = {"re-inspection": "sif", "looked after": "slac", "Board": "lscb-review"}


def family_of(label: dict[str, Any]) -> str:
    framework = label["framework"]
    other = (name for words, name in OTHERS.items() if words in framework)
    return FAMILIES.get(framework) or next(other, "")


@pytest.fixture(scope="module")
def labels(shared: Path) -> Labels:
    found = json.loads((shared / "gold" / "childrens_services.json").read_text())
    read = []
    for label in found:
        if label["authority"]:
            document = read_document(shared / "corpus" / label["file"])
            family = recognise(document)
            assert family is not None
            assert family.name == family_of(label)
            read.append((label, family.extract(document)))
    return read


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def found_among(texts: list[str], labelled: list[str]) -> list[bool]:
    """Say of each labelled item whether a text, used once, begins like it."""
    left = [text.split() for text in texts]
    hits = []
    for item in labelled:
        length = len(item.split())
        near = [words for words in left if _alike(item, " ".join(words[:length]))]
        hits.append(bool(near))
        if near:
            left.remove(near[0])
    return hits


def _words(item: str | dict[str, Any]) -> str:
    return item if isinstance(item, str) else str(item["text"])


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one.lower(), other.lower()) >= 90


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("authority", "authority"),
        ("start", "inspection_start"),
        ("end", "inspection_end"),
        ("published", "published"),
        ("lead_inspector", "lead_inspector"),
    ],
)
def test_facts_are_as_labelled(labels: Labels, field: Any, name: str) -> None:
    hits = [
        ("; ".join(first.values(field)) or None) == label[name] for label, (first, *_) in labels
    ]
    assert share(hits) >= 0.99


@pytest.mark.corpus
@pytest.mark.slow
def test_judgements_are_as_labelled(labels: Labels) -> None:
    hits = []
    for label, reports in labels:
        got = [(one.label, one.grade) for report in reports for one in report.judgements]
        printed = [
            (label_without_number(one["label"]), one["grade"].lower())
            for one in label["judgements"]
        ]
        assert len(got) == len(printed)
        hits += [one in [(label_without_number(a), b) for a, b in got] for one in printed]
    assert share(hits) >= 0.99


def label_without_number(label: str) -> str:
    return label.lstrip("0123456789. ")


@pytest.mark.corpus
@pytest.mark.slow
def test_recommendations_are_as_labelled(labels: Labels) -> None:
    recall, count = [], 0
    for label, reports in labels:
        for report in reports:
            name = "lscb_recommendations" if report.part else "recommendations"
            texts = [one.text for one in report.recommendations]
            recall += found_among(texts, [_words(item) for item in label[name]])
            count += len(texts)
            actions = [one for one in report.recommendations if one.kind == "priority-action"]
            labelled = label.get("lscb_priority_actions" if report.part else "priority_actions", 0)
            assert len(actions) == labelled
    assert share(recall) >= 0.98
    assert sum(recall) / count >= 0.98


@pytest.mark.corpus
@pytest.mark.slow
def test_every_place_holds_the_words_it_quotes(shared: Path, labels: Labels) -> None:
    for label, reports in labels[::6]:
        text = read_document(shared / "corpus" / label["file"]).text
        places = [place for one in reports for rec in one.recommendations for place in rec.evidence]
        assert all(text[place.start : place.end] == place.quote for place in places)
