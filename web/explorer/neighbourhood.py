"""One thing and what is around it: two rings, and whatever somebody opened besides."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from trigpoint.web.explorer.drawing import Drawing, Link, Thing
from trigpoint.web.explorer.kinds import KINDS
from trigpoint.web.explorer.look import Look
from trigpoint.web.explorer.relations import links_of
from trigpoint.web.explorer.things import kind_of, thing
from trigpoint.web.library import Library

FIRST_RING: Final = 60
BRANCH: Final = 8
WHOLE: Final = 300
"""How many things hang on the centre, on any other, and on one that is shown in full, at most."""

_Near = tuple[str, Link]


def neighbourhood(library: Library, look: Look) -> Drawing:
    """Return what is seen of the thing in the centre; nothing where its kind is not drawn."""
    every_kind = _grow(library, replace(look, kinds=frozenset()))
    every_year = _grow(library, replace(look, kinds=frozenset(), first=None, last=None))
    return replace(
        _grow(library, look), counts=_counts(every_kind), years=_years(every_year.things.values())
    )


def _grow(library: Library, look: Look) -> Drawing:
    growth = _Growth(library, look)
    growth.start()
    links = tuple(growth.links.values())
    return Drawing(growth.things, links, look.iri, growth.parents)


@dataclass(slots=True)
class _Growth:
    """A drawing as it grows, ring by ring."""

    library: Library
    look: Look
    things: dict[str, Thing] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)

    def start(self) -> None:
        """Grow from the centre until nothing more is open."""
        kind = kind_of(self.library, self.look.iri)
        if kind is None:
            return
        self.things[self.look.iri] = thing(self.library, self.look.iri, kind.name)
        todo = deque([(self.look.iri, 0)])
        while todo:
            iri, depth = todo.popleft()
            if self._is_open(iri, depth):
                todo.extend((child, depth + 1) for child in self._open(iri))

    def _is_open(self, iri: str, depth: int) -> bool:
        if iri in self.look.closed or self.things[iri].more:
            return False
        by_itself = depth < self.look.rings and KINDS[self.things[iri].kind].opened
        return depth == 0 or by_itself or iri in self.look.opened

    def _open(self, iri: str) -> list[str]:
        """Hang a thing's neighbours on it, and return those that are new."""
        chosen, left_out = share(self._near(iri), self._limit(iri))
        new = [other for kind, link in chosen if (other := self._add(iri, kind, link))]
        return new + [self._add_rest(iri, kind, more) for kind, more in left_out.items()]

    def _near(self, iri: str) -> list[_Near]:
        links = links_of(self.library, iri, self.things[iri].kind)
        near = [(kind_of(self.library, link.other(iri)), link) for link in links]
        return [
            (kind.name, link)
            for kind, link in near
            if kind and self.look.shows_kind(kind.name) and self.look.shows_time(link)
        ]

    def _limit(self, iri: str) -> int:
        if iri in self.look.whole:
            return WHOLE
        return FIRST_RING if iri == self.look.iri else BRANCH

    def _add(self, iri: str, kind: str, link: Link) -> str | None:
        other = link.other(iri)
        if other in self.things:
            self.links[link.key] = link
            return None
        found = thing(self.library, other, kind)
        if not self.look.shows_time(found):
            return None
        self.things[other], self.parents[other], self.links[link.key] = found, iri, link
        return other

    def _add_rest(self, iri: str, kind: str, more: int) -> str:
        """Hang one thing on another that stands for those left out."""
        rest = f"{iri}#more-{kind}"
        name = f"and {more} more {KINDS[kind].many if more > 1 else KINDS[kind].one}"
        whole = replace(self.look, whole=self.look.whole | {iri})
        self.things[rest] = Thing(rest, name, kind, f"/explore?{whole.query}", more=more)
        self.parents[rest] = iri
        self.links[rest] = Link(iri, rest, "more")
        return rest


def share(near: Sequence[_Near], limit: int) -> tuple[list[_Near], dict[str, int]]:
    """Choose at most `limit` neighbours, every kind getting its share; count the rest by kind.

    What a kind does not need goes to the larger ones.
    """
    sizes = Counter(kind for kind, _ in near)
    shares: dict[str, int] = {}
    for kinds_left, (kind, size) in zip(
        range(len(sizes), 0, -1), sorted(sizes.items(), key=lambda item: item[1]), strict=True
    ):
        shares[kind] = min(size, (limit - sum(shares.values())) // kinds_left)
    chosen, taken = [], Counter[str]()
    for kind, link in near:
        if taken[kind] < shares[kind]:
            taken[kind] += 1
            chosen.append((kind, link))
    return chosen, {kind: size - taken[kind] for kind, size in sizes.items() if size > taken[kind]}


def _counts(drawing: Drawing) -> dict[str, int]:
    found: Counter[str] = Counter()
    for iri, each in drawing.things.items():
        found[each.kind] += (each.more or 1) if iri != drawing.centre else 0
    return {kind: found[kind] for kind in KINDS if found[kind]}


def _years(things: Iterable[Thing]) -> tuple[int, int] | None:
    years = [int(date[:4]) for each in things for date in (each.start, each.end) if date]
    return (min(years), max(years)) if years else None
