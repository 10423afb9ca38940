"""The kinds of things that the explorer draws: what each is called, and its shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

Corners: TypeAlias = tuple[tuple[float, float], ...]

OTHER: Final = "other"
"""The kind of whatever only the answers of queries show: a finding, a grade, a word."""

_CIRCLE: Final[Corners] = ()
_SHEET: Final = ((-0.8, -1), (0.8, -1), (0.8, 1), (-0.8, 1))
_UP: Final = ((0, -1), (1, 0.8), (-1, 0.8))
_DOWN: Final = ((-1, -0.8), (1, -0.8), (0, 1))
_ARROW: Final = ((-1, -0.7), (0.4, -0.7), (1, 0), (0.4, 0.7), (-1, 0.7))
_DIAMOND: Final = ((0, -1), (1, 0), (0, 1), (-1, 0))
_SQUARE: Final = ((-0.7, -0.7), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7))
_HEXAGON: Final = ((-1, 0), (-0.5, -0.9), (0.5, -0.9), (1, 0), (0.5, 0.9), (-0.5, 0.9))
_CROSS: Final = (
    *((-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4), (1, 0.4), (0.4, 0.4)),
    *((0.4, 1), (-0.4, 1), (-0.4, 0.4), (-1, 0.4), (-1, -0.4), (-0.4, -0.4)),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing. `corners` lie in a square from -1 to 1; without any it is a circle.

    Things of an `opened` kind show what hangs on them without being asked; a hub would show
    hundreds. A shape says what a colour says: neither is needed for the other.
    """

    name: str
    one: str
    many: str
    corners: Corners
    opened: bool = False


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("authority", "authority", "authorities", _CIRCLE),
        Kind("report", "report", "reports", _SHEET, opened=True),
        Kind("judgement", "judgement", "judgements", _UP, opened=True),
        Kind("recommendation", "recommendation", "recommendations", _ARROW, opened=True),
        Kind(
            "cluster",
            "group of like recommendations",
            "groups of like recommendations",
            _CROSS,
            opened=True,
        ),
        Kind("theme", "theme", "themes", _DIAMOND),
        Kind("function", "function", "functions", _HEXAGON),
        Kind("partner", "partner", "partners", _DOWN),
        Kind(OTHER, "thing", "things", _SQUARE),
    )
}
"""All kinds by name, in the order in which they are listed."""

_OTHER_NAMES: Final = {"inspection": "report"}


def kind_named(name: str) -> Kind | None:
    """Return the kind that the library calls so, or None where the explorer starts from none."""
    return KINDS.get(_OTHER_NAMES.get(name, name))
