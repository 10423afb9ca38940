"""One bar divided by grades, with letters in its parts and a key that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw
from trigpoint.web.charts.marks import Grade

_PER_LETTER: Final = 3.0
"""Percent of the width that a letter takes on a phone."""


@dataclass(frozen=True, slots=True)
class Part:
    """How many have a grade; `href` leads to them."""

    grade: Grade
    count: int
    href: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as it is drawn: `x` and `width` in percent; letters only where they fit."""

    part: Part
    x: float
    width: float

    @property
    def letters(self) -> str:
        """The letters that fit in."""
        fits = self.width >= _PER_LETTER * (len(self.part.grade.letters) + 1)
        return self.part.grade.letters if fits else ""

    @property
    def share(self) -> str:
        """The share in percent; never 0% for something that is there."""
        return "under 1%" if 0 < self.width < 0.5 else f"{self.width:.0f}%"


def distribution(parts: Sequence[Part], *, title: str, noun: str = "report") -> Markup:
    """Return a bar of grades of one scale, in the order given, out of all that are counted."""
    total = sum(part.count for part in parts)
    return draw(
        "distribution", title=title, noun=noun, total=total, pieces=tuple(_pieces(parts, total))
    )


def _pieces(parts: Sequence[Part], total: int) -> Iterator[Piece]:
    x = 0.0
    for part in parts:
        width = 100 * part.count / total if total else 0.0
        yield Piece(part, x, width)
        x += width
