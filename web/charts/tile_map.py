"""England as tiles of one size, one an authority: a place for London, and no more for Cumbria."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from markupsafe import Markup

from trigpoint.data import read_table
from trigpoint.web.charts.drawing import draw, identifier, number
from trigpoint.web.charts.marks import Grade, legend, letters_of

SIDE: Final = 24
"""Width and height of a tile with its gap, in units of the drawing."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an authority is on the map: columns and rows count from the north-west."""

    letters: str
    column: int
    row: int

    @property
    def x(self) -> int:
        """The left edge of the tile."""
        return self.column * SIDE

    @property
    def y(self) -> int:
        """The upper edge of the tile."""
        return self.row * SIDE


@dataclass(frozen=True, slots=True)
class Tile:
    """What the map shows of an authority; `number` is its DfE number.

    `note` says of when and what the grade is; without a grade it says why there is none.
    """

    number: str
    name: str
    href: str = ""
    grade: Grade | None = None
    note: str = ""

    @property
    def band(self) -> str:
        """The band of its colour."""
        return self.grade.band if self.grade else "blank"

    @property
    def said(self) -> str:
        """The tile in words."""
        words = self.grade.words if self.grade else ""
        about = ", ".join(filter(None, (words, self.note)))
        return f"{self.name}: {about}" if about else self.name


@cache
def places() -> dict[str, Place]:
    """Return the place of each authority on the map by DfE number."""
    return {
        row["dfe_number"]: Place(row["label"], int(row["column"]), int(row["row"]))
        for row in read_table("tiles")
    }


def tile_map(tiles: Iterable[Tile], *, title: str, about: str = "") -> Markup:
    """Return a map with a link for each tile; authorities that are not on it are listed below.

    A place without a tile is drawn blank.
    """
    by_number = {tile.number: tile for tile in tiles}
    graded = [tile.grade for tile in by_number.values() if tile.grade]
    known = places()
    return draw(
        "tile_map",
        name=identifier("map", title),
        title=title,
        about=about,
        width=_columns() * SIDE,
        height=_rows() * SIDE,
        tiles=[(place, by_number.get(code)) for code, place in known.items()],
        letters=letters_of(graded),
        legend=legend(graded),
        elsewhere=[tile for code, tile in by_number.items() if code not in known],
    )


def locator(here: str, tiles: Sequence[Tile] = (), *, title: str) -> Markup:
    """Return a small map without links that shows where one authority is, by DfE number.

    All tiles of a band are one path, which keeps it to a few kilobytes. Returns nothing for an
    authority that is not on the map.
    """
    known = places()
    if here not in known:
        return Markup()
    bands = {tile.number: tile.band for tile in tiles}
    paths: dict[str, list[Place]] = {}
    for code, place in known.items():
        paths.setdefault(bands.get(code, "blank"), []).append(place)
    return draw(
        "locator",
        title=title,
        here=known[here],
        side=SIDE,
        width=_columns() * SIDE,
        height=_rows() * SIDE,
        paths=[(band, _squares(of)) for band, of in sorted(paths.items())],
    )


def _squares(of: Iterable[Place]) -> str:
    """Return a path of squares."""
    edge = number(SIDE - 2)
    return "".join(f"M{place.x + 1} {place.y + 1}h{edge}v{edge}h-{edge}z" for place in of)


def _columns() -> int:
    return 1 + max(place.column for place in places().values())


def _rows() -> int:
    return 1 + max(place.row for place in places().values())
