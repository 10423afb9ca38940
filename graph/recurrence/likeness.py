"""Which words are alike: each wording once, however many reports print it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from trigpoint.graph.recurrence.asks import Ask
from trigpoint.graph.recurrence.method import Method
from trigpoint.graph.recurrence.neighbours import Pair, likenesses, nearest


@dataclass(frozen=True)
class Wordings:
    """The distinct wordings of asks, with the likeness of those that come near each other.

    `asks[n]` are the asks that use wording `n`, the earliest first; `likeness` holds the pairs of
    wordings, the lesser first, that reach the threshold of the method.
    """

    asks: tuple[tuple[Ask, ...], ...]
    likeness: dict[Pair, float]

    @cached_property
    def near(self) -> dict[int, dict[int, float]]:
        """The wordings like each wording, with their likeness."""
        near: dict[int, dict[int, float]] = {wording: {} for wording in range(len(self.asks))}
        for (one, other), likeness in self.likeness.items():
            near[one][other] = near[other][one] = likeness
        return near

    @cached_property
    def place(self) -> dict[str, int]:
        """The wording of each ask, by its IRI."""
        return {ask.iri: wording for wording, asks in enumerate(self.asks) for ask in asks}


def compare(asks: Sequence[Ask], method: Method, confirmed: Iterable[tuple[str, str]]) -> Wordings:
    """Find the wordings that are alike: near neighbours, and all that one authority was told.

    Pairs of IRIs that a reader confirmed are kept however unlike they are.
    """
    groups = _by_wording(asks)
    if len(groups) < 2:
        return Wordings(groups, {})
    rows = method.representation.vectors([group[0].text for group in groups])
    place = Wordings(groups, {}).place
    known = ((place[a], place[b]) for a, b in confirmed if a in place and b in place)
    sure = {(min(pair), max(pair)) for pair in known if pair[0] != pair[1]}
    scores = nearest(rows, method.search) | likenesses(rows, {*_told_one(groups), *sure})
    enough = (pair for pair, s in scores.items() if s >= method.same_ask or pair in sure)
    return Wordings(groups, {pair: scores[pair] for pair in sorted(enough)})


def _by_wording(asks: Iterable[Ask]) -> tuple[tuple[Ask, ...], ...]:
    groups: dict[str, list[Ask]] = defaultdict(list)
    for ask in asks:
        groups[ask.key].append(ask)
    return tuple(
        tuple(sorted(groups[key], key=lambda ask: (ask.date, ask.iri))) for key in sorted(groups)
    )


def _told_one(groups: Sequence[Sequence[Ask]]) -> Iterator[Pair]:
    """Yield the wordings that an authority was told in different reviews."""
    told: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for place, group in enumerate(groups):
        for ask in group:
            if ask.authority:
                told[ask.authority].add((place, ask.review))
    for places in told.values():
        for (one, review), (other, later) in combinations(sorted(places), 2):
            if one != other and review != later:
                yield one, other
