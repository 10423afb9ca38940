"""What can be wrong in the tables on authorities: duplicates, impossible dates, broken lineage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise
from typing import Final

from trigpoint.graph.authorities import name_key
from trigpoint.graph.authority_tables import Authority, Change, next_day

_PATTERNS: Final = {
    "dfe_number": re.compile(r"[2-9]\d\d"),
    "gss": re.compile(r"(?:E(?:06|08|09|10)\d{6})?"),
    "ofsted_urn": re.compile(r"(?:[1-9]\d+)?"),
    "register_code": re.compile(r"(?:[A-Z]{3})?"),
    "wikidata": re.compile(r"(?:Q[1-9]\d*)?"),
    "region": re.compile(r"[A-Z].+"),
    "type": re.compile(r"[A-Z].+"),
}
_UNIQUE: Final = ("dfe_number", "ofsted_urn", "register_code", "wikidata")
# A year number read as a spreadsheet's count of days becomes one of these: 1905-06, 2005-06.
_SERIAL: Final = re.compile(r"1905-|2005-06-")


def problems(bodies: Sequence[Authority], changes: Sequence[Change]) -> Iterator[str]:
    """Yield each fault of the tables in one line."""
    for body in bodies:
        for fault in _row_faults(body):
            yield f"{body.key}: {fault}"
    yield from _duplicates(bodies)
    yield from _ambiguous_names(bodies)
    yield from _broken_neighbours(bodies)
    yield from _broken_lineage({body.dfe_number: body for body in bodies}, changes)


def _row_faults(body: Authority) -> Iterator[str]:
    for column, pattern in _PATTERNS.items():
        if not pattern.fullmatch(value := getattr(body, column)):
            yield f"{column} cannot be {value!r}"
    if not body.sources:
        yield "no source is named"
    yield from _date_faults("the body", body.valid_from, body.valid_to)
    for area in body.areas:
        yield from _date_faults(f"the area {area.gss}", area.valid_from, area.valid_to)
    for area, later in pairwise(body.areas):
        if _is_day(area.valid_to) and next_day(area.valid_to) != later.valid_from:
            yield f"the area {later.gss} does not begin when {area.gss} ends"


def _date_faults(what: str, first: str, last: str) -> Iterator[str]:
    for day in filter(None, (first, last)):
        if not _is_day(day):
            yield f"{day!r} is no day"
        elif _SERIAL.match(day):
            yield f"{day} looks like a year number read as a day count"
    if first and last and first > last:
        yield f"{what} ends on {last}, before it begins on {first}"


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _duplicates(bodies: Sequence[Authority]) -> Iterator[str]:
    for column in _UNIQUE:
        yield from _repeated(column, ((body.key, getattr(body, column)) for body in bodies))
    yield from _repeated("area", ((body.key, area.gss) for body in bodies for area in body.areas))
    for body in bodies:
        yield from _repeated("name", ((body.key, name) for name in body.names))


def _repeated(what: str, held: Iterable[tuple[str, str]]) -> Iterator[str]:
    holders: dict[str, str] = {}
    for key, value in held:
        if value and value in holders:
            yield f"{key}: {what} {value} stands twice, first at {holders[value]}"
        holders[value] = key


def _ambiguous_names(bodies: Sequence[Authority]) -> Iterator[str]:
    holders: dict[str, list[Authority]] = {}
    for body in bodies:
        for key in sorted({name_key(name) for name in body.names}):
            holders.setdefault(key, []).append(body)
    for key, namesakes in holders.items():
        for one, other in combinations(namesakes, 2):
            if _overlap(one, other):
                yield f"{one.key} and {other.key} answer to the name {key!r} on one day"


def _overlap(one: Authority, other: Authority) -> bool:
    first, last = max(one.valid_from, other.valid_from), one.valid_to or other.valid_to
    return not last or first <= min(one.valid_to or last, other.valid_to or last)


def _broken_neighbours(bodies: Sequence[Authority]) -> Iterator[str]:
    numbers = {body.dfe_number for body in bodies}
    for body in bodies:
        for neighbour in body.neighbours:
            if neighbour not in numbers:
                yield f"{body.key}: no authority has the number of its neighbour {neighbour}"
        if body.dfe_number in body.neighbours or len(set(body.neighbours)) < len(body.neighbours):
            yield f"{body.key}: a neighbour stands twice, or is the body itself"


def _broken_lineage(bodies: dict[str, Authority], changes: Sequence[Change]) -> Iterator[str]:
    ended, begun = set[str](), set[str]()
    for change in changes:
        ended.update(change.original)
        begun.update(change.resulting)
        for fault in _change_faults(bodies, change):
            yield f"{change.day} {change.slug}: {fault}"
    for number, body in bodies.items():
        if bool(body.valid_to) != (number in ended):
            yield f"{body.key}: its last day and the changes that end it do not agree"
        if bool(body.valid_from) != (number in begun):
            yield f"{body.key}: its first day and the changes that begin it do not agree"
    names = [f"{change.day} {change.slug}" for change in changes]
    yield from _repeated("change", zip(names, names, strict=True))


def _change_faults(bodies: dict[str, Authority], change: Change) -> Iterator[str]:
    if not (change.sources and change.original and change.resulting):
        yield "a source, an original or a resulting body is missing"
    for number in (*change.original, *change.resulting):
        if number not in bodies:
            yield f"no authority has the number {number}"
    for body in filter(None, map(bodies.get, change.original)):
        if not _is_day(body.valid_to) or next_day(body.valid_to) != change.day:
            yield f"{body.key} does not end on the day before"
    for body in filter(None, map(bodies.get, change.resulting)):
        if body.valid_from != change.day:
            yield f"{body.key} does not begin on that day"
