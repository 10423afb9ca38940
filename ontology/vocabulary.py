"""Scales, frameworks and their items as values, read once from the Turtle files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from trigpoint.errors import ReferenceDataError
from trigpoint.ontology import files
from trigpoint.ontology.mappings import functions_of
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.quads import vocabulary_quads
from trigpoint.ontology.turtle import Resource, resources

__all__ = [
    "Framework",
    "Grade",
    "Item",
    "Scale",
    "Version",
    "framework",
    "frameworks",
    "scale",
    "vocabulary_quads",
]

PartialDate: TypeAlias = str


@dataclass(frozen=True, slots=True)
class Grade:
    """A point of a scale: its words in lower case, the place from best = 1.

    `number` is the digit that reports print for it, empty where they print none.
    """

    key: str
    words: str
    variants: tuple[str, ...]
    rank: int
    number: str


@dataclass(frozen=True, slots=True)
class Scale:
    """An ordered set of grades, best first."""

    key: str
    grades: tuple[Grade, ...]

    def worded(self, words: str) -> Grade | None:
        """Return the grade that `words` (in any case) name, or None."""
        folded = " ".join(words.lower().split())
        return next((g for g in self.grades if folded in (g.words, *g.variants)), None)

    def numbered(self, number: str) -> Grade | None:
        """Return the grade printed as the digit `number`, or None."""
        return next((g for g in self.grades if g.number == number), None)


@dataclass(frozen=True, slots=True)
class Item:
    """A line that a framework judges: `number` is what is printed before its label, if anything.

    `scale` is the key of its scale, `functions` are slugs of the hub, closest match only.
    """

    key: str
    number: str
    label: str
    variants: tuple[str, ...]
    scale: str
    functions: tuple[str, ...]
    section: str


@dataclass(frozen=True, slots=True)
class Version:
    """A framework between two dates (as precise as known, empty where open) and its items."""

    key: str
    in_force_from: PartialDate
    in_force_to: PartialDate
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """An inspection framework with its versions, oldest first, and the items of all of them."""

    key: str
    label: str
    in_force_from: PartialDate
    in_force_to: PartialDate
    versions: tuple[Version, ...]
    items: tuple[Item, ...]

    def item(self, key: str) -> Item | None:
        """Return the item of that key, or None."""
        return next((item for item in self.items if item.key == key), None)

    def version_at(self, day: PartialDate) -> Version:
        """Return the version in force on `day`, or the one nearest to it."""
        begun = [v for v in self.versions if v.in_force_from[: len(day)] <= day]
        return begun[-1] if begun else self.versions[0]


@cache
def scale(key: str) -> Scale:
    """Return one scale; `ReferenceDataError` where there is none."""
    described = resources("scales.ttl")
    if CONCEPT + "scale/" + key not in described:
        raise ReferenceDataError("no such scale", subject=key)
    points = (r for r in described.values() if r.one("skos:inScheme") == f"{CONCEPT}scale/{key}")
    grades = sorted(map(_grade, points), key=lambda grade: (grade.rank, grade.number))
    return Scale(key, tuple(grades))


def _grade(point: Resource) -> Grade:
    return Grade(
        key=point.one("skos:notation"),
        words=point.one("skos:prefLabel"),
        variants=point.all("skos:altLabel"),
        rank=int(point.one("tp:rankFromBest")),
        number=point.one("tp:printedNumber"),
    )


@cache
def frameworks() -> tuple[str, ...]:
    """Return the keys of all frameworks, sorted."""
    names = (name.removeprefix("frameworks/") for name in files() if "/" in name)
    return tuple(name.removesuffix(".ttl") for name in names)


@cache
def framework(key: str) -> Framework:
    """Return one framework; `ReferenceDataError` where there is none."""
    if key not in frameworks():
        raise ReferenceDataError("no such framework", subject=key)
    described = resources(f"frameworks/{key}.ttl")
    head = described[f"{CONCEPT}framework/{key}"]
    items = tuple(r for r in described.values() if "tp:InspectionItem" in r.all("rdf:type"))
    versions = (r for r in described.values() if r.one("dct:isVersionOf") == head.iri)
    return Framework(
        key=key,
        label=head.one("skos:prefLabel"),
        in_force_from=head.one("tp:inForceFrom"),
        in_force_to=head.one("tp:inForceTo"),
        versions=tuple(sorted((_version(v, items) for v in versions), key=lambda v: v.key)),
        items=tuple(map(_item, items)),
    )


def _version(version: Resource, items: tuple[Resource, ...]) -> Version:
    return Version(
        key=version.one("skos:notation"),
        in_force_from=version.one("tp:inForceFrom"),
        in_force_to=version.one("tp:inForceTo"),
        items=tuple(_item(item) for item in items if version.iri in item.all("tp:itemOf")),
    )


def _item(item: Resource) -> Item:
    return Item(
        key=item.one("skos:notation"),
        number=item.one("tp:itemNumber"),
        label=item.one("skos:prefLabel"),
        variants=item.all("skos:altLabel"),
        scale=item.one("tp:scale").removeprefix(CONCEPT + "scale/"),
        functions=functions_of(item.iri),
        section=item.one("tp:section"),
    )
