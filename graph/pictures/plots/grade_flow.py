"""How the grades of authorities moved from one inspection to the next, within one framework."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.grades import Grade, Graded, of_one_function
from trigpoint.graph.pictures.marks import canvas, cell, write
from trigpoint.graph.pictures.picture import Key, Row, Size, Swatch
from trigpoint.graph.pictures.style import ACCENT, PAPER, RULE, SOFT, ink_on
from trigpoint.graph.pictures.words import count, framework

Move: TypeAlias = tuple[Grade, Grade]
Way: TypeAlias = Literal["rose", "stayed", "fell"]

_WIDTH: Final = 8.0
_HIGH: Final = 4.4
_HIGHEST: Final = 0.6
_BAR: Final = 0.45
_LEFT: Final = 2.2
_RIGHT: Final = 5.4
_TOP: Final = 0.35
_GAP: Final = 0.18
_FACES: Final[dict[Way, tuple[str, str]]] = {
    "rose": (ACCENT, ""),
    "stayed": (RULE, ""),
    "fell": (PAPER, "////"),
}


@dataclass(frozen=True, slots=True)
class GradeFlow:
    """Pairs of grades that follow on each other for an authority, counted."""

    framework: str
    function: str
    moves: Counter[Move]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> GradeFlow:
        """Keep the framework with the most pairs."""
        graded = of_one_function([Graded.of(row) for row in rows])
        moves = {scheme: _moves(graded, scheme) for scheme in {one.framework for one in graded}}
        chosen = min(moves, key=lambda scheme: (-moves[scheme].total(), scheme))
        if not moves[chosen]:
            raise NothingToShow(
                "no authority has two grades under one framework",
                remedy="Build reports of two inspections of an authority under one framework",
            )
        return cls(chosen, graded[0].function, moves[chosen])

    def number(self, way: Way) -> int:
        """Return how many pairs rose, stayed or fell."""
        return sum(number for move, number in self.moves.items() if _way(move) == way)

    @property
    def finding(self) -> str:
        """How many rose, stayed and fell, out of how many."""
        what = f"{self.function} under {framework(self.framework)}"
        if self.moves.total() == 1:
            [way] = map(_way, self.moves)
            return f"{what}: the only pair of inspections {way}"
        pairs = count(self.moves.total(), "pair of inspections", "pairs of inspections")
        ways = ", ".join(f"{self.number(way)} {way}" for way in _FACES)
        return f"{what}: of {pairs}, {ways}"

    @property
    def keys(self) -> tuple[Key, ...]:
        """The scale, and which band rises, stays, falls."""
        swatches = tuple(Swatch(way, _FACES[way][0], hatch=_FACES[way][1]) for way in _FACES)
        scales = sorted({grade.scale for move in self.moves for grade in move})
        return (Key(", ".join(scales), swatches),)

    @property
    def size(self) -> Size:
        """The same for any number of pairs, lower for very few."""
        return _WIDTH, _TOP + self._gaps + self._inch * self.moves.total()

    def draw(self, figure: Figure) -> None:
        """Draw grades before on the left, after on the right, and a band for every move."""
        axes = canvas(figure, self.size)
        write(axes, (_LEFT + _BAR / 2, 0.12), "one inspection", ha="center", color=SOFT)
        write(axes, (_RIGHT + _BAR / 2, 0.12), "the next", ha="center", color=SOFT)
        self._draw_bands(axes, self._tops(0), self._tops(1))
        self._draw_blocks(axes, 0, x=_LEFT, label=(_LEFT - 0.1, "right"))
        self._draw_blocks(axes, 1, x=_RIGHT, label=(_RIGHT + _BAR + 0.1, "left"))

    def _totals(self, side: int) -> dict[Grade, int]:
        """Return how many pairs have each grade before (side 0) or after (1), best first."""
        totals: Counter[Grade] = Counter()
        for move, number in self.moves.items():
            totals[move[side]] += number
        return dict(sorted(totals.items()))

    @property
    def _inch(self) -> float:
        """How many inches one pair is high; gaps stand between the blocks."""
        return min((_HIGH - _TOP - self._gaps) / self.moves.total(), _HIGHEST)

    @property
    def _gaps(self) -> float:
        return _GAP * (max(len(self._totals(side)) for side in (0, 1)) - 1)

    def _tops(self, side: int) -> dict[Grade, float]:
        tops, y = {}, _TOP
        for grade, number in self._totals(side).items():
            tops[grade] = y
            y += number * self._inch + _GAP
        return tops

    def _draw_blocks(self, axes: Axes, side: int, *, x: float, label: tuple[float, str]) -> None:
        tops = self._tops(side)
        for grade, number in self._totals(side).items():
            high = number * self._inch
            cell(axes, (x, tops[grade]), (_BAR, high), face=grade.face, letters=grade.letters)
            words = f"{grade.words}  {number}" if side else f"{number}  {grade.words}"
            write(axes, (label[0], tops[grade] + high / 2), words, ha=label[1])

    def _draw_bands(self, axes: Axes, left: dict[Grade, float], right: dict[Grade, float]) -> None:
        for (before, after), number in sorted(self.moves.items()):
            move = before, after
            high = number * self._inch
            face, hatch = _FACES[_way(move)]
            band = _band((left[before], right[after]), high)
            axes.add_patch(
                PathPatch(band, facecolor=face, hatch=hatch or None, edgecolor=SOFT, linewidth=0.5)
            )
            place = (_LEFT + _BAR + 0.14, left[before] + high / 2)
            box = {"boxstyle": "round,pad=0.15", "facecolor": face, "edgecolor": "none"}
            look = {"size": 7, "weight": "bold", "ha": "center", "color": ink_on(face)}
            write(axes, place, f"{number}", bbox=box, **look)
            left[before] += high
            right[after] += high


def _moves(graded: Sequence[Graded], scheme: str) -> Counter[Move]:
    """Count the pairs of grades that follow on each other under a framework."""
    paths: dict[str, dict[str, Grade]] = {}
    for one in sorted(graded, key=lambda one: (one.date, one.grade)):
        if one.framework == scheme:
            paths.setdefault(one.authority, {})[one.date] = one.grade
    return Counter(move for path in paths.values() for move in pairwise(path.values()))


def _way(move: Move) -> Way:
    before, after = (grade.place for grade in move)
    if after == before:
        return "stayed"
    return "rose" if after < before else "fell"


def _band(tops: tuple[float, float], high: float) -> Path:
    """Return the outline of a band from left to right that is as high all along."""
    start, end = _LEFT + _BAR, _RIGHT
    middle = (start + end) / 2
    left, right = tops
    points = [(start, left), (middle, left), (middle, right), (end, right), (end, right + high)]
    points += [(middle, right + high), (middle, left + high), (start, left + high), (start, left)]
    curve = [Path.CURVE4] * 3
    return Path(points, [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])


PICTURE = GradeFlow
