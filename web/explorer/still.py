"""A still picture of a drawing, for browsers without scripts and for print: SVG."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from trigpoint.web.explorer.drawing import Drawing, Place, Thing
from trigpoint.web.explorer.kinds import KINDS

_MARGIN: Final = 200.0  # units: room for a label
_SIZE: Final = 7.0
_MANY: Final = 500  # links
_CENTRE_SIZE: Final = 13.0

_MARK: Final = Markup('<svg class="mark" viewBox="-1.2 -1.2 2.4 2.4" aria-hidden="true">{}</svg>')
_PICTURE: Final = Markup(
    '<svg class="still" viewBox="{}" role="group" aria-label="{}">{}{}{}</svg>'
)
_CIRCLE: Final = Markup('<circle class="{}" cx="{:.0f}" cy="{:.0f}" r="{:.0f}"/>')
_POLYGON: Final = Markup('<polygon class="{}" points="{}"/>')
_LINES: Final = Markup('<path class="links" d="{}"/>')
_LINK: Final = Markup('<a href="{}">{}</a>')
_UPRIGHT: Final = Markup('<text class="upright" x="{:.0f}" y="{:.0f}">{}</text>')
_TURNED: Final = Markup(
    '<text class="{}" x="{:.0f}" y="{:.0f}" transform="rotate({:.1f} {:.0f} {:.0f})">{}</text>'
)

Places = Mapping[str, Place]


def still(drawing: Drawing, places: Places, title: str) -> Markup:
    """Return a drawing as SVG with links on the names; colours come from the style sheet."""
    labelled = _labelled(drawing, places)
    marks = [
        _placed(each, places[iri], _size(drawing, iri)) for iri, each in drawing.things.items()
    ]
    names = [_name(drawing, iri, places[iri]) for iri in labelled]
    box, lines = _view_box(drawing, places), _lines(drawing, places)
    return _PICTURE.format(box, title, lines, _join(marks), _join(names))


def _labelled(drawing: Drawing, places: Places) -> list[str]:
    """Return whose names are written: all, or of very many those on the rim."""
    if len(drawing.links) < _MANY:
        return list(drawing.things)
    return [iri for iri in drawing.things if places[iri].angle is not None or iri == drawing.centre]


def _lines(drawing: Drawing, places: Places) -> Markup:
    """Return all links as one path: hundreds of elements would be slow."""
    steps = [
        f"M{_point(places[link.source])}L{_point(places[link.target])}" for link in drawing.links
    ]
    return _LINES.format("".join(steps))


def mark(kind: str) -> Markup:
    """Return the mark of a kind, as it stands beside words."""
    shape = _shape(kind, Place(0, 0), 1, f"kind-{kind}")
    return _MARK.format(shape)


def _placed(each: Thing, place: Place, size: float) -> Markup:
    return _shape(each.kind, place, size, f"kind-{each.kind}" + (" rest" if each.more else ""))


def _shape(kind: str, place: Place, size: float, look: str) -> Markup:
    corners = KINDS[kind].corners
    if not corners:
        return _CIRCLE.format(look, place.x, place.y, size)
    points = " ".join(f"{place.x + x * size:.1f},{place.y + y * size:.1f}" for x, y in corners)
    return _POLYGON.format(look, points)


def _name(drawing: Drawing, iri: str, place: Place) -> Markup:
    """Return a name that leaves its mark outwards, never upside down, or stands below it."""
    each, gap = drawing.things[iri], _size(drawing, iri) + 4
    if place.angle is None:
        return _linked(each, _UPRIGHT.format(place.x, place.y + gap + 10, each.label))
    leftwards = math.cos(place.angle) < -1e-9
    turn = math.degrees(place.angle) + (180 if leftwards else 0)
    shift = -gap if leftwards else gap
    side = "leftwards" if leftwards else "rightwards"
    spot = (place.x + shift, place.y + 4, turn, place.x, place.y)
    return _linked(each, _TURNED.format(side, *spot, each.label))


def _linked(each: Thing, name: Markup) -> Markup:
    return _LINK.format(each.href, name) if each.href else name


def _size(drawing: Drawing, iri: str) -> float:
    return _CENTRE_SIZE if iri == drawing.centre else _SIZE


def _view_box(drawing: Drawing, places: Places) -> str:
    xs = [places[iri].x for iri in drawing.things] or [0.0]
    ys = [places[iri].y for iri in drawing.things] or [0.0]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    return f"{left:.0f} {top:.0f} {max(xs) + _MARGIN - left:.0f} {max(ys) + _MARGIN - top:.0f}"


def _point(place: Place) -> str:
    return f"{place.x:.0f} {place.y:.0f}"


def _join(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
