"""Which named bodies reports name beside several authorities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from trigpoint.errors import NothingToShow
from trigpoint.graph.pictures.marks import canvas, link, write
from trigpoint.graph.pictures.picture import Key, Row, Size
from trigpoint.graph.pictures.style import ACCENT, INK, SOFT
from trigpoint.graph.pictures.words import count

_BODIES: Final = 14
_LINE: Final = 0.2
_LEFT: Final = 4.4
_RIGHT: Final = 6.4
_WIDTH: Final = 8.4
_STYLES: Final = {"responsible": ("-", 2.2), "addressed": ("--", 1.4), "works-with": ("-", 0.8)}


@dataclass(frozen=True, slots=True)
class PartnerNetwork:
    """Bodies with the authorities that they are named beside, and as what."""

    roles: dict[tuple[str, str], str]
    kinds: dict[str, str]

    @classmethod
    def of(cls, rows: Sequence[Row]) -> PartnerNetwork:
        """Keep the bodies that most authorities share, without those of the whole country."""
        local = _of_one_region(rows)
        if not local:
            raise NothingToShow("every body is named in several regions")
        strongest = sorted(local, key=lambda row: _strength(row["role"]))
        roles = {(row["body"], row["authority"]): row["role"] for row in strongest}
        kinds = {row["body"]: row["kind"].lower() for row in local}
        regions = {row["body"]: row["region"] for row in local}
        kept = _together(_shared(roles), regions)
        return cls(
            {pair: role for pair, role in sorted(roles.items()) if pair[0] in kept},
            {body: kinds[body] for body in kept},
        )

    def beside(self, body: str) -> list[str]:
        """Return the authorities that a body is named beside."""
        return [authority for name, authority in self.roles if name == body]

    @property
    def finding(self) -> str:
        """Which body most authorities share."""
        body = max(self.kinds, key=lambda name: len(self.beside(name)))
        number = count(len(self.beside(body)), "authority", "authorities")
        return f"{body} is named beside {number}, the most of any local body"

    @property
    def keys(self) -> tuple[Key, ...]:
        """None: the lines are explained in the drawing."""
        return ()

    @property
    def _authorities(self) -> list[str]:
        """Each as near as can be to the bodies that it shares."""
        place = {body: number for number, body in enumerate(self.kinds)}
        beside: dict[str, list[int]] = {}
        for body, authority in self.roles:
            beside.setdefault(authority, []).append(place[body])
        return sorted(beside, key=lambda name: (fmean(beside[name]), name))

    @property
    def size(self) -> Size:
        """One line an authority, or a body where there are more of them."""
        return _WIDTH, _LINE * max(len(self._authorities), 2 * len(self.kinds)) + 0.5

    def draw(self, figure: Figure) -> None:
        """Draw bodies on the left, authorities on the right, and a line for every pair."""
        axes = canvas(figure, self.size)
        bodies = self._spread(list(self.kinds))
        authorities = self._spread(self._authorities)
        for (body, authority), role in self.roles.items():
            style, width = _STYLES.get(role, _STYLES["works-with"])
            ends = (_LEFT + 0.08, bodies[body]), (_RIGHT - 0.08, authorities[authority])
            link(axes, *ends, linestyle=style, linewidth=width, edgecolor=ACCENT)
        for body, y in bodies.items():
            write(axes, (_LEFT, y - 0.06), body, ha="right")
            kind = f"{self.kinds[body]}, {len(self.beside(body))}"
            write(axes, (_LEFT, y + 0.08), kind, ha="right", size=6.5, color=SOFT)
        for authority, y in authorities.items():
            write(axes, (_RIGHT, y), authority, size=7.5)
        _explain(axes, self.size[1] - 0.1)

    def _spread(self, names: list[str]) -> dict[str, float]:
        """Return heights that spread names evenly over the drawing."""
        step = (self.size[1] - 0.4) / len(names)
        return {name: step * (number + 0.5) for number, name in enumerate(names)}


def _shared(roles: dict[tuple[str, str], str]) -> list[str]:
    """Return the bodies to show, those beside the most authorities first."""
    beside: dict[str, set[str]] = {}
    for body, authority in roles:
        beside.setdefault(body, set()).add(authority)
    several = [body for body in beside if len(beside[body]) > 1]
    return sorted(several or beside, key=lambda body: (-len(beside[body]), body))[:_BODIES]


def _together(bodies: Sequence[str], regions: Mapping[str, str]) -> list[str]:
    """Return bodies with those of one region next to each other, otherwise in their order."""
    order = list(dict.fromkeys(regions[body] for body in bodies))
    return sorted(bodies, key=lambda body: order.index(regions[body]))


def _of_one_region(rows: Sequence[Row]) -> list[Row]:
    """Return the rows on bodies that serve a place, not the country."""
    regions: dict[str, set[str]] = {}
    for row in rows:
        regions.setdefault(row["body"], set()).add(row["region"])
    return [row for row in rows if len(regions[row["body"]]) == 1]


def _strength(role: str) -> int:
    """Return how much a role binds: what binds most is kept where a body has several."""
    order = ["", "works-with", "addressed", "responsible"]
    return order.index(role) if role in order else 0


def _explain(axes: Axes, y: float) -> None:
    x = 0.1
    for role, (style, width) in _STYLES.items():
        axes.plot([x, x + 0.35], [y, y], linestyle=style, linewidth=width, color=ACCENT)
        words = role.replace("-", " ") + (", or no role stated" if role == "works-with" else "")
        write(axes, (x + 0.42, y), words, size=7, color=INK)
        x += 1.4


PICTURE = PartnerNetwork
