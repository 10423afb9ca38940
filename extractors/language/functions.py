"""Which function of the hub, and which item of the framework, a phrase speaks of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from trigpoint.extractors.language.tables import rows, words
from trigpoint.ontology.turtle import resources
from trigpoint.ontology.vocabulary import framework

_WORD: Final = re.compile(r"[a-z0-9]+")
_ENDING: Final = re.compile(r"(?:[ai]tions?|ions?|ings?|ments?|ers?|ed|es|s|e|y|ies)$")
_ENOUGH: Final = 0.45
_PRIOR: Final = 0.2
_CONTEXT: Final = 0.15
_WORDING: Final = 0.05
_UNKNOWN: Final = 2.5  # weight of a word that no label has
_MANY_ITEMS: Final = 20  # a framework with as many names everything it judges


@dataclass(frozen=True, slots=True)
class Label:
    """Words that name a function, as stems, and all of them with the general ones.

    `item` is the key of a framework's item or empty; `own` tells the labels that name what such a
    report judges from those of the hub at large.
    """

    stems: frozenset[str]
    all_stems: frozenset[str]
    functions: tuple[str, ...]
    item: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class Match:
    """The best label for a phrase, with how well it fits from 0 to 1."""

    functions: tuple[str, ...] = ()
    item: str = ""
    score: float = 0.0
    own: bool = False


NOTHING: Final = Match()


def stem(word: str) -> str:
    """Return a word without its ending, long words only."""
    return _ENDING.sub("", word) if len(word) > 4 else word.removesuffix("s")


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(stem, words("generic", "word")))


def all_stems(text: str) -> frozenset[str]:
    """Return the stems of all words, with synonyms made one."""
    return frozenset(stem(word) for word in _WORD.findall(_one_word(text.lower())))


def stems(text: str, names: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the stems of the words that say what a phrase is about; `names` are left out."""
    return all_stems(text) - _generic() - names


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    return tuple((row["phrase"], row["word"]) for row in rows("synonyms"))


def _one_word(text: str) -> str:
    text = re.sub(r"['’]s?\b", "", text).replace("co-", "co")
    text = re.sub(r"(?<=\d)\s*[-–]\s*(?=\d)", "to", text)
    for phrase, word in _synonyms():
        text = text.replace(phrase, word)
    return text


@cache
def labels(framework_key: str) -> tuple[Label, ...]:
    """Return all labels: of the framework's items, of the hub's concepts, of the alias table."""
    return tuple(one for one in _labels(framework_key) if one.stems)


def _labels(key: str) -> Iterator[Label]:
    items = [item for item in framework(key).items if item.functions] if key else []
    for item in items:
        for label in (item.label, *item.variants):
            yield Label(stems(label), all_stems(label), item.functions, item.key)
    for row in rows("aliases"):
        yield Label(stems(row["label"]), all_stems(row["label"]), (row["function"],))
    few = 1 < len(items) < _MANY_ITEMS
    for concept in resources("functions.ttl").values():
        slug = concept.one("skos:notation")
        if "tp:Function" in concept.all("rdf:type"):
            for label in (concept.one("skos:prefLabel"), *concept.all("skos:altLabel")):
                yield Label(stems(label), all_stems(label), (slug,), own=not few)


@cache
def _weights(framework_key: str) -> dict[str, float]:
    """Return how much each stem tells: the rarer among the labels, the more."""
    known = labels(framework_key)
    seen = Counter(one for label in known for one in label.stems)
    return {one: math.log(1 + len(known) / count) for one, count in seen.items()}


@cache
def resolve(
    text: str,
    framework_key: str,
    *,
    names: frozenset[str] = frozenset(),
    prior: tuple[str, ...] = (),
    context: frozenset[str] = frozenset(),
) -> Match:
    """Return the label that fits the words of a phrase best, `NOTHING` below a threshold.

    Labels of the `prior` functions, those of the heading, are preferred, and labels that say what
    the headings above (`context`, as stems) say too.
    """
    phrase, wording = stems(text, names), all_stems(text)
    best = NOTHING
    for label in labels(framework_key) if phrase else ():
        alike = _alike(phrase, label.stems, framework_key)
        if not alike:
            continue
        score = alike + _PRIOR * bool(set(prior) & set(label.functions))
        score += _CONTEXT * bool((label.stems - phrase) & context)
        score += _WORDING * len(wording & label.all_stems) / len(wording | label.all_stems)
        if score > best.score:
            best = Match(label.functions, label.item, score, label.own)
    return best if best.score >= _ENOUGH else NOTHING


def _alike(one: frozenset[str], other: frozenset[str], framework_key: str) -> float:
    """Return the share of weight that two sets of stems have in common (Dice), from 0 to 1."""
    if not one & other:
        return 0.0
    both = _weight(one, framework_key) + _weight(other, framework_key)
    return 2 * _weight(one & other, framework_key) / both


def _weight(stems_: Iterable[str], framework_key: str) -> float:
    weights = _weights(framework_key)
    return sum(weights.get(one, _UNKNOWN) for one in stems_)


def covered(phrase: frozenset[str], known: frozenset[str], framework_key: str) -> float:
    """Return the share of a phrase, by weight, that `known` holds too."""
    whole = _weight(phrase, framework_key)
    return _weight(phrase & known, framework_key) / whole if whole else 0.0
