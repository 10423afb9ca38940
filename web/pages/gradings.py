"""The grades of an authority over time: those that go on are drawn, the others are listed.

A function goes on where it was graded on several days, or where its grade still stands because the
framework is in force. What was graded once under a framework that has ended is no line over time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from trigpoint.web import charts
from trigpoint.web.holdings import Row, grades
from trigpoint.web.library import Library

_Function: TypeAlias = tuple[str, str]
"""The name of a function and its IRI."""
_Lanes: TypeAlias = Mapping[_Function, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Once:
    """What was graded on one day under one framework and never again: judgements by function.

    `first` is one of these judgements, and names day, framework and review.
    """

    first: Row
    functions: tuple[tuple[_Function, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class Gradings:
    """A timeline of the functions that go on, and the others by day, newest first."""

    timeline: Markup
    once: tuple[Once, ...]


def gradings(library: Library, judged: Sequence[Row], until: str) -> Gradings:
    """Return the graded judgements of an authority, drawn up to the day `until`, and listed."""
    ended = _ended(library)
    lanes = _lanes(library, judged)
    drawn = {function: rows for function, rows in lanes.items() if _goes_on(rows, ended)}
    listed = {function: rows for function, rows in lanes.items() if function not in drawn}
    return Gradings(_timeline(library, drawn, ended, until), tuple(_once(listed)))


def _lanes(library: Library, judged: Sequence[Row]) -> _Lanes:
    """Return the judgements that can be placed, by function: what was judged most comes first."""
    known = grades(library)
    lanes: dict[_Function, list[Row]] = defaultdict(list)
    for row in judged:
        if row["point_iri"] in known and row["date"] and row["function"]:
            lanes[row["function"], row["function_iri"]].append(row)
    return dict(sorted(lanes.items(), key=_most_first))


def _most_first(lane: tuple[_Function, Sequence[Row]]) -> tuple[bool, int, str]:
    (label, iri), rows = lane
    return not iri.endswith("/overall-effectiveness"), -len(rows), label


def _goes_on(rows: Sequence[Row], ended: Mapping[str, str]) -> bool:
    return len({row["date"] for row in rows}) > 1 or rows[0]["framework_iri"] not in ended


def _once(lanes: _Lanes) -> list[Once]:
    days: dict[tuple[str, str], list[tuple[_Function, tuple[Row, ...]]]] = defaultdict(list)
    for function, rows in lanes.items():
        days[rows[0]["date"], rows[0]["framework"]].append((function, tuple(rows)))
    made = [Once(found[0][1][0], tuple(found)) for found in days.values()]
    return sorted(made, key=_date, reverse=True)


def _date(once: Once) -> str:
    return once.first["date"]


def _ended(library: Library) -> dict[str, str]:
    """Return when each framework that is no more in force ended, by its IRI."""
    rows = library.cached("frameworks ended", lambda: library.texts("pages/frameworks-ended"))
    return {row["framework"]: row["ended"] for row in rows}


def _timeline(library: Library, lanes: _Lanes, ended: Mapping[str, str], until: str) -> Markup:
    return charts.timeline(
        [
            charts.Lane(
                label, tuple(_judged(library, row, ended) for row in rows), library.href(iri)
            )
            for (label, iri), rows in lanes.items()
        ],
        title="A row for each function that was graded more than once, or whose grade stands",
        until=until,
    )


def _judged(library: Library, row: Row, ended: Mapping[str, str]) -> charts.Judged:
    framework = row["framework_iri"]
    return charts.Judged(
        row["date"],
        grades(library)[row["point_iri"]],
        library.href(row["review_iri"]),
        f"{row['framework']}: {row['item']}",
        library.label(framework) if framework else "",
        ended.get(framework, ""),
    )
