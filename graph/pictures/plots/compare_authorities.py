"""Two authorities side by side: the share of their reports that ask for something on a theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.picture import Key, Row, Size, Swatch
from trigpoint.graph.pictures.style import ACCENT, shade
from trigpoint.graph.pictures.words import framework

_ANY: Final = "(any recommendation)"
_FACES: Final = (ACCENT, shade(0.25))
_WIDTH: Final = 8.5
_LINE: Final = 0.34
_HEAD: Final = 0.55
_THEMES: Final = 16
_PANELS: Final = 3
_BAR: Final = 0.38


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Reports of two sides by framework and theme; those of any theme are the whole."""

    sides: tuple[str, str]
    reports: dict[tuple[str, str], tuple[int, int]]
    frameworks: tuple[str, ...]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        """Keep the frameworks under which both have reports, those with the most first."""
        reports = {
            (row["framework"], row["theme"]): (int(row["a_reports"]), int(row["b_reports"]))
            for row in rows
        }
        shared = {name: pair for (name, theme), pair in reports.items() if theme == _ANY}
        kept = [name for name, pair in shared.items() if min(pair)]
        sides = (rows[0]["a"], rows[0]["b"])
        if not kept:
            raise NothingToShow(
                "have no reports of one framework", subject=" and ".join(sides),
                remedy="The table of the same name shows each by itself",
            )  # fmt: skip
        kept.sort(key=lambda name: (-sum(shared[name]), name))
        return cls(sides, reports, tuple(kept[:_PANELS]))

    def whole(self, scheme: str) -> tuple[int, int]:
        """Return how many reports of each side recommend anything."""
        return self.reports[scheme, _ANY]

    def asked(self, scheme: str, theme: str) -> tuple[int, int]:
        """Return how many reports of each side ask for something on a theme."""
        return self.reports.get((scheme, theme), (0, 0))

    @property
    def themes(self) -> list[str]:
        """Those asked about most under the first framework, then under the others."""
        names = {theme for scheme, theme in self.reports if scheme in self.frameworks} - {_ANY}
        return sorted(names, key=lambda theme: (self._fewest_last(theme), theme))[:_THEMES]

    def _fewest_last(self, theme: str) -> list[int]:
        return [-sum(self.asked(scheme, theme)) for scheme in self.frameworks]

    @property
    def finding(self) -> str:
        """How many themes of the first framework both sides were asked about."""
        first = self.frameworks[0]
        pairs = [self.asked(first, theme) for scheme, theme in self.reports if scheme == first]
        asked = [pair for pair in pairs if any(pair)]
        both = sum(min(pair) > 0 for pair in asked) - 1  # less the row of any theme
        one, other = self.sides
        common = f"{both} themes in common, of {len(asked) - 1}"
        return f"Under {framework(first)}, reports of {one} and {other} have {common}"

    @property
    def keys(self) -> tuple[Key, ...]:
        """Which bar is whose."""
        swatches = (Swatch(side, face) for side, face in zip(self.sides, _FACES, strict=True))
        return (Key("Reports of", tuple(swatches)),)

    @property
    def size(self) -> Size:
        """Two bars a theme."""
        return _WIDTH, _LINE * len(self.themes) + _HEAD

    def draw(self, figure: Figure) -> None:
        """Draw a panel of paired bars for each framework."""
        panels = figure.subplots(1, len(self.frameworks), sharey=True, squeeze=False)[0]
        names = self.themes
        for axes, scheme in zip(panels, self.frameworks, strict=True):
            whole = self.whole(scheme)
            for place, face in enumerate(_FACES):
                numbers = [self.asked(scheme, theme)[place] for theme in names]
                _bars(axes, numbers, whole[place], place, face)
            axes.set(xlim=(0, 1.35), ylim=(len(names) - 0.4, -0.6), xticks=[])
            title = f"{framework(scheme)}\nof {whole[0]} and {whole[1]} reports"
            axes.set_title(title, fontsize=8, loc="left")
            axes.tick_params(axis="y", length=0)
            axes.spines[["bottom"]].set_visible(False)
        panels[0].set_yticks(range(len(names)), names)


def _bars(axes: Axes, numbers: Sequence[int], whole: int, place: int, face: str) -> None:
    """Draw the bars of one side, `place` 0 above the other; each says its number of reports."""
    middles = [row + (place - 0.5) * _BAR for row in range(len(numbers))]
    bars = axes.barh(middles, [n / whole for n in numbers], height=_BAR * 0.9, color=face)
    axes.bar_label(bars, [str(n) if n else "–" for n in numbers], padding=2, fontsize=6.5)


PICTURE = SideBySide
