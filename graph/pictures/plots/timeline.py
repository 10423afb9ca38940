"""When an authority was inspected, under which framework, and how it was graded overall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from trigpoint.graph.pictures.grades import Grade, keys_of
from trigpoint.graph.pictures.picture import Key, Row, Size, Swatch
from trigpoint.graph.pictures.style import INK, PAPER, RULE, ink_on
from trigpoint.graph.pictures.words import count, day, framework, year_of

_WIDTH: Final = 8.5
_LANE: Final = 0.8
_NONE: Final = "–"
_NEAR: Final = 0.15
"""Two reports nearer than this share of the axis have their labels on different sides."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its date as printed, framework, overall grade, number of recommendations."""

    date: str
    framework: str
    grade: Grade | None
    recommendations: int

    @property
    def label(self) -> str:
        """The date, and how much was asked."""
        month = day(self.date[:7]).split()
        when = " ".join([*(word[:3] for word in month[:-1]), month[-1]])
        asked = count(self.recommendations, "recommendation") if self.recommendations else ""
        return f"{when}\n{asked}".rstrip()


@dataclass(frozen=True, slots=True)
class Timeline:
    """All reports on an authority by date."""

    authority: str
    reports: tuple[Report, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Timeline:
        """Read one report a row."""
        return cls(
            rows[0]["authority"],
            tuple(
                Report(
                    row["date"],
                    row["framework"],
                    Grade.of(row) if row["grade"] else None,
                    int(row["recommendations"]),
                )
                for row in rows
            ),
        )

    @property
    def finding(self) -> str:
        """How many reports, and what the latest overall grade is, with its framework."""
        lanes = len(self._lanes)
        frameworks = count(lanes, "framework")
        loaded = f"{self.authority}: {count(len(self.reports), 'report')} under {frameworks}"
        graded = [report for report in self.reports if report.grade]
        if not graded:
            return f"{loaded}, none with an overall grade"
        last = graded[-1]
        assert last.grade  # noqa: S101 - just chosen so
        when = f"{framework(last.framework)}, {day(last.date[:7])}"
        return f"{loaded}; the latest overall grade is “{last.grade.words}” ({when})"

    @property
    def keys(self) -> tuple[Key, ...]:
        """What the letters mean, scale by scale."""
        keys = keys_of(report.grade for report in self.reports if report.grade)
        if all(report.grade for report in self.reports):
            return keys
        return *keys, Key("", (Swatch("no overall grade", PAPER, _NONE),))

    @property
    def _lanes(self) -> list[str]:
        return list(dict.fromkeys(report.framework for report in self.reports))

    @property
    def size(self) -> Size:
        """One lane a framework."""
        return _WIDTH, _LANE * len(self._lanes) + 0.35

    def draw(self, figure: Figure) -> None:
        """Draw a lane for each framework and a mark for each report."""
        axes = figure.add_subplot()
        axes.set_ylim(len(self._lanes) - 0.5, -0.5)
        axes.set_yticks(range(len(self._lanes)), [framework(lane) for lane in self._lanes])
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        years = [year_of(report.date) for report in self.reports]
        spare = max(1.0, 0.07 * (max(years) - min(years)))
        axes.set_xlim(min(years) - spare, max(years) + spare)
        for number, lane in enumerate(self._lanes):
            axes.axhline(number, color=RULE, linewidth=1, zorder=0)
            within = [report for report in self.reports if report.framework == lane]
            for report, above in _sided(within, axes):
                _mark(axes, report, number, above=above)


def _sided(reports: Sequence[Report], axes: Axes) -> Iterator[tuple[Report, bool]]:
    """Yield each report with the side of its label: where two are near, they alternate."""
    low, high = axes.get_xlim()
    before, above = float("-inf"), True
    for report in reports:
        x = year_of(report.date)
        above = not above if x - before < _NEAR * (high - low) else True
        before = x
        yield report, above


def _mark(axes: Axes, report: Report, lane: int, *, above: bool) -> None:
    x = year_of(report.date)
    face, letters = (report.grade.face, report.grade.letters) if report.grade else (PAPER, _NONE)
    box = {"boxstyle": "square,pad=0.35", "facecolor": face, "edgecolor": INK, "linewidth": 0.6}
    look: dict[str, Any] = {"ha": "center", "va": "center", "weight": "bold", "color": ink_on(face)}
    axes.text(x, lane, letters, bbox=box, **look)
    axes.annotate(
        report.label,
        (x, lane),
        xytext=(0, 10 if above else -10),
        textcoords="offset points",
        ha="center",
        va="bottom" if above else "top",
        size=7,
    )


PICTURE = Timeline
