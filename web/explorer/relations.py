"""Which links the explorer follows: one file of `queries/pages/explorer/relations/` for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pyoxigraph import NamedNode

from trigpoint.queries import read_query
from trigpoint.queries.loader import read_header
from trigpoint.web.explorer.drawing import Link
from trigpoint.web.library import Library

_FOLDER = "pages/explorer/relations"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from a kind of source to a kind of target, followed from the `ends` it names."""

    query: str
    words: str
    source: str
    target: str
    ends: tuple[str, ...]

    def kind(self, end: str) -> str:
        """Return the kind of thing at an end, `source` or `target`."""
        return self.source if end == "source" else self.target


@cache
def relations() -> tuple[Relation, ...]:
    """Return all relations, by the names of their files."""
    entries = (entry.name for entry in files("trigpoint.queries").joinpath(_FOLDER).iterdir())
    names = sorted(name.removesuffix(".rq") for name in entries if name.endswith(".rq"))
    return tuple(_read(f"{_FOLDER}/{name}") for name in names)


def _read(path: str) -> Relation:
    header = read_header(read_query(path), path)
    ends = tuple(header["from"])
    return Relation(path, header["relation"], header["source"], header["target"], ends)


def links_of(library: Library, iri: str, kind: str) -> tuple[Link, ...]:
    """Return all links of a thing, those of a relation together, the heaviest first."""

    def found() -> tuple[Link, ...]:
        return tuple(
            link
            for relation in relations()
            for end in relation.ends
            if relation.kind(end) == kind
            for link in _follow(library, relation, end, iri)
        )

    return library.cached(("explorer links", iri), found)


def _follow(library: Library, relation: Relation, end: str, iri: str) -> list[Link]:
    """Ask for the links of one relation; those between the same two things are one."""
    reviews: dict[tuple[str, str], list[str]] = {}
    for row in library.texts(relation.query, **{end: NamedNode(iri)}):
        reviews.setdefault((row["source"], row["target"]), []).append(row["review"])
    dates = review_dates(library)
    links = [
        Link(*ends, relation.words, *_span(dates, found), weight=len(found))
        for ends, found in reviews.items()
    ]
    return sorted(links, key=lambda link: (-link.weight, link.start, link.key))


def review_dates(library: Library) -> Mapping[str, Mapping[str, str]]:
    """Return what is known of each review: `framework`, `authority`, `start`, `end`."""

    def found() -> dict[str, dict[str, str]]:
        return {row["review"]: row for row in library.texts("pages/explorer/reviews")}

    return library.cached("explorer reviews", found)


def _span(dates: Mapping[str, Mapping[str, str]], reviews: Iterable[str]) -> tuple[str, str]:
    known = [dates[review] for review in reviews if review in dates]
    starts = [row["start"] for row in known if row["start"]]
    ends = [row["end"] for row in known if row["end"]]
    return min(starts, default=""), max(ends, default="")
