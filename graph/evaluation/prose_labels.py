"""Labels of grades in prose, in the two forms that label files have them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeAlias

from trigpoint.graph.evaluation.prose import ProseLabel
from trigpoint.ontology.turtle import resources
from trigpoint.ontology.vocabulary import framework

Record: TypeAlias = dict[str, Any]

_ROWS_OF: Final = "lea-2004"
"""The framework whose rows the labels of older texts name."""


def by_first_words(record: Record) -> tuple[ProseLabel, ...]:
    """Return the labels of an older text: a sentence is told by its first words.

    The function is that of the row of the judgement table that the label names, if it names one.
    """
    return tuple(
        ProseLabel(
            grade=row["grade_text"],
            time=row["time"],
            level=row["level"],
            subject=row["function"],
            sentence=row["sentence"],
            functions=_of_rows(tuple(row.get("jrs", ()))),
            counts=not row.get("borderline") and row["grade_text"] in _grade_words(),
        )
        for row in record["prose_judgements"]
    )


def by_offsets(record: Record) -> tuple[ProseLabel, ...]:
    """Return the labels of a text of our own labelling: a sentence is told by its offsets."""
    return tuple(
        ProseLabel(
            grade=row["grade"],
            time=row["time"],
            level=row["level"],
            subject=row["subject"],
            span=(sentence["start"], sentence["end"]),
            functions=frozenset(filter(None, [row["function"]])),
            counts=not row["borderline"],
        )
        for sentence in record["sentences"]
        for row in sentence.get("statements", ())
    )


@cache
def _of_rows(numbers: tuple[str, ...]) -> frozenset[str]:
    items = (framework(_ROWS_OF).item(number) for number in numbers)
    return frozenset(name for item in items if item for name in item.functions)


@cache
def _grade_words() -> frozenset[str]:
    """Return the words of all scales: a label in other words is hedged or off the scales."""
    return frozenset(_words())


def _words() -> Iterator[str]:
    for point in resources("scales.ttl").values():
        if point.all("tp:rankFromBest"):
            yield point.one("skos:prefLabel")
            yield from point.all("skos:altLabel")
