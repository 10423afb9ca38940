"""How a grade is marked: letters first, the colour of its band behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Protocol

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw

BANDS: Final = ("upper", "middle", "lower")


class Grade(Protocol):
    """A point of a scale; `band` is `upper`, `middle`, `lower` or `none`.

    `place` counts from best = 1. Marks of several scales must never be put in one order.
    """

    @property
    def words(self) -> str:
        """The words of the scale."""
        ...

    @property
    def letters(self) -> str:
        """The letters that stand for them."""
        ...

    @property
    def band(self) -> str:
        """The band it belongs to."""
        ...

    @property
    def place(self) -> int:
        """Its place on its scale."""
        ...

    @property
    def scale(self) -> str:
        """Its scale."""
        ...


def letters_of(grades: Iterable[Grade]) -> dict[str, str]:
    """Return the letters of each grade by its words, told apart where two share them.

    Two scales may have `inadequate` and `inconsistent`: these become `Ina` and `Inc`.
    """
    plain = {grade.words: grade.letters for grade in grades}
    shared = {letters for letters, times in Counter(plain.values()).items() if times > 1}
    return {
        words: words[:3].capitalize() if letters in shared and " " not in words else letters
        for words, letters in plain.items()
    }


def legend(grades: Iterable[Grade]) -> Markup:
    """Return what the letters mean, each grade once, from the upper band to the lower."""
    known = list(grades)
    letters = letters_of(known)
    once = {grade.words: grade for grade in sorted(known, key=_order)}
    return draw("legend", entries=[(letters[words], grade) for words, grade in once.items()])


def _order(grade: Grade) -> tuple[int, str, int]:
    """Return a key by band, then scale, then place: no order is made between scales."""
    place = BANDS.index(grade.band) if grade.band in BANDS else len(BANDS)
    return place, grade.scale, grade.place
