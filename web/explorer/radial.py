"""Where things stand around a centre: rings, each branch in a sector as wide as its labels need."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from trigpoint.web.explorer.drawing import Drawing, Place

_RING: Final = 190.0  # units between rings: a label fits
_LINE: Final = 14.0  # units between neighbours on a ring: the height of a label


def radial_places(drawing: Drawing) -> dict[str, Place]:
    """Return the place of each thing: the centre at 0, 0, others on rings around it."""
    children = _children(drawing)
    depths = _depths(children, drawing.centre)
    widths = _widths(children, depths)
    step = max(_RING, _LINE * widths.get(drawing.centre, 0) / math.tau)
    places = {}
    for iri, (first, last) in _sectors(children, widths, drawing.centre).items():
        angle, radius = (first + last) / 2, step * depths[iri]
        turned = Place(radius * math.cos(angle), radius * math.sin(angle), angle)
        places[iri] = turned if depths[iri] else Place(0, 0)
    return places


def _children(drawing: Drawing) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {iri: [] for iri in drawing.things}
    for child, parent in drawing.parents.items():
        found[parent].append(child)
    return found


def _depths(children: Mapping[str, list[str]], centre: str) -> dict[str, int]:
    depths = {centre: 0} if centre in children else {}
    for iri in (todo := list(depths)):
        depths.update((child, depths[iri] + 1) for child in children[iri])
        todo.extend(children[iri])
    return depths


def _widths(children: Mapping[str, list[str]], depths: Mapping[str, int]) -> dict[str, float]:
    """Return how wide a sector each branch needs: a leaf nearer the centre needs a wider one."""
    widths: dict[str, float] = {}
    for iri in reversed(list(depths)):
        below = sum(widths[child] for child in children[iri])
        widths[iri] = max(below, 1 / max(depths[iri], 1))
    return widths


def _sectors(
    children: Mapping[str, list[str]], widths: Mapping[str, float], centre: str
) -> dict[str, tuple[float, float]]:
    """Return the angles (radians) between which each branch lies, from the top clockwise."""
    sectors = {centre: (-math.pi / 2, math.tau - math.pi / 2)} if centre in children else {}
    for iri in (todo := list(sectors)):
        start, end = sectors[iri]
        unit = (end - start) / widths[iri]
        for child in children[iri]:
            sectors[child] = (start, start + unit * widths[child])
            start = sectors[child][1]
        todo.extend(children[iri])
    return sectors
