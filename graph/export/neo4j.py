"""Networks for Neo4j: a table for each kind of node and edge, and a Cypher script that loads them.

The tables have the typed headers of `neo4j-admin database import`, which the script reads too.
Lists keep their items, edges their keys: parallel ones stay apart, loading twice changes nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import networkx as nx

from trigpoint.graph.export.network_csv import cell, write_table
from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole

LIST_SEPARATOR: Final = "\u001f"
"""Stands between the items of a list: no plain text holds a control character."""

_TYPES: Final = {str: "", int: ":long", float: ":double", bool: ":boolean", list: ":string[]"}
_READERS: Final = {
    "": "{}",
    ":long": "toInteger({})",
    ":double": "toFloat({})",
    ":boolean": "toBoolean({})",
    ":string[]": r"split({}, '\u001f')",
}
_ID, _START, _END = "iri:ID", ":START_ID", ":END_ID"
_EVERY_NODE: Final = "Thing"

_HEAD: Final = """\
// Copy the tables to the import folder of the database and run: cypher-shell -f load.cypher
// An empty database takes them faster so:
// neo4j-admin database import full neo4j --array-delimiter="U+001F" --multiline-fields=true \\
{tables}

CREATE CONSTRAINT thing_iri IF NOT EXISTS FOR (n:Thing) REQUIRE n.iri IS UNIQUE;
"""
_NODES: Final = """
LOAD CSV WITH HEADERS FROM 'file:///nodes-{kind}.csv' AS row
MERGE (n:Thing {{iri: row.`iri:ID`}})
SET n:`{label}`, n += {{{properties}}};
"""
_EDGES: Final = """
LOAD CSV WITH HEADERS FROM 'file:///edges-{kind}.csv' AS row
MATCH (a:Thing {{iri: row.`:START_ID`}}), (b:Thing {{iri: row.`:END_ID`}})
MERGE (a)-[n:`{type}` {{key: row.key}}]->(b)
SET n += {{{properties}}};
"""

Table = list[dict[str, Any]]


def write_neo4j(graph: nx.MultiGraph, out: Path) -> None:
    """Write `nodes-KIND.csv`, `edges-KIND.csv` and `load.cypher` to a folder."""
    network = plain(graph, lists=True)
    nodes = _by_kind((row, {_ID: node}) for node, row in network.nodes(data=True))
    edges = _by_kind(
        (row, {_START: source, _END: target, "key": key})
        for source, target, key, row in network.edges(keys=True, data=True)
    )
    for kind, rows in nodes.items():
        write_table(out / f"nodes-{kind}.csv", [_ID], rows)
    for kind, rows in edges.items():
        write_table(out / f"edges-{kind}.csv", [_START, _END, "key"], rows)
    write_whole(out / "load.cypher", _script(nodes, edges).encode())


def label(kind: str) -> str:
    """Return a kind as the label of a node: `local-area` is `LocalArea`."""
    return "".join(word.capitalize() for word in kind.split("-"))


def relationship(kind: str) -> str:
    """Return a kind as the type of a relationship: `asked-about` is `ASKED_ABOUT`."""
    return kind.replace("-", "_").upper()


def _by_kind(rows: Any) -> dict[str, Table]:
    """Sort rows into tables by kind, their columns named with their types."""
    tables: dict[str, Table] = defaultdict(list)
    for row, fixed in rows:
        kind = re.sub(r"[^0-9a-z]+", "-", row.get("kind", "").lower()).strip("-") or "other"
        typed = {name + _TYPES[type(value)]: _cell(value) for name, value in row.items()}
        tables[kind].append(fixed | typed)
    return dict(sorted(tables.items()))


def _cell(value: object) -> str:
    return LIST_SEPARATOR.join(value) if isinstance(value, list) else cell(value)


def _script(nodes: Mapping[str, Table], edges: Mapping[str, Table]) -> str:
    tables = [
        *(f"--nodes={_EVERY_NODE}:{label(kind)}=nodes-{kind}.csv" for kind in nodes),
        *(f"--relationships={relationship(kind)}=edges-{kind}.csv" for kind in edges),
    ]
    return _HEAD.format(tables=" \\\n".join(f"//   {table}" for table in tables)) + "".join(
        [
            *(
                _NODES.format(kind=kind, label=label(kind), properties=_settings(rows))
                for kind, rows in nodes.items()
            ),
            *(
                _EDGES.format(kind=kind, type=relationship(kind), properties=_settings(rows))
                for kind, rows in edges.items()
            ),
        ]
    )


def _settings(rows: Table) -> str:
    columns = sorted({name for row in rows for name in row} - {_ID, _START, _END, "key"})
    return ", ".join(f"`{column.partition(':')[0]}`: {_read(column)}" for column in columns)


def _read(column: str) -> str:
    _, colon, kind = column.partition(":")
    return _READERS[colon + kind].format(f"row.`{column}`")
