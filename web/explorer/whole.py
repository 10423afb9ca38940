"""The whole graph at once: authorities and the themes that they were asked about."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import networkx as nx

from trigpoint.graph.layouts import places
from trigpoint.graph.views import DEFAULT_VIEW, view_graph
from trigpoint.web.explorer.drawing import Drawing, Link, Place, Thing
from trigpoint.web.explorer.kinds import KINDS
from trigpoint.web.explorer.look import Look
from trigpoint.web.library import Library

_HALF_WIDTH: Final = 340.0  # units of the drawing
_RELATION: Final = "asked about"


def whole_drawing(library: Library, look: Look) -> Drawing:
    """Return all authorities and themes that a look shows; what has no link is left out."""
    graph = library.cached("explorer whole", lambda: view_graph(library.store, DEFAULT_VIEW))
    every = _links(graph)
    timely = [link for link in every if look.shows_time(link)]
    linked = {end for link in timely for end in (link.source, link.target)}
    things = {iri: _thing(library, iri, graph.nodes[iri]) for iri in graph if iri in linked}
    shown = {iri: each for iri, each in things.items() if look.shows_kind(each.kind)}
    counts = Counter(each.kind for each in things.values())
    return Drawing(
        things=shown,
        links=tuple(link for link in timely if link.source in shown and link.target in shown),
        counts={kind: counts[kind] for kind in KINDS if counts[kind]},
        years=_years(every),
    )


def whole_places(library: Library) -> dict[str, Place]:
    """Return where everything stands, as it was laid out when the store was built."""
    found = library.cached("explorer places", lambda: places(library.store))
    return {iri: _place(library, iri, x, y) for iri, (x, y) in found.items()}


def _place(library: Library, iri: str, x: float, y: float) -> Place:
    """Return a place in units of the drawing; themes stand on the rim, their labels outside."""
    angle = math.atan2(y, x) if library.kind_of(iri) == "theme" else None
    return Place(x * _HALF_WIDTH, y * _HALF_WIDTH, angle)


def _links(graph: nx.MultiGraph) -> list[Link]:
    return [
        Link(source, target, _RELATION, row.get("start", ""), row.get("end", ""), row["weight"])
        for source, target, row in graph.edges(data=True)
    ]


def _thing(library: Library, iri: str, row: Mapping[str, Any]) -> Thing:
    return Thing(iri, row["label"], row["kind"], library.href(iri))


def _years(links: list[Link]) -> tuple[int, int] | None:
    years = [int(date[:4]) for link in links for date in (link.start, link.end) if date]
    return (min(years), max(years)) if years else None
