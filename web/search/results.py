"""What a search returns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trigpoint.web.search.entries import Entry
from trigpoint.web.search.kinds import Kind

FACETS: Final = ("kind", "framework", "year", "authority")
"""What results can be narrowed by: attributes of an entry, and parameters of the address."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the results are narrowed to; an empty value is any."""

    kind: str = ""
    framework: str = ""
    year: str = ""
    authority: str = ""

    @property
    def chosen(self) -> bool:
        """Whether anything is chosen."""
        return any(getattr(self, facet) for facet in FACETS)

    def narrow(
        self, entries: Sequence[Entry], numbers: Sequence[int], *, but: str = ""
    ) -> Sequence[int]:
        """Return the places of entries of this choice, in order; the facet `but` is left out."""
        for facet in FACETS:
            if facet != but and (chosen := getattr(self, facet)):
                numbers = [one for one in numbers if getattr(entries[one], facet) == chosen]
        return numbers


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry that was found: its title and a part of its text, with the words marked."""

    entry: Entry
    title: Markup
    snippet: Markup


@dataclass(frozen=True, slots=True)
class Group:
    """The best hits of one kind, and how many there are."""

    kind: Kind
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many results have this value of a facet."""

    value: str
    number: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for a text.

    `shown` is the text that was searched, with its corrections; `corrected` says that it differs
    from what was typed. `some_words`: no entry holds all of them, so these hold some. `total`
    counts the entries of the choice; `groups` hold the hits of each kind from `offset` on, at most
    `limit`. `facets` count what would be left by each value, the other facets as chosen.
    """

    text: str
    shown: str = ""
    corrected: bool = False
    some_words: bool = False
    total: int = 0
    groups: tuple[Group, ...] = ()
    facets: tuple[tuple[str, tuple[Count, ...]], ...] = ()
