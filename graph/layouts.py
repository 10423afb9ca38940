"""Where the nodes of a view stand when it is drawn as a whole: a cache beside the index.

STORE/layouts/authority-theme.json   {"state": ..., "places": {IRI: [x, y]}}
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeAlias

import networkx as nx

from trigpoint.errors import StoreError
from trigpoint.graph.store.base import Store
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import write_whole
from trigpoint.graph.store.index import state_of
from trigpoint.graph.views import DEFAULT_VIEW, view_graph

Places: TypeAlias = Mapping[str, tuple[float, float]]

_SEED: Final = 1
_APART: Final = 0.5  # of the radius: how far springs push nodes apart
_WITHIN: Final = 0.88  # of the radius: where inner nodes end
_METHOD: Final = "rim-1"  # raise its number when the places of an equal view change


def places(store: Store, view: str = DEFAULT_VIEW) -> Places:
    """Return the place of each node of a view, from -1 to 1 in both directions.

    An embedded store keeps them until it changes; where they cannot be written they are computed.
    """
    if not isinstance(store, EmbeddedStore):
        return compute_places(view_graph(store, view))
    path, state = store.folder / "layouts" / f"{view}.json", _state(store)
    if (kept := _kept(path, state)) is not None:
        return kept
    found = compute_places(view_graph(store, view))
    with suppress(StoreError):  # a store that may only be read
        write_whole(path, json.dumps({"state": state, "places": found}, indent=0).encode() + b"\n")
    return found


def compute_places(graph: nx.MultiGraph) -> dict[str, tuple[float, float]]:
    """Lay a network of two kinds out, always alike for equal networks.

    The smaller kind stands on a circle, like beside like; springs hold the other kind between.
    """
    simple = _simple(graph)
    sizes = Counter(kind for _, kind in graph.nodes(data="kind"))
    if not sizes:
        return {}
    rim_kind = min(sizes, key=lambda kind: (sizes[kind], kind))
    rim = _circle(
        _like_beside_like(simple, [n for n in simple if graph.nodes[n]["kind"] == rim_kind])
    )
    inner = {node: _mean([rim[other] for other in simple[node] if other in rim]) for node in simple}
    found = nx.spring_layout(
        simple, pos=inner | rim, fixed=list(rim), k=_APART, iterations=100, seed=_SEED
    )
    return {node: _inside(*map(float, place), on_rim=node in rim) for node, place in found.items()}


def _inside(x: float, y: float, *, on_rim: bool) -> tuple[float, float]:
    """Return a place, pulled in where the springs pushed it over the rim."""
    pull = 1 if on_rim else min(1, _WITHIN / max(math.hypot(x, y), _WITHIN))
    return round(x * pull, 4), round(y * pull, 4)


def _simple(graph: nx.MultiGraph) -> nx.Graph:
    """Return a network with one edge, of the weight of all, between two nodes, in fixed order."""
    simple = nx.Graph()
    simple.add_nodes_from(sorted(graph))
    for source, target, weight in sorted(graph.edges(data="weight", default=1)):
        before = simple.get_edge_data(source, target, {"weight": 0})["weight"]
        simple.add_edge(source, target, weight=before + weight)
    return simple


def _like_beside_like(simple: nx.Graph, nodes: list[str]) -> list[str]:
    """Order nodes by what they are linked with, as the first gap of the spectrum parts them."""
    shared = nx.bipartite.weighted_projected_graph(simple, nodes)
    return list(nx.spectral_ordering(shared, seed=_SEED)) if len(nodes) > 2 else nodes


def _circle(nodes: list[str]) -> dict[str, tuple[float, float]]:
    turn = math.tau / max(len(nodes), 1)
    return {node: (math.cos(n * turn), math.sin(n * turn)) for n, node in enumerate(nodes)}


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    count = max(len(points), 1)
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count


def _state(store: EmbeddedStore) -> str:
    return f"{_METHOD} {state_of(store.graphs.path(name) for name in store.graphs.names())}"


def _kept(path: Path, state: str) -> dict[str, tuple[float, float]] | None:
    """Return the places of this state of the store, if a whole file of it is there."""
    try:
        kept = json.loads(path.read_bytes())
        found = {iri: (float(x), float(y)) for iri, (x, y) in kept["places"].items()}
        return found if kept["state"] == state else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
