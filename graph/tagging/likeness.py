"""How like the words of a text are to those that describe a theme: TF-IDF, and cosine.

Each theme is known by its own labels, definition and examples in the vocabulary. Likeness is too
weak to tag by; it seconds a rule that alone is not sure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from trigpoint.graph.tagging.rules import Kind
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.turtle import Resource, resources

_FILES: Final[dict[Kind, str]] = {"theme": "themes.ttl", "function": "functions.ttl"}
_SAID: Final = ("skos:prefLabel", "skos:altLabel", "skos:definition", "skos:example")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|ely|ly|e)$")


def stems(text: str) -> list[str]:
    """Return the words of a text of three letters and more, without their commonest endings."""
    return [_ENDING.sub("", word) for word in re.findall(r"[a-z]{3,}", text.lower())]


@dataclass(frozen=True, slots=True)
class Profiles:
    """The weighted words of each concept of a scheme, each vector of length one."""

    rarity: dict[str, float]
    vectors: dict[str, dict[str, float]]

    def likeness(self, text: str, concepts: Iterable[str]) -> dict[str, float]:
        """Return the cosine, from 0 to 1, of a text to each of some concepts."""
        vector = _unit(Counter(stems(text)), self.rarity)
        return {
            concept: math.fsum(vector[stem] * known[stem] for stem in vector.keys() & known.keys())
            for concept in concepts
            if (known := self.vectors.get(concept))
        }


@cache
def profiles(kind: Kind) -> Profiles:
    """Return the profiles of all concepts of a scheme, by notation."""
    described = {
        resource.one("skos:notation"): Counter(stems(_said(resource)))
        for resource in resources(_FILES[kind]).values()
        if resource.one("skos:inScheme") == CONCEPT + kind
    }
    spread = Counter(stem for words in described.values() for stem in words)
    rarity = {stem: math.log(1 + len(described) / times) for stem, times in spread.items()}
    return Profiles(rarity, {name: _unit(words, rarity) for name, words in described.items()})


def _said(resource: Resource) -> str:
    return " ".join(words for name in _SAID for words in resource.all(name))


def _unit(words: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    weights = {
        stem: (1 + math.log(times)) * rarity[stem]
        for stem, times in words.items()
        if stem in rarity
    }
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {stem: weight / length for stem, weight in weights.items()}
