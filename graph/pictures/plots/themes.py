"""In which share of its reports each framework asks for something on a theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import ACCENT
from trigpoint.graph.pictures.words import count, framework, share

_WIDTH: Final = 8.5
_LINE: Final = 0.22
_THEMES: Final = 16
_PANELS: Final = 4


@dataclass(frozen=True, slots=True)
class Themes:
    """Reports by framework and theme; `loaded` counts the reports of each framework."""

    reports: dict[tuple[str, str], int]
    loaded: dict[str, int]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Themes:
        """Keep the frameworks with the most reports."""
        loaded = {row["framework"]: int(row["of_reports"]) for row in rows}
        kept = sorted(loaded, key=lambda name: (-loaded[name], name))[:_PANELS]
        return cls(
            {
                (row["framework"], row["theme"]): int(row["reports"])
                for row in rows
                if row["framework"] in kept
            },
            {name: loaded[name] for name in kept},
        )

    def share(self, scheme: str, theme: str) -> float:
        """Return the share of the framework's reports that ask for something on the theme."""
        return self.reports.get((scheme, theme), 0) / self.loaded[scheme]

    @property
    def _themes(self) -> list[str]:
        """Those most common in the framework with the most reports first."""
        names = {theme for _, theme in self.reports}
        most = next(iter(self.loaded))
        return sorted(
            names,
            key=lambda name: (-self.share(most, name), -max(self._shares(name)), name),
        )[:_THEMES]

    def _shares(self, theme: str) -> list[float]:
        return [self.share(scheme, theme) for scheme in self.loaded]

    @property
    def finding(self) -> str:
        """What the framework with the most reports asks about most often."""
        most, total = next(iter(self.loaded.items()))
        theme = self._themes[0]
        number = self.reports[most, theme]
        part = share(number, total, "report")
        return f"{framework(most)} asks most often about {_inside(theme)}: in {part}"

    @property
    def keys(self) -> tuple[Key, ...]:
        """None: every bar has its number."""
        return ()

    @property
    def size(self) -> Size:
        """One line a theme."""
        return _WIDTH, _LINE * len(self._themes) + 0.5

    def draw(self, figure: Figure) -> None:
        """Draw a panel of bars for each framework, side by side."""
        panels = figure.subplots(1, len(self.loaded), sharey=True, squeeze=False)[0]
        names = self._themes
        for axes, (scheme, total) in zip(panels, self.loaded.items(), strict=True):
            _bars(axes, [self.share(scheme, name) for name in names])
            axes.set_title(
                f"{framework(scheme)}\nof {count(total, 'report')}", fontsize=8, loc="left"
            )
        panels[0].set_yticks(range(len(names)), names)


def _bars(axes: Axes, shares: Sequence[float]) -> None:
    bars = axes.barh(range(len(shares)), shares, height=0.72, color=ACCENT)
    axes.bar_label(bars, [f"{share:.0%}" if share else "–" for share in shares], padding=2)
    axes.set(xlim=(0, 1.25), ylim=(len(shares) - 0.4, -0.6), xticks=[])
    axes.tick_params(axis="y", length=0)
    axes.spines[["bottom"]].set_visible(False)


def _inside(theme: str) -> str:
    """Return a theme's name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return theme if theme[1:2].isupper() else theme[:1].lower() + theme[1:]


PICTURE = Themes
