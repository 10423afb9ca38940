"""The triples that a query returned, as a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

import networkx as nx
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from trigpoint.web.explorer.drawing import Drawing, Link, Place, Thing, as_json
from trigpoint.web.explorer.kinds import OTHER
from trigpoint.web.explorer.still import still
from trigpoint.web.explorer.things import kind_of, thing
from trigpoint.web.library import Library

MOST: Final = 300
"""How many triples are drawn: more is not readable."""

_APART: Final = 110.0  # units between things, about
_SEED: Final = 1
_Node: TypeAlias = NamedNode | BlankNode | Literal | Triple


def drawn(library: Library, triples: Iterable[Triple]) -> dict[str, Any]:
    """Return what `_drawing.html` shows of triples: the `still` picture and its `data`."""
    drawing = triples_drawing(library, triples)
    places = triples_places(drawing)
    return {"still": still(drawing, places, "The answer"), "data": as_json(drawing, places)}


def triples_drawing(library: Library, triples: Iterable[Triple]) -> Drawing:
    """Return the first triples as things and links; equal values are one thing."""
    things: dict[str, Thing] = {}
    links: dict[str, Link] = {}
    for triple in list(triples)[:MOST]:
        source, target = (_thing(library, end) for end in (triple.subject, triple.object))
        link = Link(source.iri, target.iri, library.label(triple.predicate.value))
        things |= {source.iri: source, target.iri: target}
        links[link.key] = link
    return Drawing(things, tuple(links.values()))


def triples_places(drawing: Drawing) -> dict[str, Place]:
    """Lay a drawing out by springs, always alike for equal drawings."""
    graph = nx.Graph()
    graph.add_nodes_from(drawing.things)
    graph.add_edges_from((link.source, link.target) for link in drawing.links)
    size = _APART * math.sqrt(len(graph) or 1)
    found = nx.spring_layout(graph, seed=_SEED, scale=size / 2)
    return {iri: Place(float(x), float(y)) for iri, (x, y) in found.items()}


def _thing(library: Library, node: _Node) -> Thing:
    """Return what stands for a node; only IRIs of ours have a page."""
    if not isinstance(node, NamedNode):
        text = getattr(node, "value", str(node))
        return Thing(str(node), text, OTHER, "")
    if kind := kind_of(library, node.value):
        return thing(library, node.value, kind.name)
    return Thing(node.value, library.label(node.value), OTHER, library.href(node.value))
