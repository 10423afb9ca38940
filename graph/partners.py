"""Which body or role a mention of a partner means.

A name of the table, in any of its forms, is that body. A name that says no more than the kind
("Health and Wellbeing Board") is the body of that kind of the report's authority. Any other name is
a body of its own; where it is nearly one that is known, a link with a score says so, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from rapidfuzz import fuzz

from trigpoint.extractors.findings import PartnerMention
from trigpoint.extractors.language.partner_identity import (
    AREA_BODIES,
    identity,
    same_authority,
    telling_words,
)
from trigpoint.extractors.language.partner_tables import Kind, KnownBody, kinds, known_bodies
from trigpoint.graph import iris
from trigpoint.graph.authorities import Authority, resolve, slug
from trigpoint.ontology.namespaces import ID

EntityClass: TypeAlias = Literal[
    "tp:Partner", "tp:Partnership", "tp:LocalAuthority", "org:OrganizationalUnit", "org:Role"
]

_NEARLY: Final = 0.85


@dataclass(frozen=True, slots=True)
class Entity:
    """What a mention means: `described` says that another graph tells its name and kind.

    `kind` is a key of the kinds of partners; `unit_of` the IRI of the body that it is a part of.
    """

    iri: str
    label: str
    entity_class: EntityClass
    kind: str
    described: bool = False
    unit_of: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A scored guess, from 0 to 1, that two entities are one body; it is data, never a merger."""

    of: str
    to: str
    score: float


def resolve_partner(mention: PartnerMention, about: Authority | None, day: str) -> Entity:
    """Return the body or the role that a mention means in a report on an authority on a day."""
    if not mention.proper:
        role = f"{ID}role/{mention.kind}"
        return Entity(role, kinds()[mention.kind].label, "org:Role", mention.kind)
    area = about.name if about else ""
    if mention.kind == "council":
        return _council(mention.name, about, area, day)
    name = mention.long_name or mention.name
    who = identity(name, mention.kind, area)
    body_class = class_of(kinds()[mention.kind])
    if who.known:
        return Entity(
            known_iri(who.known), who.known.name, body_class, mention.kind, described=True
        )
    if who.local:
        room = "partnership" if body_class == "tp:Partnership" else "organisation"
        iri = f"{ID}{room}/{about.key if about else 'unnamed'}/{who.key}"
        words = kinds()[mention.kind].label if who.bare else _bare(name)
        label = f"{words} ({area})" if area else words
        return Entity(iri, label, body_class, mention.kind)
    return Entity(f"{ID}organisation/{who.key}", _bare(name), body_class, mention.kind)


def class_of(kind: Kind) -> EntityClass:
    """Return the class of the bodies of a kind."""
    return "tp:Partnership" if kind.type in AREA_BODIES else "tp:Partner"


def known_iri(body: KnownBody) -> str:
    """Return the IRI of a body of the table."""
    return f"{ID}organisation/{body.key}"


def _bare(name: str) -> str:
    """Return a name without what stands in brackets, without "the"."""
    return re.sub(r"^[Tt]he ", "", re.sub(r"\s*\([^()]*\)?", "", name)).strip()


def _council(name: str, about: Authority | None, area: str, day: str) -> Entity:
    own = about is not None and same_authority(name, area)
    body = about if about and own else resolve(name, on=day)
    listed = bool(body.dfe_number) or own
    iri = iris.authority(body) if listed else f"{ID}organisation/{slug(name)}"
    return Entity(
        iri, body.name, "tp:LocalAuthority" if listed else "tp:Partner", "council", described=listed
    )


def area_partnership(about: Authority) -> Entity:
    """Return the partnership of an area for special educational needs."""
    label = f"Local area partnership ({about.name})"
    iri = f"{ID}partnership/{about.key}/area-send"
    return Entity(iri, label, "tp:Partnership", "partnership")


def likenesses(entities: Iterable[Entity]) -> list[Likeness]:
    """Return for each body that no table holds the known, or other, body of its kind most like it.

    Words that the kind gives are left out, as boards are alike in being boards; of the others each
    must be like its counterpart, so that a misprint passes and "primary" for "secondary" does not.
    """
    bodies = [one for one in entities if one.entity_class in ("tp:Partner", "tp:Partnership")]
    found = (_nearest(one, bodies) for one in bodies if not one.described)
    return [one for one in found if one is not None]


def _nearest(one: Entity, bodies: list[Entity]) -> Likeness | None:
    others = {
        known_iri(known): known.name for known in known_bodies() if known.kind == one.kind
    } | {
        other.iri: other.label for other in bodies if other.kind == one.kind and other.iri < one.iri
    }
    words = telling_words(one.label, one.kind)
    scored = [
        Likeness(one.iri, iri, _likeness(words, telling_words(name, one.kind)))
        for iri, name in sorted(others.items())
        if words and iri != one.iri
    ]
    best = max(scored, key=lambda link: link.score, default=None)
    return best if best and best.score >= _NEARLY else None


def _likeness(words: list[str], others: list[str]) -> float:
    if len(words) != len(others):
        return 0.0
    return min(fuzz.ratio(*pair) for pair in zip(words, others, strict=True)) / 100
