"""Networks as JSON: Cytoscape (elements and CX2) and the node-link form of D3 and networkx."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import networkx as nx

from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole

_CX2_TYPES: Final = {
    str: "string",
    int: "long",
    float: "double",
    bool: "boolean",
    list: "list_of_string",
}


def write_cytoscape(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as Cytoscape.js JSON (`.cyjs`), each edge with an `id`."""
    elements = nx.cytoscape_data(plain(graph, lists=True), name="label")
    for edge in elements["elements"]["edges"]:
        edge["data"]["id"] = edge["data"]["key"]
    elements["data"] = dict(elements["data"])
    _write(elements, out)


def write_node_link(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as node-link JSON: `nodes` with `id`, `edges` with `source` and `target`."""
    _write(nx.node_link_data(plain(graph, lists=True), edges="edges"), out)


def write_cx2(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as CX2, the format of Cytoscape 3.10 and NDEx; `iri` is the node's IRI."""
    network = plain(graph, lists=True)
    number = {node: n for n, node in enumerate(network)}
    nodes: list[dict[str, Any]] = [
        {"id": number[node], "v": {"iri": node, "name": row.get("label", node), **row}}
        for node, row in network.nodes(data=True)
    ]
    edges: list[dict[str, Any]] = [
        {"id": n, "s": number[source], "t": number[target], "v": {"key": key, **row}}
        for n, (source, target, key, row) in enumerate(network.edges(keys=True, data=True))
    ]
    aspects = {
        "attributeDeclarations": [
            {
                "networkAttributes": _declared([network.graph]),
                "nodes": _declared([node["v"] for node in nodes]),
                "edges": _declared([edge["v"] for edge in edges]),
            }
        ],
        "networkAttributes": [network.graph],
        "nodes": nodes,
        "edges": edges,
    }
    counts = [{"name": name, "elementCount": len(rows)} for name, rows in aspects.items()]
    _write(
        [
            {"CXVersion": "2.0", "hasFragments": False},
            {"metaData": counts},
            *({name: rows} for name, rows in aspects.items()),
            {"status": [{"success": True}]},
        ],
        out,
    )


def _declared(rows: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    types = {name: _CX2_TYPES[type(value)] for row in rows for name, value in row.items()}
    return {name: {"d": types[name]} for name in sorted(types)}


def _write(content: object, out: Path) -> None:
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)
    write_whole(out, text.encode() + b"\n")
