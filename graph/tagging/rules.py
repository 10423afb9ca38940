"""The rules that find themes and functions: rows of `data/NAME_triggers.csv`, each inspectable.

A pattern is a regular expression for whole words, in small letters. Its weight is the share of
texts with such words that do concern the concept, as far as labels told; a negative weight takes
the words out of the text for that concept, before the others are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from trigpoint.data import read_table
from trigpoint.errors import ReferenceDataError

Kind: TypeAlias = Literal["theme", "function"]

# a long text says first what it is about; what it mentions later tells less
_OPENING: Final = 300
_FADED: Final = 0.7


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that speak for a concept, as printed, and how much they do."""

    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class ConceptRules:
    """All patterns of one concept, in the order of the table; `some` matches where any does."""

    concept: str
    some: re.Pattern[str]
    patterns: tuple[tuple[re.Pattern[str], float], ...]
    blanked: re.Pattern[str] | None

    def hits(self, text: str, folded: str) -> Iterator[Hit]:
        """Yield the first match of each pattern; `folded` is `text` in the form rules are in."""
        if not self.some.search(folded):
            return
        matched = [pair for pair in self.patterns if pair[0].search(folded)]
        seen = self.blanked.sub(_blank, folded) if matched and self.blanked else folded
        for pattern, weight in matched:
            if match := pattern.search(seen):
                faded = _FADED if match.start() > _OPENING else 1.0
                yield Hit(text[match.start() : match.end()], weight * faded)


def fold(text: str) -> str:
    """Return `text`, of the same length, in small letters with plain apostrophes and hyphens."""
    plain = text.translate(_PLAIN)
    small = plain.lower()
    return small if len(small) == len(plain) else "".join(map(_small, plain))


_PLAIN = str.maketrans("’‘‑–\n\u00a0", "''--  ")


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter  # a letter that grows would shift what follows


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match[0])


@cache
def rules_for(kind: Kind) -> tuple[ConceptRules, ...]:
    """Return the rules of all concepts of a kind; ReferenceDataError for a row that is wrong."""
    rows: dict[str, list[tuple[str, float]]] = {}
    for row in read_table(f"{kind}_triggers"):
        rows.setdefault(row["concept"], []).append((row["pattern"], float(row["weight"])))
    return tuple(_concept_rules(concept, found) for concept, found in rows.items())


def _concept_rules(concept: str, rows: list[tuple[str, float]]) -> ConceptRules:
    sought = [(pattern, weight) for pattern, weight in rows if weight > 0]
    blanked = "|".join(pattern for pattern, weight in rows if weight < 0)
    return ConceptRules(
        concept=concept,
        some=_compiled(concept, "|".join(pattern for pattern, _ in sought)),
        patterns=tuple((_compiled(concept, pattern), weight) for pattern, weight in sought),
        blanked=_compiled(concept, blanked) if blanked else None,
    )


def _compiled(concept: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(rf"\b(?:{pattern})(?!\w)")
    except re.error as error:
        raise ReferenceDataError(f"{pattern!r} is no pattern: {error}", subject=concept) from error
