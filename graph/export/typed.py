"""Values of the contract's tables in their types, for formats that have types."""

from __future__ import annotations

from typing import TypeAlias

from trigpoint.graph.export.csvw import datatype
from trigpoint.graph.tables import SETS

Cell: TypeAlias = str | int | float | bool | list[str] | None


def typed(table: str, column: str, text: str) -> Cell:
    """Return the text of a cell as a value: None for an empty one, a list for several IRIs."""
    if column in SETS:
        return text.split()
    if not text:
        return None
    kind = datatype(table, column)
    if kind == "boolean":
        return text == "true"
    if kind == "integer":
        return int(text)
    return float(text) if kind == "decimal" else text
