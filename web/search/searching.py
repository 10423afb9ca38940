"""Finding: a text and a choice in, grouped hits with counts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.web.search.index import Index
from trigpoint.web.search.kinds import KINDS, Kind
from trigpoint.web.search.reading import Reading, read_query_text
from trigpoint.web.search.results import FACETS, Choice, Count, Group, Hit, Results

_ANY: Final = Choice()


@dataclass(frozen=True, slots=True)
class Found:
    """Places in the index of what matches a text, the best first, and the expression that did."""

    reading: Reading
    expression: str = ""
    numbers: tuple[int, ...] = ()
    some_words: bool = False


def find(index: Index, text: str, *, exact: bool = False) -> Found:
    """Return what holds all words of a text; else all that tell something; else some of those.

    `exact`: an unknown word is not replaced by one that is near.
    """
    reading = read_query_text(index, text, exact=exact)
    telling = reading.telling
    for expression in (reading.all_words, telling.all_words, telling.some_words):
        if expression and (numbers := index.matching(expression)):
            some = expression != reading.all_words
            return Found(reading, expression, tuple(numbers), some_words=some)
    return Found(reading)


def search(  # noqa: PLR0913 - each is one parameter of the address
    index: Index,
    text: str,
    choice: Choice = _ANY,
    *,
    exact: bool = False,
    limit: int = 5,
    offset: int = 0,
) -> Results:
    """Return the best `limit` hits of each kind for a text, whatever characters it holds."""
    found = find(index, text, exact=exact)
    chosen = choice.narrow(index.entries, found.numbers)
    part = slice(offset, offset + limit)
    return Results(
        text=text,
        shown=found.reading.shown,
        corrected=found.reading.corrected,
        some_words=found.some_words,
        total=len(chosen),
        groups=tuple(_groups(index, found.expression, chosen, part)),
        facets=tuple(_facets(index, found.numbers, choice)),
    )


def _groups(index: Index, expression: str, numbers: Sequence[int], part: slice) -> Iterable[Group]:
    """Yield the hits of each kind that has any."""
    of: dict[str, list[int]] = {}
    for number in numbers:
        of.setdefault(index.entries[number].kind, []).append(number)
    for kind in KINDS:
        if kind.name in of:
            yield _group(index, expression, kind, of[kind.name], part)


def _group(index: Index, expression: str, kind: Kind, numbers: Sequence[int], part: slice) -> Group:
    marked = index.marked(expression, numbers[part])
    hits = (Hit(index.entries[one], marked[one].title, marked[one].text) for one in numbers[part])
    return Group(kind, len(numbers), tuple(hits))


def _facets(
    index: Index, numbers: Sequence[int], choice: Choice
) -> Iterable[tuple[str, tuple[Count, ...]]]:
    """Yield how many entries each value of each facet would leave."""
    for facet in FACETS:
        left = choice.narrow(index.entries, numbers, but=facet)
        counts = Counter(getattr(index.entries[one], facet) for one in left)
        del counts[""]
        yield facet, tuple(Count(*pair) for pair in _ordered(facet, counts))


def _ordered(facet: str, counts: Counter[str]) -> list[tuple[str, int]]:
    """Return kinds in their order, years from the latest, all else from the most frequent."""
    if facet == "kind":
        return [(kind.name, counts[kind.name]) for kind in KINDS if kind.name in counts]
    if facet == "year":
        return sorted(counts.items(), reverse=True)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
