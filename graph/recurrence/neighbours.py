"""The most alike texts of each text, without comparing every two of them.

Two texts are compared when they share some of the features that weigh most in them. Features that
a crowd of texts has tell little and are left out of the search, so that time and memory grow with
the number of texts and not with its square; the likeness is then taken of the whole rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from scipy.sparse import csr_matrix

Pair: TypeAlias = tuple[int, int]
"""Two texts by their place, the lesser first."""

_BLOCK: Final = 512  # rows searched at a time: bounds the memory
_DECIMALS: Final = 4  # as the scores are stored: sums may differ in the last digit between machines


@dataclass(frozen=True, slots=True)
class Search:
    """How far to look: the neighbours to keep, and what of a text to look them up by.

    `features` are the weightiest of a text, none of them shared by more than `crowd` texts.
    """

    neighbours: int = 12
    features: int = 64
    crowd: int = 300


def nearest(rows: csr_matrix, search: Search | None = None) -> dict[Pair, float]:
    """Return the likeness, 0 to 1, of each text and those most alike to it."""
    search = search or Search()
    likeness = likenesses(rows, set(_candidates(_pruned(rows, search), 2 * search.neighbours)))
    best = _best_of_each(likeness, search.neighbours)
    return {pair: likeness[pair] for pair in sorted(best)}


def likenesses(rows: csr_matrix, pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Return the likeness of given pairs, in order."""
    ordered = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    scores: dict[Pair, float] = {}
    for start in range(0, len(ordered), _BLOCK * 8):
        block = ordered[start : start + _BLOCK * 8]
        products = rows[block[:, 0]].multiply(rows[block[:, 1]]).sum(axis=1)
        rounded = np.clip(np.asarray(products).ravel(), 0, 1).round(_DECIMALS)
        scores.update(zip(map(tuple, block.tolist()), rounded.tolist(), strict=True))
    return scores


def _pruned(rows: csr_matrix, search: Search) -> csr_matrix:
    """Keep the weightiest features of each row, leaving out those of the crowd."""
    common = np.diff(rows.tocsc().indptr) > search.crowd
    weights = np.where(common[rows.indices], 0, rows.data)
    kept = np.zeros(len(weights), dtype=bool)
    for start, end in zip(rows.indptr, rows.indptr[1:], strict=False):
        order = np.argsort(-weights[start:end], kind="stable")[: search.features]
        kept[start + order] = True
    pruned = rows.copy()
    pruned.data = np.where(kept, weights, 0)
    pruned.eliminate_zeros()
    return pruned


def _candidates(index: csr_matrix, count: int) -> Iterator[Pair]:
    """Yield each text with the `count` that share most of the index with it."""
    columns = index.T.tocsr()
    for start in range(0, index.shape[0], _BLOCK):
        shared = index[start : start + _BLOCK] @ columns
        for place, (low, high) in enumerate(zip(shared.indptr, shared.indptr[1:], strict=False)):
            one = start + place
            order = np.argsort(-shared.data[low:high], kind="stable")[: count + 1]
            for other in shared.indices[low:high][order].tolist():
                if other != one:
                    yield min(one, other), max(one, other)


def _best_of_each(likeness: Mapping[Pair, float], count: int) -> set[Pair]:
    of_each: dict[int, list[tuple[float, Pair]]] = {}
    for pair, score in likeness.items():
        for end in pair:
            of_each.setdefault(end, []).append((-score, pair))
    return {pair for pairs in of_each.values() for _, pair in sorted(pairs)[:count]}
