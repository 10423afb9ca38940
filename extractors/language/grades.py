"""Which words are grades in the prose of a report, and where a sentence has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from trigpoint.extractors.findings import Time
from trigpoint.extractors.language.tables import rows
from trigpoint.ontology.vocabulary import scale

_RAISED: Final = re.compile(r"\b(?:very|quite|fairly|too|so|less|reasonably)\s+$", re.IGNORECASE)
_DENIED: Final = re.compile(
    r"\b(?:not(?: yet| always| consistently| sufficiently)?|no|less than|better than|than|neither"
    r"|nor|never|only an?|far from|at times|in (?:some|many|most) (?:cases|respects)"
    r"|in (?:parts|places)|sometimes|occasionally|often)\s+(?:an? )?$",
    re.IGNORECASE,
)
_COMPARED: Final = re.compile(r"\bas$", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom (?:an? )?$", re.IGNORECASE)
_PERFORMS: Final = re.compile(r"^performs?\b")
_WEAKENED: Final = re.compile(r"^[ -](?:enough|at \w+ing|or better|or above)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A grade word in a sentence: the scale's own word, its scale, and its place."""

    grade: str
    scale: str
    start: int
    end: int


@cache
def scales_of(framework: str) -> tuple[tuple[str, Time | None], ...]:
    """Return the scales whose words the prose of a framework uses, and of which time alone."""
    return tuple(
        (row["scale"], "previous" if row["time"] == "previous" else None)
        for row in rows("scales")
        if row["framework"] == framework
    )


def past_is_previous(framework: str) -> bool:
    """Tell whether reports under a framework use the past tense for earlier inspections alone."""
    return _is_so(framework, "past", "previous")


def is_plain_before_noun(framework: str) -> bool:
    """Tell whether `good support` is no grade under a framework, only `support is good`."""
    return _is_so(framework, "before_noun", "plain")


@cache
def _is_so(framework: str, column: str, word: str) -> bool:
    return any(row["framework"] == framework and row[column] == word for row in rows("scales"))


@cache
def _worded(framework: str) -> dict[str, tuple[str, str]]:
    """Map each printed form to grade and scale; the first scale of a framework has precedence."""
    forms: dict[str, tuple[str, str]] = {}
    for key, _ in scales_of(framework):
        for grade in scale(key).grades:
            for words in (grade.words, *grade.variants):
                forms.setdefault(words, (grade.words, key))
                forms.setdefault(_PERFORMS.sub("performed", words), (grade.words, key))
    return forms


@cache
def _pattern(framework: str) -> re.Pattern[str]:
    forms = sorted(_worded(framework), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)


def may_grade(text: str, framework: str) -> bool:
    """Tell at a glance whether a text has a word of the framework's scales."""
    return bool(scales_of(framework)) and bool(_pattern(framework).search(text))


def mentions(text: str, framework: str) -> tuple[Mention, ...]:
    """Return the grade words of a sentence that are neither denied nor off the scale."""
    return tuple(_single(text, list(_mentions(text, framework)))) if scales_of(framework) else ()


def _single(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Leave out both ends of a range, `good to very good`, `good or better`: it is no grade."""
    ranges = [pair for pair in pairwise(found) if _is_range(text, *pair)]
    in_range = {one for pair in ranges for one in pair}
    yield from (one for one in found if one not in in_range)


def _is_range(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.end : other.start]
    return between == " or " or (between == " to " and not _FROM.search(text[: one.start]))


def _mentions(text: str, framework: str) -> Iterator[Mention]:
    for found in _pattern(framework).finditer(text):
        before = text[: found.start()]
        if _RAISED.search(before) or _DENIED.search(before) or _WEAKENED.match(text[found.end() :]):
            continue
        if _COMPARED.search(before.rstrip()) and text.startswith(" as ", found.end()):
            continue
        grade, key = _worded(framework)[found[0].lower()]
        yield Mention(grade, key, *found.span())
