"""What is known of partners: kinds of bodies and how their names are formed, and single bodies.

In the forms of `data/partner_kinds.csv` a word in small letters stands for itself and for the same
word with a capital; a word with a capital for itself alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, TypeAlias

from trigpoint.data import read_table

Column: TypeAlias = Literal["heads", "names", "roles"]
Use: TypeAlias = Literal["body", "own", "none"]

_WORD_IN_SMALL: Final = re.compile(r"(?<![\\\w\]'])([a-z])")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body, with the regular expressions of its names.

    `heads` end a name that has a place or a title before them, `names` stand alone, `roles` are
    words for such bodies in general. `type` is a key of the organisation types. `use` is `own` for
    services of the council itself, `none` for what looks like a partner and is not.
    `one_each` says that an authority has one such body.
    """

    key: str
    label: str
    type: str
    use: Use
    statutory: bool
    one_each: bool
    valid_from: str
    valid_to: str
    heads: str
    names: str
    acronyms: tuple[str, ...]
    roles: str


@dataclass(frozen=True, slots=True)
class KnownBody:
    """One body of the table of partners; `on_cue` if its name alone does not show a partner."""

    key: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    valid_from: str
    valid_to: str
    area: str
    on_cue: bool

    @property
    def printed(self) -> tuple[str, ...]:
        """All forms of the name."""
        return (self.name, *self.aliases)


def plain(text: str) -> str:
    """Return `text`, of the same length, with straight apostrophes and hyphens, lines as spaces."""
    for printed, meant in _PLAIN:
        text = text.replace(printed, meant)
    return text


_PLAIN: Final = (("’", "'"), ("‘", "'"), ("‑", "-"), ("\n", " "), ("\u00a0", " "))


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds of bodies by key."""
    return {row["kind"]: _kind(row) for row in read_table("partner_kinds")}


def _kind(row: dict[str, str]) -> Kind:
    use: Use = "none" if row["use"] == "none" else "own" if row["use"] == "own" else "body"
    return Kind(
        key=row["kind"],
        label=row["label"],
        type=row["type"],
        use=use,
        statutory=row["statutory"] == "yes",
        one_each=row["one_each"] == "yes",
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        heads=row["heads"],
        names=_either_case(row["names"]),
        acronyms=tuple(filter(None, row["acronyms"].split("|"))),
        roles=_either_case(row["roles"]),
    )


def _either_case(pattern: str) -> str:
    return _WORD_IN_SMALL.sub(lambda found: f"[{found[1]}{found[1].upper()}]", pattern)


@cache
def known_bodies() -> tuple[KnownBody, ...]:
    """Return every row of the table of partners."""
    return tuple(
        KnownBody(
            key=row["key"],
            name=row["name"],
            aliases=tuple(filter(None, row["aliases"].split("|"))),
            kind=row["kind"],
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            area=row["area"],
            on_cue=row["cue"] == "yes",
        )
        for row in read_table("partners")
    )


@cache
def known_names() -> dict[str, KnownBody]:
    """Return the known bodies by each printed form of their names, apostrophes made plain."""
    return {plain(name): body for body in known_bodies() for name in body.printed}


@cache
def kind_of_acronym() -> dict[str, Kind]:
    """Return the kinds that an acronym means wherever it stands."""
    return {acronym: kind for kind in kinds().values() for acronym in kind.acronyms}


@cache
def _forms(column: Column) -> tuple[tuple[Kind, ...], re.Pattern[str]]:
    """Return one pattern for a whole column, with an empty group that marks each kind.

    The groups come last: a way that begins with a letter is then passed over at a glance.
    """
    shown = tuple(kind for kind in kinds().values() if getattr(kind, column))
    ways = "|".join(f"(?:{getattr(kind, column)})()" for kind in shown)
    return shown, re.compile(rf"\b(?=[A-Za-z])(?:{ways})(?![\w-])")


def formed(column: Column, text: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield where the forms of a column stand in `text`; of several the first of the table."""
    shown, pattern = _forms(column)
    for found in pattern.finditer(text):
        assert found.lastindex is not None  # noqa: S101 - every way has its group
        yield shown[found.lastindex - 1], found.start(), found.end()
