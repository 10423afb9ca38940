"""Facets as people see them: names of values, counts, and the addresses that choose them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from trigpoint.ontology.namespaces import CONCEPT, ID
from trigpoint.web.search.entries import Library
from trigpoint.web.search.kinds import BY_NAME
from trigpoint.web.search.results import Choice, Count, Results
from trigpoint.web.tables import Query, address

_TITLES: Final[Mapping[str, str]] = {
    "kind": "Kind",
    "framework": "Framework",
    "year": "Year",
    "authority": "Authority",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet; following `href` chooses it, or lets it go where it is chosen."""

    label: str
    number: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """Something that results can be narrowed by."""

    title: str
    values: tuple[Value, ...]


def facets_of(
    results: Results, choice: Choice, query: Query, library: Library
) -> tuple[Facet, ...]:
    """Return the facets that divide the results, or that are chosen."""
    return tuple(
        Facet(_TITLES[name], tuple(_values(name, counts, getattr(choice, name), query, library)))
        for name, counts in results.facets
        if len(counts) > 1 or getattr(choice, name)
    )


def label_of(facet: str, value: str, library: Library) -> str:
    """Return the name for people of a value of a facet."""
    if facet == "kind":
        return BY_NAME[value].plural
    if facet == "framework":
        return library.label(f"{CONCEPT}framework/{value}")
    return library.label(f"{ID}authority/{value}") if facet == "authority" else value


def _values(
    name: str, counts: Iterable[Count], chosen: str, query: Query, library: Library
) -> Iterable[Value]:
    for count in counts:
        now = count.value == chosen
        href = address(query, {name: "" if now else count.value, "page": ""})
        yield Value(label_of(name, count.value, library), count.number, href, now)
