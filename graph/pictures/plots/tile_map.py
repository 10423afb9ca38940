"""Which grade each authority was last given under one framework, on a map of tiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from trigpoint.data import read_table
from trigpoint.graph.pictures.grades import Grade, Graded, keys_of, of_one_function
from trigpoint.graph.pictures.marks import canvas, write
from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import PAPER, RULE, SOFT, ink_on
from trigpoint.graph.pictures.words import framework, share

_TILE: Final = 0.44
_COLUMNS: Final = 16
_ROWS: Final = 21
_LINES: Final = 9
"""Lines that stand beside the north of the map before they would run into it."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One authority on the map: its place counts tiles from the north-west."""

    label: str
    column: int
    row: int


def tiles() -> dict[str, Tile]:
    """Return the tiles of the map by DfE number."""
    return {
        row["dfe_number"]: Tile(row["label"], int(row["column"]), int(row["row"]))
        for row in read_table("tiles")
    }


@dataclass(frozen=True, slots=True)
class TileMap:
    """The latest grade of each authority under one framework; `numbers` are DfE numbers."""

    framework: str
    function: str
    latest: dict[str, Grade]
    numbers: dict[str, str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> TileMap:
        """Keep the framework that grades most authorities, and each one's latest grade."""
        graded = of_one_function([Graded.of(row) for row in rows])
        most = Counter(scheme for scheme, _ in {(one.framework, one.authority) for one in graded})
        chosen = min(most, key=lambda scheme: (-most[scheme], scheme))
        latest = {one.authority: one.grade for one in _by_date(graded) if one.framework == chosen}
        numbers = {row["authority"]: row["number"] for row in rows}
        return cls(chosen, graded[0].function, latest, numbers)

    @property
    def finding(self) -> str:
        """Which grade is the most common, out of how many authorities."""
        [(words, number)] = Counter(grade.words for grade in self.latest.values()).most_common(1)
        part = share(number, len(self.latest), "authority", "authorities")
        what = f"{self.function}, {framework(self.framework)}"
        return f"{what}: “{words}” is the latest grade of {part} with a report loaded"

    @property
    def keys(self) -> tuple[Key, ...]:
        """What the letters mean."""
        return keys_of(self.latest.values())

    @property
    def _elsewhere(self) -> list[str]:
        """Authorities that are on no map of today's: of the past, or invented."""
        known = tiles()
        return sorted(name for name in self.latest if self.numbers[name] not in known)

    @property
    def size(self) -> Size:
        """The map, and a line for every authority that is not on it."""
        return _TILE * _COLUMNS, _TILE * _ROWS

    def draw(self, figure: Figure) -> None:
        """Draw a tile for each authority; one without a grade stays blank."""
        axes = canvas(figure, self.size)
        grades = {self.numbers[name]: grade for name, grade in self.latest.items()}
        for number, tile in tiles().items():
            _draw_tile(axes, tile, grades.get(number))
        if self._elsewhere:
            write(axes, (0, 0.15), "Not on today's map:", color=SOFT, size=7)
        for line, name in enumerate(self._elsewhere[:_LINES]):
            grade = self.latest[name]
            y = 0.35 + 0.19 * line
            write(axes, (0.36, y), grade.letters, ha="right", weight="bold")
            write(axes, (0.44, y), name)
        if (more := len(self._elsewhere) - _LINES) > 0:
            write(axes, (0.44, 0.35 + 0.19 * _LINES), f"and {more} more", color=SOFT)


def _draw_tile(axes: Axes, tile: Tile, grade: Grade | None) -> None:
    x, y = _TILE * tile.column, _TILE * tile.row
    face = grade.face if grade else PAPER
    edge = PAPER if grade else RULE
    axes.add_patch(
        Rectangle((x + 0.02, y + 0.02), _TILE - 0.04, _TILE - 0.04, facecolor=face, edgecolor=edge)
    )
    middle = x + _TILE / 2
    colour = ink_on(face) if grade else SOFT
    write(axes, (middle, y + 0.12), tile.label, ha="center", size=5.5, color=colour)
    if grade:
        place = (middle, y + 0.28)
        write(axes, place, grade.letters, ha="center", size=9, color=colour, weight="bold")


def _by_date(graded: Sequence[Graded]) -> list[Graded]:
    return sorted(graded, key=lambda one: (one.date, one.grade))


PICTURE = TileMap
