"""Grades as letters and shades: dark is worse, and nothing rests on colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.picture import Key, Row, Swatch
from trigpoint.graph.pictures.style import shade

_UNSAID: Final = re.compile(r" to be .*| and/or ")
OVERALL: Final = "Overall effectiveness"


@dataclass(frozen=True, slots=True, order=True)
class Grade:
    """A point of a scale: `place` counts from best = 1 to `places`."""

    scale: str
    place: int
    places: int
    words: str

    @classmethod
    def of(cls, row: Row) -> Grade:
        """Read the columns `scale`, `place`, `places` and `grade` of a row."""
        return cls(row["scale"], int(row["place"]), int(row["places"]), row["grade"])

    @property
    def letters(self) -> str:
        """The first letters of the words that tell the grade from the others of its scale."""
        return "".join(word[0] for word in _UNSAID.sub(" ", self.words).split()).upper()

    @property
    def face(self) -> str:
        """The shade of its place on its scale."""
        return shade((self.place - 1) / max(self.places - 1, 1))


@dataclass(frozen=True, slots=True)
class Graded:
    """That an authority got a grade on a day, under a framework, for a function."""

    authority: str
    date: str
    framework: str
    function: str
    grade: Grade

    @classmethod
    def of(cls, row: Row) -> Graded:
        """Read a row of a query for grades."""
        return cls(row["authority"], row["date"], row["framework"], row["function"], Grade.of(row))


def of_one_function(graded: Sequence[Graded]) -> list[Graded]:
    """Return the grades of overall effectiveness, else of the only function there is.

    Raises NothingToShow where there are several others: one must be chosen.
    """
    functions = {one.function for one in graded}
    if OVERALL not in functions and len(functions) > 1:
        raise NothingToShow(
            "nothing is graded overall", remedy="Choose a function: --function NAME"
        )
    chosen = OVERALL if OVERALL in functions else functions.pop()
    return [one for one in graded if one.function == chosen]


def keys_of(grades: Iterable[Grade]) -> tuple[Key, ...]:
    """Return a key for each scale of these grades, in their order, each best first."""
    by_scale: dict[str, set[Grade]] = {}
    for grade in grades:
        by_scale.setdefault(grade.scale, set()).add(grade)
    return tuple(
        Key(scale, tuple(Swatch(one.words, one.face, one.letters) for one in sorted(points)))
        for scale, points in by_scale.items()
    )
