"""How each function of an authority was graded, inspection after inspection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from trigpoint.graph.pictures.grades import Grade, Graded, keys_of
from trigpoint.graph.pictures.marks import canvas, cell, write
from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import RULE, SOFT
from trigpoint.graph.pictures.words import day, framework, share

Inspection: TypeAlias = tuple[str, str]
"""Date and framework."""

_LABEL: Final = 3.6
_CELL: Final = (0.95, 0.22)
_HEAD: Final = 0.45
_ENOUGH: Final = 5


@dataclass(frozen=True, slots=True)
class GradeTable:
    """Grades by function and inspection; `areas` names the part of the hub of each function."""

    graded: tuple[Graded, ...]
    areas: dict[str, str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> GradeTable:
        """Keep the functions that were graded more than once, where there are enough of them."""
        graded = [Graded.of(row) for row in rows]
        seen = Counter(name for name, _ in {(one.function, one.date) for one in graded})
        often = {name for name, times in seen.items() if times > 1}
        kept = often if len(often) >= _ENOUGH else set(seen)
        return cls(
            tuple(one for one in graded if one.function in kept),
            {row["function"]: row["area"] for row in rows if row["function"] in kept},
        )

    @property
    def finding(self) -> str:
        """What the latest inspection says most often."""
        (date, scheme), *_ = reversed(self._inspections)
        last = [one.grade.words for one in self.graded if one.date == date]
        [(words, number)] = Counter(last).most_common(1)
        part = share(number, len(last), "grade shown", "grades shown")
        latest = f"its latest inspection ({framework(scheme)}, {day(date[:7])})"
        return f"{self.graded[0].authority} at {latest}: “{words}” in {part}"

    @property
    def keys(self) -> tuple[Key, ...]:
        """What the letters mean, scale by scale."""
        return keys_of(one.grade for one in self.graded)

    @property
    def _inspections(self) -> list[Inspection]:
        return sorted({(one.date, one.framework) for one in self.graded})

    @property
    def _rows(self) -> list[tuple[str, list[str]]]:
        """Functions by area, both by name."""
        pairs = sorted((area, function) for function, area in self.areas.items())
        grouped = groupby(pairs, key=lambda pair: pair[0])
        return [(area, [function for _, function in of]) for area, of in grouped]

    @property
    def size(self) -> Size:
        """One line a function and one for the name of each area."""
        lines = len(self.areas) + len(self._rows)
        return _LABEL + _CELL[0] * len(self._inspections), _HEAD + _CELL[1] * lines

    def draw(self, figure: Figure) -> None:
        """Draw letters in cells; a line stands wherever the framework changes."""
        axes = canvas(figure, self.size)
        self._draw_heads(axes)
        y = _HEAD
        for area, functions in self._rows:
            write(axes, (0, y + _CELL[1] / 2), area, color=SOFT, size=7, weight="bold")
            for function in functions:
                y += _CELL[1]
                write(axes, (0.12, y + _CELL[1] / 2), function)
                self._draw_grades(axes, function, y)
            y += _CELL[1]

    def _draw_heads(self, axes: Axes) -> None:
        before = ""
        for column, (date, scheme) in enumerate(self._inspections):
            x = _LABEL + _CELL[0] * column
            write(axes, (x + _CELL[0] / 2, 0.1), framework(scheme), ha="center", weight="bold")
            write(axes, (x + _CELL[0] / 2, 0.27), day(date[:7]), ha="center", size=6.5)
            if before not in ("", scheme):
                axes.plot([x, x], [0, self.size[1]], color=RULE, linewidth=1.5)
            before = scheme

    def _draw_grades(self, axes: Axes, function: str, y: float) -> None:
        for column, inspection in enumerate(self._inspections):
            if grades := self._grades(function, inspection):
                corner = (_LABEL + _CELL[0] * column + 0.08, y)
                letters = " / ".join(grade.letters for grade in grades)
                size = (_CELL[0] - 0.16, _CELL[1])
                cell(axes, corner, size, face=grades[-1].face, letters=letters)

    def _grades(self, function: str, inspection: Inspection) -> list[Grade]:
        """Return the grades of the lines that map to a function, best first."""
        return sorted(
            {
                one.grade
                for one in self.graded
                if one.function == function and (one.date, one.framework) == inspection
            }
        )


PICTURE = GradeTable
