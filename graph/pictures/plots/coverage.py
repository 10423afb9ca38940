"""How many reports of each framework are loaded, by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.figure import Figure

from trigpoint.graph.pictures.marks import canvas, cell, write
from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import SOFT, shade
from trigpoint.graph.pictures.words import count, framework, share

_LABEL: Final = 1.25
_TOTALS: Final = 1.35
_CELL: Final = (0.34, 0.28)
_HEAD: Final = 0.3


@dataclass(frozen=True, slots=True)
class Coverage:
    """Reports counted by framework and year; the totals count reports and authorities."""

    cells: Counter[tuple[str, int]]
    reports: Counter[str]
    authorities: dict[str, int]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Coverage:
        """Count every report once, whatever number of authorities it is on."""
        reports = {row["report"]: (row["framework"], int(row["year"])) for row in rows}
        on = {(row["framework"], row["authority"]) for row in rows}
        bodies = {row["authority"] for row in rows}
        return cls(
            cells=Counter(reports.values()),
            reports=Counter(framework for framework, _ in reports.values()),
            authorities={**Counter(framework for framework, _ in on), "all": len(bodies)},
        )

    @property
    def finding(self) -> str:
        """How many reports on how many authorities, and which framework has most."""
        [(most, number)] = self.reports.most_common(1)
        loaded = share(number, self.reports.total(), "report")
        bodies = count(self.authorities["all"], "authority", "authorities")
        return f"{framework(most)} has most of what is loaded: {loaded} on {bodies}"

    @property
    def keys(self) -> tuple[Key, ...]:
        """None: every cell has its number."""
        return ()

    @property
    def _frameworks(self) -> list[str]:
        """Those with the earliest reports first, what belongs to none last."""
        first = {name: min(y for f, y in self.cells if f == name) for name in self.reports}
        return sorted(self.reports, key=lambda name: (not name, first[name], name))

    @property
    def _years(self) -> range:
        years = {year for _, year in self.cells}
        return range(min(years), max(years) + 1)

    @property
    def size(self) -> Size:
        """One row a framework, one column a year."""
        wide = _LABEL + _CELL[0] * len(self._years) + _TOTALS
        return wide, _HEAD + _CELL[1] * len(self.reports)

    def draw(self, figure: Figure) -> None:
        """Draw numbers in cells, darker where there are more."""
        axes = canvas(figure, self.size)
        end = _LABEL + _CELL[0] * len(self._years)
        write(axes, (end + 0.5, 0.12), "reports", color=SOFT, ha="right", size=7)
        write(axes, (end + 1.25, 0.12), "authorities", color=SOFT, ha="right", size=7)
        for column, year in enumerate(self._years):
            x = _LABEL + _CELL[0] * (column + 0.5)
            write(axes, (x, 0.12), f"{year}", color=SOFT, ha="center", size=7)
        most = max(self.cells.values())
        for row, name in enumerate(self._frameworks):
            y = _HEAD + _CELL[1] * row
            write(axes, (0, y + _CELL[1] / 2), framework(name))
            for column, year in enumerate(self._years):
                if number := self.cells[name, year]:
                    corner = (_LABEL + _CELL[0] * column, y)
                    cell(axes, corner, _CELL, face=shade(number / most), letters=str(number))
            for x, total in ((0.5, self.reports[name]), (1.25, self.authorities[name])):
                write(axes, (end + x, y + _CELL[1] / 2), f"{total}", ha="right", weight="bold")


PICTURE = Coverage
