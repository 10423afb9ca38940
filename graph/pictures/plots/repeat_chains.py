"""Which later reports ask an authority again for what an earlier one asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.ticker import MaxNLocator

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import ACCENT, INK, PAPER, RULE
from trigpoint.graph.pictures.words import share, year_of

_WIDTH: Final = 8.5
_LANE: Final = 0.58
_LANES: Final = 16
_LOWEST, _HIGHEST = 0.12, 0.6


@dataclass(frozen=True, slots=True, order=True)
class Again:
    """That a later report asks for some of what an earlier one asked; dates as printed."""

    authority: str
    earlier: str
    later: str
    number: int


@dataclass(frozen=True, slots=True)
class RepeatChains:
    """Reports with their number of recommendations, and the links between them."""

    reports: dict[tuple[str, str], int]
    links: tuple[Again, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> RepeatChains:
        """Read rows on one report and rows on two."""
        reports: Counter[tuple[str, str]] = Counter()
        links = []
        for row in rows:
            if row["earlier"]:
                dates = row["earlier"], row["date"]
                links.append(Again(row["authority"], *dates, int(row["again"])))
            else:
                reports[row["authority"], row["date"]] += int(row["recommendations"])
        if not links:
            raise NothingToShow(
                "no report is linked to an earlier one on the same authority",
                remedy="Build two or more reports on an authority; links are made by the build",
            )
        return cls(reports, tuple(links))

    @property
    def finding(self) -> str:
        """How many of the authorities that could be asked again were."""
        times = Counter(authority for authority, _ in self.reports)
        twice = sum(number > 1 for number in times.values())
        again = {link.authority for link in self.links}
        if twice == 1:
            links = sum(link.number for link in self.links)
            return f"{again.pop()} was asked again for what it had been asked before, {links} times"
        authorities = share(len(again), twice, "authority", "authorities")
        return f"{authorities} with two or more reports were asked for something again"

    @property
    def keys(self) -> tuple[Key, ...]:
        """None: the marks are explained under the axis."""
        return ()

    @property
    def _lanes(self) -> list[str]:
        """Those asked again most often first."""
        again: Counter[str] = Counter()
        for link in self.links:
            again[link.authority] += link.number
        return sorted(again, key=lambda name: (-again[name], name))[:_LANES]

    @property
    def size(self) -> Size:
        """One lane an authority."""
        return _WIDTH, _LANE * len(self._lanes) + 0.55

    def draw(self, figure: Figure) -> None:
        """Draw a lane for each authority, its reports as circles, arcs for what is asked again."""
        axes = figure.add_subplot()
        lanes = self._lanes
        years = [year_of(date) for name, date in self.reports if name in lanes]
        axes.set(xlim=(min(years) - 0.6, max(years) + 0.6), ylim=(len(lanes) - 0.5, -0.8))
        axes.set_yticks(range(len(lanes)), lanes)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel(
            "Circle: a report with the number of its recommendations. "
            "Arc: how many of them an earlier report made in like words.",
            fontsize=7,
        )
        for lane, name in enumerate(lanes):
            axes.axhline(lane, color=RULE, linewidth=1, zorder=0)
            self._draw_lane(axes, lane, name)

    def _draw_lane(self, axes: Axes, lane: int, name: str) -> None:
        links = sorted((link for link in self.links if link.authority == name), key=_span)
        for number, link in enumerate(links, start=1):
            _arc(axes, link, lane, height=_LOWEST + (_HIGHEST - _LOWEST) * number / len(links))
        for (authority, date), number in sorted(self.reports.items()):
            if authority == name:
                _circle(axes, year_of(date), lane, number)


def _span(link: Again) -> float:
    return year_of(link.later) - year_of(link.earlier)


def _arc(axes: Axes, link: Again, lane: int, *, height: float) -> None:
    """Draw an arc over a lane, its number on its top; `height` is in lanes."""
    start, end = year_of(link.earlier), year_of(link.later)
    handle = lane - height / 0.75  # a cubic curve rises to three quarters of its handles
    lean = (end - start) / 5
    points = [(start, lane), (start + lean, handle), (end - lean, handle), (end, lane)]
    path = Path(points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
    width = 0.6 + 0.35 * min(link.number, 8)
    axes.add_patch(PathPatch(path, facecolor="none", edgecolor=ACCENT, linewidth=width))
    paper = {"boxstyle": "round,pad=0.12", "facecolor": PAPER, "edgecolor": "none"}
    top = ((start + end) / 2, lane - height)
    axes.text(*top, f"{link.number}", size=7, ha="center", va="center", bbox=paper)


def _circle(axes: Axes, x: float, lane: int, number: int) -> None:
    axes.plot(x, lane, "o", markersize=13, color=PAPER, markeredgecolor=INK, markeredgewidth=0.8)
    axes.text(
        x,
        lane,
        f"{number}",
        size=6.5,
        ha="center",
        va="center_baseline",
    )


PICTURE = RepeatChains
