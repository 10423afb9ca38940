"""Grades in the cells of a table: letters, on the colour of their band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw
from trigpoint.web.charts.marks import Grade


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; `breaks` draws a line before it: what is left is on other terms."""

    label: str
    note: str = ""
    href: str = ""
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The grades of one row and column, best first; several items may map to one function."""

    grades: tuple[Grade, ...] = ()
    href: str = ""

    @property
    def letters(self) -> str:
        """The letters of all grades."""
        return " / ".join(grade.letters for grade in self.grades)

    @property
    def words(self) -> str:
        """The words of all grades."""
        return " and ".join(grade.words for grade in self.grades)

    @property
    def band(self) -> str:
        """The band of the colour: that of the worst grade, for no weakness may be hidden."""
        return self.grades[-1].band


@dataclass(frozen=True, slots=True)
class Row:
    """A row with as many cells as there are columns; `group` is a heading above it."""

    label: str
    cells: tuple[Cell, ...]
    href: str = ""
    group: str = ""


def heat_table(columns: Sequence[Column], rows: Sequence[Row], *, title: str) -> Markup:
    """Return a table of grades that scrolls within itself where it is wide."""
    groups = [row.group for row in rows]
    starts = [group != before for group, before in zip(groups, ["", *groups], strict=False)]
    pairs = list(zip(rows, starts, strict=True))
    return draw("heat_table", title=title, columns=columns, rows=pairs)
