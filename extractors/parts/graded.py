"""Wordings of a grade: "Leadership: good", "The graded judgement for this is that it is good"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process

from trigpoint.extractors.parts.alignment import Line as Item

NOT_JUDGED: Final = "not judged"
_LEAST_ALIKE: Final = 93.0
_NUMBER: Final = re.compile(r"^\s*\d{1,2}(?:\.\d{1,2})?\.?\s+")
_LEAD: Final = re.compile(r"^the graded judge?ment (?:for|about|on|of) (?:the )?", re.IGNORECASE)
_LINK: Final = (
    r"(?:\s*[:–—-]\s*|,?\s+(?:(?:is|are)(?:\s+that\s+(?:it|they)(?:\s+(?:is|are))?)?:?"
    r"|is\s+judged\s+(?:to\s+be\s+)?)\s+|\s+)"
)
_FIGURE: Final = re.compile(r"\W*\bgrade\s*\d\b\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Wording:
    """What a framework can print: its items with their labels, the words of its grades."""

    items: Sequence[Item]
    grades: Sequence[str]
    _labels: dict[str, str] = field(init=False, repr=False)
    _graded: re.Pattern[str] = field(init=False, repr=False)
    _fragments: frozenset[str] = field(init=False, repr=False)
    _endings: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Prepare what is looked up for every line."""
        labels = {_folded(label): item.key for item in self.items for label in item.labels}
        words = [*self.grades, NOT_JUDGED]
        longest_first = sorted(words, key=len, reverse=True)
        choices = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
        pattern = rf"(?P<label>.*?\w\W??){_LINK}(?P<grade>{choices})\W*"
        object.__setattr__(self, "_labels", labels)
        object.__setattr__(self, "_graded", re.compile(pattern, re.IGNORECASE | re.DOTALL))
        object.__setattr__(self, "_fragments", frozenset(_fragments(words)))
        object.__setattr__(self, "_endings", tuple({one.split()[-1].rstrip(")") for one in words}))

    def item(self, label: str) -> str | None:
        """Return the key of the item that a printed label means, or None."""
        words = _folded(label)
        if words in self._labels:
            return self._labels[words]
        best = process.extractOne(
            words, self._labels.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE
        )
        return self._labels[best[0]] if best else None

    def parted(self, text: str) -> tuple[str, str] | None:
        """Part a text that ends in a grade into what is graded and the grade as printed."""
        found = self._graded.fullmatch(_FIGURE.sub(" ", text).strip())
        return (found["label"].strip(), found["grade"]) if found else None

    def ends_in_grade(self, text: str) -> bool:
        """Tell quickly whether the last words of a text could be those of a grade."""
        return text.rstrip(" .)").lower().endswith(self._endings)

    def is_fragment(self, text: str) -> bool:
        """Tell whether a text is a grade, or what one line of a wrapped grade could hold."""
        return text.lower() in self._fragments or cell_words(text) in self._fragments

    def is_grade(self, text: str) -> bool:
        """Tell whether a text is a whole grade and nothing else."""
        return cell_words(text) in (*self.grades, NOT_JUDGED)


def cell_words(text: str) -> str:
    """Return the words of a table cell in lower case, without the number of the grade."""
    return " ".join(_FIGURE.sub(" ", text).lower().split())


def _fragments(grades: Iterable[str]) -> Iterable[str]:
    for grade in grades:
        words = grade.split()
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                yield " ".join(words[start:end])


def _folded(label: str) -> str:
    plain = _LEAD.sub("", _NUMBER.sub("", label).strip()).lower().replace("’", "'")
    return " ".join(re.sub(r"[^\w']+", " ", plain).split()).removeprefix("the ")
