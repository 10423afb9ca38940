"""What the tables on authorities hold, row by row: bodies, their areas and names, and changes.

Facts come from `data/authorit*.csv` and `data/statistical_neighbours.csv`, and from nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final, TypeAlias, TypeVar

from trigpoint.data import read_table
from trigpoint.errors import ReferenceDataError

Row: TypeAlias = dict[str, str]
Value = TypeVar("Value")

_TEXT_COLUMNS: Final = (
    "dfe_number",
    "name",
    "gss",
    "gss_from",
    "ofsted_urn",
    "register_code",
    "region",
    "type",
    "wikidata",
    "valid_from",
    "valid_to",
)


@dataclass(frozen=True, slots=True)
class Area:
    """A statistical area that an authority covered from a first to a last day.

    An empty day is that of the authority itself.
    """

    gss: str
    type: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """One council in its time; `dfe_number` is its key, absent for a body not in the table.

    Days are ISO 8601; no first day means before the table begins, no last day that it still is.
    `gss` is the code of its area now or at the last, `gss_from` the first day of that code where
    the area was coded otherwise before. `neighbours` are numbers, the nearest first.
    """

    name: str
    dfe_number: str = ""
    aliases: tuple[str, ...] = ()
    gss: str = ""
    gss_from: str = ""
    ofsted_urn: str = ""
    register_code: str = ""
    region: str = ""
    type: str = ""
    wikidata: str = ""
    valid_from: str = ""
    valid_to: str = ""
    sources: tuple[str, ...] = ()
    earlier_areas: tuple[Area, ...] = ()
    neighbours: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The last part of its IRI: `343-sefton`, or the slug of an unlisted name."""
        return "-".join(filter(None, (self.dfe_number, slug(self.name))))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, its own first."""
        return (self.name, *self.aliases)

    @property
    def areas(self) -> tuple[Area, ...]:
        """Every area it covered, the last one last."""
        last = Area(self.gss, self.type, self.gss_from or self.valid_from, self.valid_to)
        return (*self.earlier_areas, last) if self.gss else self.earlier_areas

    def existed_on(self, day: str) -> bool:
        """Say whether the body existed on a day (ISO 8601, as precise as known)."""
        starts = not self.valid_from or day >= self.valid_from[: len(day)]
        return starts and (not self.valid_to or day <= self.valid_to[: len(day)])


@dataclass(frozen=True, slots=True)
class Change:
    """An event that ended some bodies and made others; bodies are named by their numbers.

    `day` is the first day of what resulted.
    """

    day: str
    slug: str
    label: str
    original: tuple[str, ...]
    resulting: tuple[str, ...]
    sources: tuple[str, ...] = ()


def slug(text: str) -> str:
    """Return the words of a text in lower case, joined by hyphens, safe in an IRI."""
    words = re.sub(r"['’.]", "", text.lower().replace("&", " and "))
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def next_day(day: str) -> str:
    """Return the day after a day (ISO 8601)."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


@cache
def authorities() -> tuple[Authority, ...]:
    """Return every authority, by number; raise ReferenceDataError where tables do not join."""
    rows = read_table("authorities")
    numbers = {row["dfe_number"] for row in rows}
    names = _grouped("authority_names", numbers, lambda row: row["name"])
    areas = _grouped("authority_areas", numbers, _area)
    neighbours = _grouped("statistical_neighbours", numbers, _neighbours)
    return tuple(
        Authority(
            **{column: row[column] for column in _TEXT_COLUMNS},
            aliases=names.get(row["dfe_number"], ()),
            sources=tuple(row["sources"].split()),
            earlier_areas=areas.get(row["dfe_number"], ()),
            neighbours=neighbours.get(row["dfe_number"], ((),))[0],
        )
        for row in rows
    )


@cache
def changes() -> tuple[Change, ...]:
    """Return every change of bodies, by day."""
    return tuple(
        Change(
            row["date"],
            row["slug"],
            row["label"],
            tuple(row["original"].split()),
            tuple(row["resulting"].split()),
            tuple(row["sources"].split()),
        )
        for row in read_table("authority_changes")
    )


def _area(row: Row) -> Area:
    return Area(row["gss"], row["type"], row["valid_from"], row["valid_to"])


def _neighbours(row: Row) -> tuple[str, ...]:
    return tuple(row["neighbours"].split())


def _grouped(
    table: str, numbers: set[str], value: Callable[[Row], Value]
) -> dict[str, tuple[Value, ...]]:
    """Return the values of a table's rows by the number of the body they belong to."""
    found: dict[str, tuple[Value, ...]] = {}
    for row in read_table(table):
        number = row["dfe_number"]
        if number not in numbers:
            raise ReferenceDataError(f"no authority has the number {number}", subject=table)
        found[number] = (*found.get(number, ()), value(row))
    return found
