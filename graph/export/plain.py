"""What every network format can hold: one step that makes attributes plain before any writer.

Left out: values that are none (None, NaN, infinite, empty). Made one type for each attribute:
whole numbers beside fractions become fractions, any other mixture becomes text. Renamed: names
that a format keeps for itself get an underscore. Cleaned: characters that XML cannot hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Set
from typing import Any, Final, TypeAlias

import networkx as nx

Plain: TypeAlias = str | int | float | bool | list[str]

RESERVED: Final = frozenset(
    {"id", "key", "source", "target", "type", "value", "name", "pid", "parents"}
    | {"for", "iri", "networkx_key", "printed_start", "printed_end", "slices", "spells", "viz"}
)
"""Names with a meaning of their own in at least one format."""

TEXTS: Final = frozenset({"label", "kind", "start", "end"})
"""Attributes that every view has as text."""

SEPARATOR: Final = "; "
"""Joins lists where a format has none."""

_NOT_ALLOWED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES: Final = re.compile(r"\W", re.ASCII)
_LONG: Final = 2**63  # whole numbers beyond it fit no format


def plain(graph: nx.MultiGraph, *, lists: bool) -> nx.MultiGraph:
    """Return a copy with plain attributes, sorted, its edge keys unique.

    Lists become lists of texts or, unless `lists`, one text.
    """
    copy = graph.__class__()
    copy.graph.update({name: clean(str(value)) for name, value in graph.graph.items()})
    nodes = sorted(graph.nodes(data=True))
    for (node, _), row in zip(nodes, _uniform([row for _, row in nodes], lists=lists), strict=True):
        copy.add_node(node, **row)
    edges = sorted(graph.edges(keys=True, data=True), key=lambda edge: tuple(map(str, edge[:3])))
    rows = _uniform([row for *_, row in edges], lists=lists)
    for (source, target, key, _), row in zip(edges, rows, strict=True):
        copy.add_edge(source, target, key=str(key), **row)
    return copy


def clean(text: str) -> str:
    """Return text without control characters, lone surrogates and non-characters."""
    return _NOT_ALLOWED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _uniform(rows: list[dict[Any, Any]], *, lists: bool) -> list[dict[str, Plain]]:
    """Return the rows with one name and one type for each attribute."""
    uniform: list[dict[str, Plain]] = [{} for _ in rows]
    for attribute, name in _names(rows).items():
        column = {n: row[attribute] for n, row in enumerate(rows) if _says(row.get(attribute))}
        for n, value in _same_type(column, text=name in TEXTS, lists=lists).items():
            if value not in ("", []):
                uniform[n][name] = value
    return uniform


def _names(rows: list[dict[Any, Any]]) -> dict[Any, str]:
    """Return a name of letters, digits and underscores for each attribute; good ones stay."""
    weighted = all(_kind(row.get("weight", 0)) in (int, float) for row in rows)
    reserved = RESERVED if weighted else RESERVED | {"weight"}  # a weight that is no number
    wanted = {key: _name(str(key), reserved) for row in rows for key in row}
    names: dict[Any, str] = {}
    for attribute in sorted(wanted, key=lambda key: (wanted[key] != key, str(key))):
        name = wanted[attribute]
        while name in names.values():
            name += "_"
        names[attribute] = name
    return names


def _name(attribute: str, reserved: Set[str]) -> str:
    name = _NOT_IN_NAMES.sub("_", attribute)
    if not name or name[0].isdigit():
        name = f"_{name}"
    return f"{name}_" if name in reserved else name


def _says(value: Any) -> bool:
    """Say whether a value is one: neither nothing nor no number."""
    return value is not None and (not isinstance(value, float) or math.isfinite(value))


def _same_type(column: Mapping[int, Any], *, text: bool, lists: bool) -> dict[int, Plain]:
    kinds = {_kind(value) for value in column.values()}
    if list in kinds and lists and not text:
        return {n: _texts(value) for n, value in column.items()}
    if kinds <= {int, float} and not text:
        number = max(kinds, key=[int, float].index, default=int)
        return {n: number(value) for n, value in column.items()}
    if kinds == {bool} and not text:
        return dict(column)
    return {n: SEPARATOR.join(_texts(value)) for n, value in column.items()}


def _kind(value: Any) -> type:
    """Return the type that formats see: a number too long is text, and so is anything unknown."""
    if isinstance(value, bool):
        return bool
    if isinstance(value, int) and abs(value) < _LONG:
        return int
    if isinstance(value, list | tuple | Set):
        return list
    return float if isinstance(value, float) else str


def _texts(value: Any) -> list[str]:
    """Return a value as its cleaned texts, none of them empty: several for a list, else one."""
    if _kind(value) is not list:
        text = clean(str(value).lower() if isinstance(value, bool) else str(value))
        return [text] if text else []
    items = sorted(value) if isinstance(value, Set) else value
    return [text for item in items if _says(item) for text in _texts(item) if text]
