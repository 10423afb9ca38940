"""How often each grade was given, framework by framework: never across scales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.web.holdings import Grade, Row, grades
from trigpoint.web.library import Library


@dataclass(frozen=True, slots=True)
class Distribution:
    """The grades of one framework on one scale, best first, with how often each was given."""

    framework: str
    scale: str
    counts: tuple[tuple[Grade, int], ...]

    @property
    def total(self) -> int:
        """How many grades were given."""
        return sum(count for _, count in self.counts)


def distributions(library: Library, judged: Sequence[Row]) -> list[Distribution]:
    """Return the distribution of graded rows for each framework and scale among them."""
    known = grades(library)
    graded = [row for row in judged if row["point_iri"] in known and row["framework"]]
    pairs = sorted({(row["framework"], row["scale_iri"]) for row in graded})
    return [_distribution(known, graded, *pair) for pair in pairs]


def _distribution(
    known: dict[str, Grade], graded: Sequence[Row], framework: str, scale: str
) -> Distribution:
    counts = Counter(
        row["point_iri"]
        for row in graded
        if (row["framework"], row["scale_iri"]) == (framework, scale)
    )
    points = sorted((known[iri] for iri in known if known[iri].scale == scale), key=_place)
    by_words = {known[iri].words: count for iri, count in counts.items()}
    return Distribution(
        framework, scale, tuple((point, by_words.get(point.words, 0)) for point in points)
    )


def _place(grade: Grade) -> int:
    return grade.place
