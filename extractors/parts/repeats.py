"""One thing printed several times is one thing with several places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from rapidfuzz import fuzz, utils

from trigpoint.extractors.findings import Recommendation

ALIKE: Final = 82.0
ALIKE_SAME_PURPOSE: Final = 70.0
"""Least likeness, of 100, of two prints; the same purpose lets the words differ more."""


def merged(prints: Iterable[Recommendation], *, alike: float = ALIKE) -> tuple[Recommendation, ...]:
    """Return each recommendation once, as first printed, numbered, with every place of it."""
    kept: list[Recommendation] = []
    for item in prints:
        place = _like(kept, item, alike)
        if place is None:
            kept.append(replace(item, position=len(kept) + 1))
        else:
            first = kept[place]
            kept[place] = replace(first, evidence=first.evidence + item.evidence)
    return tuple(kept)


def _like(kept: list[Recommendation], item: Recommendation, alike: float) -> int | None:
    scores = [_score(one, item) for one in kept]
    best = max(range(len(kept)), key=scores.__getitem__, default=None)
    if best is None:
        return None
    same_purpose = bool(item.purpose) and _score_text(kept[best].purpose, item.purpose) > 95
    least = min(alike, ALIKE_SAME_PURPOSE) if same_purpose else alike
    return best if scores[best] >= least else None


def _score(one: Recommendation, other: Recommendation) -> float:
    """Compare two prints, less the words that lead into both: "To do so, the LEA should: "."""
    lead, colon, _ = one.text.partition(": ")
    shared = lead + colon if colon and other.text.startswith(lead + colon) else ""
    return _score_text(one.text.removeprefix(shared), other.text.removeprefix(shared))


def _score_text(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(one, other, processor=utils.default_process)
