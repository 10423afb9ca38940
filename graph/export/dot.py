"""Networks for Graphviz: DOT."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import networkx as nx

from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole


def write_dot(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as DOT, every name and value quoted; lists become one text."""
    write_whole(out, "\n".join(_lines(plain(graph, lists=False))).encode() + b"\n")


def _lines(network: nx.MultiGraph) -> Iterator[str]:
    kind, arrow = ("digraph", "->") if network.is_directed() else ("graph", "--")
    yield f"{kind} {quoted(network.name)} {{"
    for node, row in network.nodes(data=True):
        yield f"  {quoted(node)}{_attributes(row)};"
    for source, target, key, row in network.edges(keys=True, data=True):
        yield f"  {quoted(source)} {arrow} {quoted(target)}{_attributes({'key': key, **row})};"
    yield "}"


def _attributes(row: Mapping[str, object]) -> str:
    values = ", ".join(f"{quoted(name)}={quoted(_text(value))}" for name, value in row.items())
    return f" [{values}]" if values else ""


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def quoted(text: str) -> str:
    """Return text as a DOT string: a backslash is doubled, lest it escape what follows."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
