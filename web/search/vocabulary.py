"""All words of the index: what a word begins, what it is near to, what it is written as."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from trigpoint.web.search.text import compounds_of, words_of

_COMPLETIONS: Final = 24
_NEAREST: Final = 3


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`counts` says how often a word occurs, `joined` what a compound is without its hyphen."""

    counts: Mapping[str, int]
    joined: Mapping[str, tuple[str, ...]]
    ordered: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Count the words of all texts."""
        counts: Counter[str] = Counter()
        joined: dict[str, tuple[str, ...]] = {}
        for text in texts:
            counts.update(words_of(text))
            joined.update(("".join(parts), parts) for parts in compounds_of(text))
        return cls(counts, joined, tuple(sorted(counts)))

    def completions(self, beginning: str) -> list[str]:
        """Return the words that begin so, the most frequent first."""
        start = bisect_left(self.ordered, beginning)
        words = takewhile(
            lambda word: word.startswith(beginning),
            (self.ordered[place] for place in range(start, len(self.ordered))),
        )
        return sorted(words, key=self._first)[:_COMPLETIONS]

    def completions_near(self, beginning: str) -> list[str]:
        """Return the words whose beginning is one slip of the pen away, the most frequent first."""
        if len(beginning) < 4:
            return []
        near: set[str] = set()
        for length in range(len(beginning) - 1, len(beginning) + 2):
            starts = {word: word[:length] for word in self.ordered}
            found = process.extract(
                beginning, starts, scorer=OSA.distance, score_cutoff=1, limit=None
            )
            near.update(word for _, _, word in found)
        return sorted(near, key=self._first)[:_COMPLETIONS]

    def _first(self, word: str) -> tuple[int, str]:
        return -self.counts[word], word

    def nearest(self, word: str) -> list[str]:
        """Return the words that are the fewest slips of the pen away, the most frequent first.

        A longer word may hold more slips; one with a digit, or of two letters, may hold none.
        """
        slips = 0 if any(map(str.isdigit, word)) else (len(word) + 1) // 4
        if not slips or len(word) < 3:
            return []
        found = process.extract(
            word, self.ordered, scorer=OSA.distance, score_cutoff=min(slips, 3), limit=50
        )
        least = min((distance for _, distance, _ in found), default=0)
        near = [near for near, distance, _ in found if distance == least]
        return sorted(near, key=lambda one: (one[0] != word[0], self._first(one)))[:_NEAREST]
