"""Clusters of like recommendations, by the Louvain method on the graph of likenesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import networkx as nx

from trigpoint.graph.recurrence.asks import Ask
from trigpoint.graph.recurrence.likeness import Wordings
from trigpoint.graph.recurrence.neighbours import Pair
from trigpoint.graph.recurrence.overlay import Verdicts

_SEED: Final = 0


@dataclass(frozen=True, slots=True)
class Cluster:
    """Asks of several reviews that are alike; the exemplar is the one most alike to the others."""

    exemplar: Ask
    members: tuple[Ask, ...]


def clusters(wordings: Wordings, verdicts: Verdicts, resolution: float) -> list[Cluster]:
    """Group like asks; a cluster spans two reviews at least, and an ask is in one at most."""
    groups = communities(len(wordings.asks), wordings.likeness, resolution)
    _respect(groups, wordings, verdicts)
    members: dict[int, list[int]] = defaultdict(list)
    for wording, group in enumerate(groups):
        members[group].append(wording)
    made = (_cluster(places, wordings) for places in members.values())
    return sorted((c for c in made if _reviews(c) > 1), key=lambda cluster: cluster.exemplar)


def communities(count: int, likeness: Mapping[Pair, float], resolution: float) -> list[int]:
    """Return the number of the group of each of `count` wordings; some are alone in theirs."""
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_weighted_edges_from((one, other, s) for (one, other), s in likeness.items())
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=_SEED)
    number = {wording: n for n, group in enumerate(found) for wording in group}
    return [number[wording] for wording in range(count)]


def _respect(groups: list[int], wordings: Wordings, verdicts: Verdicts) -> None:
    """Move the looser of two wordings: to the other if confirmed, away from it if rejected."""
    for loose, firm in _by_hold(verdicts.confirmed, groups, wordings):
        groups[loose] = groups[firm]
    for loose, firm in _by_hold(verdicts.rejected, groups, wordings):
        if groups[loose] == groups[firm]:
            groups[loose] = len(groups) + loose  # a group of its own


def _by_hold(
    pairs: Iterable[tuple[str, str]], groups: Sequence[int], wordings: Wordings
) -> Iterator[tuple[int, int]]:
    """Yield the wordings of each pair, the one less like its group first."""
    place = wordings.place
    for a, b in sorted(pairs):
        if a in place and b in place and place[a] != place[b]:
            ends = sorted((place[a], place[b]))
            loose, firm = sorted(ends, key=lambda end: _hold(end, groups, wordings))
            yield loose, firm


def _hold(wording: int, groups: Sequence[int], wordings: Wordings) -> float:
    """Return the sum of the likenesses of a wording to the others of its group."""
    near = wordings.near[wording].items()
    return round(sum(s for other, s in near if groups[other] == groups[wording]), 4)


def _cluster(places: Sequence[int], wordings: Wordings) -> Cluster:
    inside = set(places)
    hold = {
        one: round(sum(s for other, s in wordings.near[one].items() if other in inside), 4)
        for one in places
    }
    best = max(places, key=lambda wording: (hold[wording], -wording))
    members = sorted(ask for place in places for ask in wordings.asks[place])
    return Cluster(wordings.asks[best][0], tuple(members))


def _reviews(cluster: Cluster) -> int:
    return len({ask.review for ask in cluster.members})
