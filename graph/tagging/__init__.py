"""Which themes and functions the words of a recommendation or finding concern.

Rules come first: each is a row of a table, with the share of texts it is right for as its weight.
Weights add up as independent evidence does, and likeness to what describes the theme counts as one
more, weak piece. What stays below the threshold is left untagged: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import prod
from typing import Final

from trigpoint.graph.tagging.likeness import profiles
from trigpoint.graph.tagging.rules import Hit, Kind, fold, rules_for

__all__ = ["THRESHOLD", "Kind", "Tag", "functions_of", "tags", "themes_of"]

THRESHOLD: Final = 0.7
_ALIKE: Final = 0.2
_SECOND: Final = 0.45
_HEADING: Final = 0.9


@dataclass(frozen=True, slots=True)
class Tag:
    """A concept (by its notation), the words that triggered it, and how sure it is, up to 1."""

    concept: str
    trigger: str
    score: float


def themes_of(text: str) -> tuple[Tag, ...]:
    """Return the themes of a text, surest first; none where nothing is sure enough."""
    return tags("theme", text)


def functions_of(text: str, heading: str = "") -> tuple[Tag, ...]:
    """Return the functions of a text under a heading, surest first.

    A heading speaks for all that stands below it, but only where the text itself names no function.
    """
    return tags("function", text) or tags("function", heading, trust=_HEADING)


def tags(kind: Kind, text: str, *, trust: float = 1.0) -> tuple[Tag, ...]:
    """Return the concepts of a kind that a text concerns; `trust` scales their scores."""
    folded = fold(text)
    found = {rule.concept: list(rule.hits(text, folded)) for rule in rules_for(kind)}
    hits = {concept: of for concept, of in found.items() if of}
    if not hits:
        return ()
    likeness = profiles(kind).likeness(folded, hits)
    judged = (_tag(concept, of, likeness.get(concept, 0.0)) for concept, of in hits.items())
    sure = (Tag(t.concept, t.trigger, t.score * trust) for t in judged if t.score >= THRESHOLD)
    return tuple(sorted(sure, key=lambda tag: (-tag.score, tag.concept)))


def _tag(concept: str, hits: list[Hit], likeness: float) -> Tag:
    best = max(hits, key=lambda hit: hit.weight)
    weights = [hit.weight for hit in hits]
    return Tag(concept, best.words, _joint([*weights, _SECOND] if likeness >= _ALIKE else weights))


def _joint(weights: Iterable[float]) -> float:
    """Return the chance that not all of several independent pieces of evidence mislead."""
    return min(round(1 - prod(1 - weight for weight in weights), 4), 0.99)
