"""Networks as two tables, for spreadsheets, notebooks and Gephi's table import."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx

from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole


def write_node_edge_tables(graph: nx.MultiGraph, out: Path) -> None:
    """Write `nodes.csv` and `edges.csv` to a folder; lists become one text."""
    network = plain(graph, lists=False)
    direction = "Directed" if network.is_directed() else "Undirected"
    nodes = [{"id": node, **row} for node, row in network.nodes(data=True)]
    edges = [
        {"source": source, "target": target, "type": direction, "id": key, **row}
        for source, target, key, row in network.edges(keys=True, data=True)
    ]
    write_table(out / "nodes.csv", ["id"], nodes)
    write_table(out / "edges.csv", ["source", "target", "type", "id"], edges)


def write_table(path: Path, first: Iterable[str], rows: list[dict[str, Any]]) -> None:
    """Write rows as RFC 4180 CSV: the `first` columns, then all others in their order."""
    columns = list(dict.fromkeys([*first, *(name for row in rows for name in row)]))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows({name: cell(value) for name, value in row.items()} for row in rows)
    write_whole(path, text.getvalue().encode())


def cell(value: object) -> str:
    """Return a plain value as the text of a cell."""
    return str(value).lower() if isinstance(value, bool) else str(value)
