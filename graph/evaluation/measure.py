"""What a score is, and how alike two texts are."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from rapidfuzz import fuzz

SOFT: Final = 90.0
"""How alike, from 0 to 100, two texts must be to count as one."""


@dataclasses.dataclass(slots=True)
class Score:
    """How one field of one family fares; counts are of items, `misses` tell label and found."""

    family: str
    field: str
    expected: int = 0
    found: int = 0
    strict: int = 0
    soft: int = 0
    missed: list[str] = dataclasses.field(default_factory=list)
    wrong: list[str] = dataclasses.field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count in the score of another report."""
        self.expected += other.expected
        self.found += other.found
        self.strict += other.strict
        self.soft += other.soft
        self.missed += other.missed
        self.wrong += other.wrong

    @property
    def recall(self) -> float:
        """Share of the expected items that were found, softly matched; 1 where none is expected."""
        return self.soft / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the found items that are right, softly matched; 1 where none was found."""
        return self.soft / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def plain(text: str) -> str:
    """Return a text in small letters, with plain marks and single spaces."""
    text = text.lower().replace("’", "'").replace("‘", "'").replace("–", "-")
    return " ".join(re.sub(r"[^\w\s'|/.-]", " ", text).split()).rstrip(". ")


def same_start(label: str, found: str) -> float:
    """Compare a label of first words with as many words of what was found."""
    words = plain(label).split()
    return fuzz.token_sort_ratio(" ".join(words), " ".join(plain(found).split()[: len(words)]))
