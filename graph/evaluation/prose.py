"""How grades said in sentences agree with labels.

A statement is the labelled one where sentence, grade and time are the same; pairs are made one to
one, those of the same level first, then those of the same function, then the most alike subjects. A
headline counts as found only where it is told as a headline. What a label calls borderline, and a
grade that is no word of a scale ("quite good"), may be found or not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from rapidfuzz import fuzz

from trigpoint.graph.evaluation.measure import SOFT, Score, same_start
from trigpoint.graph.tables import Row

Pair: TypeAlias = tuple["ProseLabel", Row]


@dataclass(frozen=True, slots=True)
class ProseLabel:
    """A grade that a reader found in a sentence.

    The sentence is told by its first words, or by its offsets (code points, end exclusive).
    `functions` are hub concepts, none where the label names none; `counts` is false for what may be
    found or not.
    """

    grade: str
    time: str
    level: str
    subject: str
    sentence: str = ""
    span: tuple[int, int] = (0, 0)
    functions: frozenset[str] = frozenset()
    counts: bool = True

    def __str__(self) -> str:
        """Say what is graded, and how."""
        return f"{self.subject} | {self.grade} | {self.time} | {self.level} | {self.sentence}"

    def tells(self, row: Row) -> bool:
        """Tell whether a row of the statements is of this sentence, grade and time."""
        if (row["grade"], row["time"]) != (self.grade, self.time):
            return False
        if self.sentence:
            return same_start(self.sentence, row["quote"]) >= SOFT
        start, end = self.span
        return int(row["start"]) < end and start < int(row["end"])


def prose_scores(
    family: str, file: str, labels: Sequence[ProseLabel], rows: Sequence[Row]
) -> Iterator[Score]:
    """Yield the scores of one report's prose: headlines by time, aspects, functions."""
    reading = _Reading(file, labels, rows, _paired(labels, rows))
    for field, of_kind in _FIELDS.items():
        yield reading.score(Score(family, field), of_kind)
    yield reading.functions(Score(family, "prose, function of headlines"))


Kind: TypeAlias = Callable[[str, str], bool]
"""Tells of a level and a time whether they are of a field."""

_FIELDS: Final[dict[str, Kind]] = {
    "prose, headline, current": lambda level, time: (level, time) == ("headline", "current"),
    "prose, headline, previous": lambda level, time: (level, time) == ("headline", "previous"),
    "prose, aspect": lambda level, _: level == "aspect",
}


@dataclass(frozen=True, slots=True)
class _Reading:
    """Labels and statements of one report, and which of them are one."""

    file: str
    labels: Sequence[ProseLabel]
    rows: Sequence[Row]
    pairs: Sequence[Pair]

    def score(self, total: Score, of_kind: Kind) -> Score:
        """Count labels and statements of a kind, and the pairs in which both are of it."""
        right = [
            (label, row)
            for label, row in self.pairs
            if label.counts
            and of_kind(label.level, label.time)
            and of_kind(row["level"], row["time"])
        ]
        hit = {id(label) for label, _ in right}
        wanted = [one for one in self.labels if one.counts and of_kind(one.level, one.time)]
        others = list(self._false_alarms(of_kind, {id(row) for _, row in right}))
        total.expected, total.found = len(wanted), len(right) + len(others)
        total.strict = total.soft = len(right)
        total.missed = [f"{self.file}: {one}" for one in wanted if id(one) not in hit]
        total.wrong = [f"{self.file}: {_told(row)}" for row in others]
        return total

    def _false_alarms(self, of_kind: Kind, right: set[int]) -> Iterator[Row]:
        """Yield the statements in prose that are of a kind and no label has, not even unsurely."""
        unsure = {id(row) for label, row in self.pairs if not label.counts}
        for row in self.rows:
            is_of_kind = _is_prose(row) and of_kind(row["level"], row["time"])
            if is_of_kind and id(row) not in right | unsure:
                yield row

    def functions(self, total: Score) -> Score:
        """Count how many of the headlines found are of the function that the label names."""
        for label, row in self.pairs:
            if label.counts and label.level == "headline" and label.functions and _is_prose(row):
                right = bool(label.functions & _slugs(row))
                total.expected += 1
                total.found += 1
                total.strict += right
                total.soft += right
                if not right:
                    total.missed.append(f"{self.file}: {label} {' '.join(sorted(label.functions))}")
                    total.wrong.append(f"{self.file}: {_told(row)} {' '.join(sorted(_slugs(row)))}")
        return total


def _paired(labels: Sequence[ProseLabel], rows: Sequence[Row]) -> list[Pair]:
    """Pair labels and statements one to one, those that count and are most alike first."""
    ranked = sorted(
        (
            (_rank(label, row), i, j)
            for i, label in enumerate(labels)
            for j, row in enumerate(rows)
            if label.tells(row)
        ),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    pairs = []
    for _, i, j in ranked:
        if not {("label", i), ("row", j)} & taken:
            taken |= {("label", i), ("row", j)}
            pairs.append((labels[i], rows[j]))
    return pairs


def _rank(label: ProseLabel, row: Row) -> tuple[bool, bool, bool, float]:
    alike = fuzz.token_set_ratio(label.subject.lower(), row["subject"].lower())
    is_of_function = bool(label.functions & _slugs(row))
    return label.counts, label.level == row["level"], is_of_function, alike


def _is_prose(row: Row) -> bool:
    return row["stated_in"] == "prose"


def _slugs(row: Row) -> frozenset[str]:
    return frozenset(re.sub(r"^.*/", "", iri) for iri in row["function"].split())


def _told(row: Row) -> str:
    words = " ".join(row["quote"].split()[:12])
    return f"{row['subject']} | {row['grade']} | {row['time']} | {row['level']} | {words}"
