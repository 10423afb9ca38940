"""Reads networks back with other libraries than wrote them, into one form that can be compared."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx
import pydot
from lxml import etree
from ndex2.cx2 import RawCX2NetworkFactory

from trigpoint.graph.export.neo4j import LIST_SEPARATOR

Row: TypeAlias = dict[str, Any]
Network: TypeAlias = tuple[dict[str, Row], dict[str, tuple[tuple[str, ...], Row]]]
"""Nodes by id, edges by key: their two ends (sorted if they have no direction), attributes."""

_XML_TYPES: dict[str, Callable[[str], Any]] = {
    "long": int,
    "double": float,
    "boolean": "true".__eq__,
    "string": str,
}
_PRINTED = {"printed_start": "start", "printed_end": "end"}
_NEO4J_TYPES: dict[str, Callable[[str], Any]] = {
    **_XML_TYPES,
    "string[]": lambda text: text.split(LIST_SEPARATOR),
    "": str,
}


def network(graph: nx.MultiGraph) -> Network:
    nodes = {node: dict(row) for node, row in graph.nodes(data=True)}
    edges = {
        key: (_ends(source, target, directed=graph.is_directed()), dict(row))
        for source, target, key, row in graph.edges(keys=True, data=True)
    }
    return nodes, edges


def as_text(found: Network) -> Network:
    """The network where a format has no types."""
    nodes, edges = found
    return (
        {node: _row_as_text(row) for node, row in nodes.items()},
        {key: (ends, _row_as_text(row)) for key, (ends, row) in edges.items()},
    )


def read_gexf(path: Path) -> Network:
    root = etree.parse(path).getroot()
    space = {"g": root.nsmap[None]}
    directed = root.find("g:graph", space).get("defaultedgetype") == "directed"
    titles = {
        attribute.get("id"): (attribute.get("title"), _XML_TYPES[attribute.get("type")])
        for attribute in root.iterfind(".//g:attribute", space)
    }

    def row(element: Any) -> Row:
        found = {"label": element.get("label")} if element.get("label") else {}
        if element.get("weight"):
            found["weight"] = float(element.get("weight"))
        for value in element.iterfind("g:attvalues/g:attvalue", space):
            title, read = titles[value.get("for")]
            found[_PRINTED.get(title, title)] = read(value.get("value"))
        return found

    nodes = {node.get("id"): row(node) for node in root.iterfind(".//g:node", space)}
    edges = {
        edge.get("id"): (
            _ends(edge.get("source"), edge.get("target"), directed=directed),
            row(edge),
        )
        for edge in root.iterfind(".//g:edge", space)
    }
    return nodes, edges


def read_graphml(path: Path) -> Network:
    root = etree.parse(path).getroot()
    space = {"g": root.nsmap[None]}
    directed = root.find("g:graph", space).get("edgedefault") == "directed"
    keys = {
        key.get("id"): (key.get("attr.name"), _XML_TYPES[key.get("attr.type").lower()])
        for key in root.iterfind("g:key", space)
    }

    def row(element: Any) -> Row:
        data = ((keys[data.get("key")], data.text) for data in element.iterfind("g:data", space))
        return {name: read(text) for (name, read), text in data}

    rows = {node.get("id"): row(node) for node in root.iterfind(".//g:node", space)}
    iris = {number: found.pop("iri") for number, found in rows.items()}
    edges = {
        edge.get("id"): (
            _ends(iris[edge.get("source")], iris[edge.get("target")], directed=directed),
            row(edge),
        )
        for edge in root.iterfind(".//g:edge", space)
    }
    return {iris[number]: found for number, found in rows.items()}, edges


def read_cytoscape(path: Path) -> Network:
    content = json.loads(path.read_text(encoding="utf-8"))
    nodes = {
        node["data"].pop("id"): _without(node["data"], "value", "name")
        for node in content["elements"]["nodes"]
    }
    edges = {}
    for edge in content["elements"]["edges"]:
        data = edge["data"]
        ends = _ends(data.pop("source"), data.pop("target"), directed=content["directed"])
        key = data.pop("id")
        edges[key] = ends, _without(data, "key")
    return nodes, edges


def read_node_link(path: Path) -> Network:
    content = json.loads(path.read_text(encoding="utf-8"))
    return network(nx.node_link_graph(content, edges="edges"))


def read_cx2(path: Path) -> Network:
    found = RawCX2NetworkFactory().get_cx2network(str(path))
    nodes, iris = {}, {}
    for number, node in found.get_nodes().items():
        iris[number] = node["v"].pop("iri")
        nodes[iris[number]] = _without(node["v"], "name")
    edges = {
        edge["v"].pop("key"): (_ends(iris[edge["s"]], iris[edge["t"]]), edge["v"])
        for edge in found.get_edges().values()
    }
    return nodes, edges


def read_dot(path: Path) -> Network:
    (found,) = pydot.graph_from_dot_data(path.read_text(encoding="utf-8")) or []
    directed = found.get_type() == "digraph"
    nodes = {_unquoted(node.get_name()): _dot_row(node) for node in found.get_nodes()}
    edges = {}
    for edge in found.get_edges():
        row = _dot_row(edge)
        ends = _unquoted(str(edge.get_source())), _unquoted(str(edge.get_destination()))
        edges[row.pop("key")] = _ends(*ends, directed=directed), row
    return nodes, edges


def read_node_edge(folder: Path) -> Network:
    nodes = {row.pop("id"): row for row in _table(folder / "nodes.csv")}
    edges = {}
    for row in _table(folder / "edges.csv"):
        ends = _ends(row.pop("source"), row.pop("target"), directed=row.pop("type") == "Directed")
        edges[row.pop("id")] = ends, row
    return nodes, edges


def read_neo4j(folder: Path) -> Network:
    nodes = {
        row.pop("iri"): row
        for path in sorted(folder.glob("nodes-*.csv"))
        for row in _typed(path, {"iri:ID": "iri"})
    }
    edges = {}
    for path in sorted(folder.glob("edges-*.csv")):
        for row in _typed(path, {":START_ID": "source", ":END_ID": "target"}):
            edges[row.pop("key")] = _ends(row.pop("source"), row.pop("target")), row
    return nodes, edges


def _ends(source: str, target: str, *, directed: bool = True) -> tuple[str, ...]:
    return (source, target) if directed else tuple(sorted((source, target)))


def _without(row: Row, *names: str) -> Row:
    return {name: value for name, value in row.items() if name not in names}


def _row_as_text(row: Row) -> Row:
    return {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in row.items()
    }


def _dot_row(element: Any) -> Row:
    return {_unquoted(name): _unquoted(value) for name, value in element.get_attributes().items()}


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)


def _table(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            yield {name: text for name, text in row.items() if text}


def _typed(path: Path, fixed: dict[str, str]) -> Iterator[Row]:
    for row in _table(path):
        typed = {}
        for column, text in row.items():
            name, _, kind = (fixed.get(column) or column).partition(":")
            typed[name] = _NEO4J_TYPES[kind](text)
        yield typed
