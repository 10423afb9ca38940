"""Which share of the authorities under each framework was asked for something on a theme."""

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
    """Authorities by framework and theme; `reviewed` counts all authorities of each framework."""

    asked: dict[tuple[str, str], int]
    reviewed: dict[str, int]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Themes:
        """Keep the frameworks with the most authorities."""
        reviewed = {row["framework"]: int(row["of_authorities"]) for row in rows}
        kept = sorted(reviewed, key=lambda name: (-reviewed[name], name))[:_PANELS]
        return cls(
            {
                (row["framework"], row["theme"]): int(row["authorities"])
                for row in rows
                if row["framework"] in kept
            },
            {name: reviewed[name] for name in kept},
        )

    def share(self, scheme: str, theme: str) -> float:
        """Return the share of the framework's authorities that were asked about the theme."""
        return self.asked.get((scheme, theme), 0) / self.reviewed[scheme]

    @property
    def _themes(self) -> list[str]:
        """Those most common in the framework with the most authorities first."""
        names = {theme for _, theme in self.asked}
        most = next(iter(self.reviewed))
        return sorted(
            names,
            key=lambda name: (-self.share(most, name), -max(self._shares(name)), name),
        )[:_THEMES]

    def _shares(self, theme: str) -> list[float]:
        return [self.share(scheme, theme) for scheme in self.reviewed]

    @property
    def finding(self) -> str:
        """What the framework with the most authorities asks of most of them."""
        most, total = next(iter(self.reviewed.items()))
        theme, *others = self._themes
        part = share(self.asked[most, theme], total, "authority", "authorities")
        how = "asks most often" if others else "asks"
        return f"{framework(most)} {how} about {_inside(theme)}: {part}"

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
        panels = figure.subplots(1, len(self.reviewed), sharey=True, squeeze=False)[0]
        names = self._themes
        for axes, (scheme, total) in zip(panels, self.reviewed.items(), strict=True):
            _bars(axes, [self.share(scheme, name) for name in names])
            whole = count(total, "authority", "authorities")
            axes.set_title(f"{framework(scheme)}\nshare of {whole}", fontsize=8, loc="left")
        panels[0].set_yticks(range(len(names)), names)


def _bars(axes: Axes, shares: Sequence[float]) -> None:
    bars = axes.barh(range(len(shares)), shares, height=0.72, color=ACCENT)
    axes.bar_label(bars, [f"{share:.0%}" if share else "–" for share in shares], padding=2)
    axes.set(xlim=(0, 1.35), ylim=(len(shares) - 0.4, -0.6), xticks=[])
    axes.tick_params(axis="y", length=0)
    axes.spines[["bottom"]].set_visible(False)


def _inside(theme: str) -> str:
    """Return a theme's name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return theme if theme[1:2].isupper() else theme[:1].lower() + theme[1:]


PICTURE = Themes
