"""When two printed names mean one body, as far as names and the tables can tell.

The identity of a name is a known body of the table, the one body of its kind that an authority has,
or the words of the name itself. No name is taken for another only because it is like it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from trigpoint.extractors.language.partner_tables import (
    KnownBody,
    kind_of_acronym,
    kinds,
    known_names,
    plain,
)
from trigpoint.extractors.parts.names import authority_name

_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_ARTICLE: Final = re.compile(r"^(?:the|an?|its|local)\s+", re.IGNORECASE)
_COMMON: Final = re.compile(
    r"and|the|of|for|nhs|local|area|regional|multi|child(?:ren)?|young|youth|peoples?|persons?"
    r"|famil(?:y|ies)|parents?|carers?|adult|education|learning|skills|schools?|headteachers?"
    r"|governors?|secondary|primary|early|years|sen|send|improvement|health|care|mental|wellbeing"
    r"|clinical|integrated|hospital|social|safety|safer|safeguarding|domestic|abuse|violence"
    r"|serious|reduction|prevention|intervention|help|police|crime|commissioner|commissioning"
    r"|placement|strategic|communit(?:y|ies)|college|university|(?:arch)?dioceses?|foundation"
    r"|partnerships?|boards?|groups?|trust|committee|council|services?|agency|forum|association"
    r"|consortium|alliance|arrangements"
)
"""Words that many bodies share: a name of these alone tells a body only inside its area."""


AREA_BODIES: Final = frozenset({"partnership", "safeguarding-board", "schools-forum"})
"""Types of bodies that an area has: the area's name before theirs tells no more."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a name stands for: `key` is unique among known bodies, or inside the authority.

    `local` says that the name tells the body only together with the authority of the report,
    `bare` that it says no more than the kind, whose key is then the key.
    """

    key: str
    local: bool
    known: KnownBody | None = None
    bare: bool = False


@cache
def identity(name: str, kind: str, area: str) -> Identity:
    """Return what a printed name stands for in a report on the authority called `area`."""
    printed = plain(_BRACKETS.sub("", name)).strip(" ,.")
    short = _ARTICLE.sub("", printed)
    words = _words(_spelt_out(short, kind))
    known = _known_by_words().get(" ".join(_words(short)), _known_by_words().get(" ".join(words)))
    if known:
        return Identity(known.key, local=False, known=known)
    rest = [word for word in words if word not in _kind_words(kind) | _area_words(area)]
    if _is_the_one(rest, kind):
        return Identity(kind, local=True, bare=True)
    if kinds()[kind].type in AREA_BODIES and not _telling(rest, kind):
        words = [word for word in words if word not in _area_words(area)]
    return Identity("-".join(words), local=not _telling(words, kind))


@cache
def _known_by_words() -> dict[str, KnownBody]:
    return {" ".join(_words(_ARTICLE.sub("", name))): body for name, body in known_names().items()}


def _telling(words: list[str], kind: str) -> list[str]:
    kind_words = _kind_words(kind)
    return [word for word in words if word not in kind_words and not _COMMON.fullmatch(word)]


def _is_the_one(rest: list[str], kind: str) -> bool:
    """Tell whether a name says no more than the kind, of which there is one in an authority."""
    says_no_more = not set(rest) - {"nhs", "local", "the", "and", "multi", "agency"}
    return says_no_more and (kinds()[kind].one_each or kind in _ONE_IN_A_REPORT)


_ONE_IN_A_REPORT: Final = frozenset(
    {"integrated-care-board", "clinical-commissioning-group", "community-rehabilitation-company"}
)


def _spelt_out(name: str, kind: str) -> str:
    for acronym, meant in kind_of_acronym().items():
        if meant.key == kind:
            name = re.sub(rf"\b{acronym}s?\b", meant.label, name)
    return re.sub(r"\bNHS (?=.*\b(?:board|group)\b)", "", name, flags=re.IGNORECASE)


def _words(name: str) -> list[str]:
    plain_name = re.sub(r"'|-\s?", "", name.lower()).replace("&", " and ")
    words = re.findall(r"[a-z0-9]+", plain_name.replace("children and family ", _FAMILIES))
    return [_ONE_FORM.get(word, word) for word in words]


_FAMILIES: Final = "children and families "
_ONE_FORM: Final = {"childrens": "children", "peoples": "people", "adults": "adult"}


@cache
def _kind_words(kind: str) -> frozenset[str]:
    """Return the words that names of a kind are made of."""
    entry = kinds()[kind]
    forms = re.sub(r"\(\?<?!.*?\)", " ", f"{entry.label} {entry.heads} {entry.names}")
    letters = re.sub(r"\[(\w)\w\]", r"\1", forms)
    words = _words(re.sub(r"[^A-Za-z ]", " ", re.sub(r"-\??", "", letters)))
    return frozenset((*words, *(word.removesuffix("s") for word in words)))


@cache
def _area_words(area: str) -> frozenset[str]:
    return frozenset(_words(authority_name(area)))


def same_authority(name: str, area: str) -> bool:
    """Tell whether `name` is that of the authority called `area`, in whatever form."""
    bare, own = (set(_words(authority_name(plain(one)))) - _FORMS for one in (name, area))
    return bool(own) and bare == own


_FORMS: Final = frozenset({"county", "city", "borough", "metropolitan", "council", "of", "the"})


def telling_words(name: str, kind: str) -> list[str]:
    """Return the words of a name that its kind does not give, in small letters."""
    words = _words(_spelt_out(plain(name), kind))
    return [word for word in words if word not in _kind_words(kind) | _ARTICLES]


_ARTICLES: Final = frozenset({"the", "nhs"})
