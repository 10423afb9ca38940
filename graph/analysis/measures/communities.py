"""Which authorities were asked for the same more than chance would have it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import sqrt
from statistics import fmean
from typing import Final, TypeAlias

import networkx as nx

from trigpoint.graph.analysis.analysis import Analysis, Measures, weighted

_SEED: Final = 0
_OTHER_SEEDS: Final = range(1, 11)

Groups: TypeAlias = list[set[int]]


def measure(graph: nx.MultiGraph) -> Measures:
    """Put every authority that shares an ask into a community, numbered from the largest."""
    network = _by_likeness(graph)
    network.remove_nodes_from(list(nx.isolates(network)))
    groups = _groups(network, _SEED)
    others = [_groups(network, seed) for seed in _OTHER_SEEDS]
    nodes = list(graph)
    return {
        nodes[node]: {
            "community": number,
            "community_size": len(group),
            "inside": round(_inside(network, node, group), 3),
            "steady": round(fmean(_overlap(group, _of(node, other)) for other in others), 3),
        }
        for number, group in enumerate(groups, start=1)
        for node in sorted(group, key=lambda node: (-_inside(network, node, group), node))
    }


def _by_likeness(graph: nx.MultiGraph) -> nx.Graph:
    """Return the network with each weight as a share of what the two ends could have in common."""
    network = weighted(graph)
    asks: Mapping[int, int] = dict(enumerate(dict(graph.nodes(data="asks")).values()))
    for one, other, edge in network.edges(data=True):
        edge["weight"] /= sqrt(asks[one] * asks[other])
    return network


def _groups(network: nx.Graph, seed: int) -> Groups:
    found: Groups = nx.community.louvain_communities(network, weight="weight", seed=seed)
    return sorted(found, key=lambda group: (-len(group), min(group)))


def _of(node: int, groups: Groups) -> set[int]:
    return next(group for group in groups if node in group)


def _inside(network: nx.Graph, node: int, group: Collection[int]) -> float:
    """Return the share of a node's ties, by weight, that lead to its own group."""
    ties: Mapping[int, Mapping[str, float]] = network[node]
    own = sum(tie["weight"] for other, tie in ties.items() if other in group)
    return own / sum(tie["weight"] for tie in ties.values())


def _overlap(one: set[int], other: set[int]) -> float:
    return len(one & other) / len(one | other)


ANALYSIS: Final = Analysis(
    name="communities",
    title="Communities of authorities by shared asks",
    view="authority-similarity",
    about="Which authorities share more asks than their numbers of asks explain.",
    columns={
        "community": "number of its community, 1 the largest",
        "community_size": "authorities in it",
        "inside": "share of its ties that lead to its own community, each tie weighed by the asks "
        "that the two share out of those that they could: near 1 it belongs there",
        "steady": "how alike its community stays when the search starts differently: 1 the same "
        "authorities each time, 0 none of them",
    },
    beside=("region", "asks", "reports"),
    caveat="Communities are found by a search (Louvain) and depend on which reports are loaded; "
    "authorities inspected under the same framework are asked alike. Trust those that are steady, "
    "and choose a framework. No community is better than another.",
    measure=measure,
)
