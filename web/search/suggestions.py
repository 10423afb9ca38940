"""What to offer while one types: things that are called so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from trigpoint.web.search.entries import Entry
from trigpoint.web.search.index import Index
from trigpoint.web.search.kinds import BY_NAME, KINDS
from trigpoint.web.search.reading import read_beginning

_OF_A_KIND: Final = 4
_ORDER: Final = {kind.name: place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A thing by its name, with its kind in words."""

    label: str
    kind: str
    href: str


def suggest(index: Index, text: str, *, limit: int = 8) -> tuple[Suggestion, ...]:
    """Return at most `limit` things whose names hold the words, the last of them begun."""
    reading = read_beginning(index, text)
    if not reading.sought:
        return ()
    numbers = index.matching(f"{{title names}} : ({reading.all_words})")
    named = [
        index.entries[number] for number in numbers if BY_NAME[index.entries[number].kind].named
    ]
    ordered = sorted(_few_of_each(named), key=lambda entry: _ORDER[entry.kind])
    return tuple(
        Suggestion(entry.title, BY_NAME[entry.kind].singular, entry.href)
        for entry in ordered[:limit]
    )


def _few_of_each(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries, best first, but not many of one kind."""
    seen: Counter[str] = Counter()
    for entry in entries:
        seen[entry.kind] += 1
        if seen[entry.kind] <= _OF_A_KIND:
            yield entry
