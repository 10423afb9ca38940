"""The tables of the contract: one query each, rows of one thing folded into one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from pyoxigraph import NamedNode, QuerySolutions

from trigpoint.graph.store.base import Store
from trigpoint.queries import read_query

Row: TypeAlias = dict[str, str]

TABLES: Final = {
    "reports": "report_id",
    "judgements": "judgement_id",
    "statements": "statement_id",
    "recommendations": "recommendation_id",
    "partners": "",
    "findings": "finding_id",
}
"""The contract's tables, each with its key; rows without a key stand alone."""

SETS: Final = frozenset({"function", "functions", "themes"})
"""Columns that hold several IRIs, separated by spaces."""

_ORDER: Final = {
    "judgements": ("report_id", "start", "judgement_id", "end"),
    "partners": ("report_id", "start", "partner_id"),
    "recommendations": ("report_id", "kind", "position", "recommendation_id", "start"),
    "statements": ("report_id", "start", "end", "statement_id"),
}
"""What the rows of large tables are sorted by: quicker here than in their queries."""

_NUMBERS: Final = frozenset({"position", "start", "end"})

_STATED_FIRST: Final = ("table", "heading", "prose", "")


def read_rows(store: Store, table: str, *, report: str = "") -> tuple[list[str], list[Row]]:
    """Return columns and rows of a table (or of `facts`, `gaps`), of one report or of all.

    An absent value is an empty string.
    """
    bindings = {"report_id": NamedNode(report)} if report else None
    answer = store.query(read_query(f"tables/{table}"), bindings=bindings)
    assert isinstance(answer, QuerySolutions)  # noqa: S101 - our own SELECT
    columns = [variable.value for variable in answer.variables]
    rows = [
        {name: "" if term is None else term.value for name, term in zip(columns, row, strict=True)}
        for row in answer
    ]
    if table in _ORDER:
        rows.sort(key=lambda row: [_sortable(name, row[name]) for name in _ORDER[table]])
    key = TABLES.get(table, "")
    return columns, list(_folded(rows, key)) if key else rows


def _sortable(name: str, text: str) -> str | int:
    """Return a cell as it is sorted: numbers by their size, absent ones first."""
    return int(text or -1) if name in _NUMBERS else text


def _folded(rows: Iterable[Row], key: str) -> Iterator[Row]:
    """Join the rows of one thing: its first place, all its functions and themes."""
    by_key: dict[str, Row] = {}
    for row in rows:
        first = by_key.setdefault(row[key], row)
        if first is not row:
            _fold(first, row)
    return iter(by_key.values())


def _fold(first: Row, other: Row) -> None:
    for name in SETS & first.keys():
        first[name] = " ".join(sorted({*first[name].split(), *other[name].split()}))
    if "stated_in" in first:
        places = (first["stated_in"], other["stated_in"])
        first["stated_in"] = min(places, key=_STATED_FIRST.index)
