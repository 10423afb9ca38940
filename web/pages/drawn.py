"""Which drawings an answer allows besides its table: bars, a map of tiles, a graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from trigpoint.web import charts
from trigpoint.web.explorer.triples import drawn
from trigpoint.web.library import Library
from trigpoint.web.pages.lists import authorities
from trigpoint.web.sparql.values import Outcome

_MOST_BARS: Final = 60


def drawings(library: Library, outcome: Outcome | None) -> dict[str, Any]:
    """Return what can be drawn of an answer, by kind: `bars`, `tiles`, `graph`."""
    if outcome is None or outcome.fault:
        return {}
    if outcome.kind == "graph":
        return {"graph": drawn(library, outcome.triples)}
    made: dict[str, Any] = {}
    if rows := counted_rows(library, _columns(outcome)):
        bars = [charts.Bar(name, count) for name, count in rows]
        made["bars"] = charts.bars(bars, title="The answer drawn")
    if values := _values_by_authority(library, outcome):
        made["tiles"] = _tiles(library, values)
    return made


def _columns(outcome: Outcome) -> dict[str, list[str]]:
    return {
        name: [
            "" if row[n] is None else str(getattr(row[n], "value", row[n])) for row in outcome.rows
        ]
        for n, name in enumerate(outcome.columns)
    }


def _are_counts(values: Sequence[str]) -> bool:
    return bool(values) and all(value.isdecimal() for value in values)


def counted_rows(library: Library, columns: Mapping[str, Sequence[str]]) -> list[tuple[str, int]]:
    """Return a label and a count for each row of an answer of names and counts; else nothing."""
    numbers = [name for name, values in columns.items() if _are_counts(values)]
    labels = [name for name in columns if name not in numbers]
    if not numbers or not labels or len(columns[labels[0]]) > _MOST_BARS:
        return []
    names = [library.label(v) if v.startswith("http") else v for v in columns[labels[0]]]
    if len(set(names)) < len(names):
        return []
    return list(zip(names, map(int, columns[numbers[0]]), strict=True))


def _tiles(library: Library, values: Mapping[str, str]) -> Markup:
    """Return the map of England with what is said of each authority."""
    tiles = [
        charts.Tile(
            row["number"], row["name"], library.href(row["iri"]), None, values.get(row["iri"], "")
        )
        for row in authorities(library)
        if row["iri"] in values
    ]
    return charts.tile_map(tiles, title="The answer on the map")


def _values_by_authority(library: Library, outcome: Outcome) -> dict[str, str]:
    """Return a value for each authority, by IRI, if a column holds authorities."""
    columns = _columns(outcome)
    for name, values in columns.items():
        if values and all(library.kind_of(value) == "authority" for value in values):
            others = [column for other, column in columns.items() if other != name]
            shown = others[-1] if others else ["yes"] * len(values)
            return dict(zip(values, shown, strict=True))
    return {}
