"""Networks for yEd, Gephi, Cytoscape, igraph: GraphML."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole


def write_graphml(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as GraphML; lists become one text.

    GraphML allows no slash in an id: nodes are numbered, `iri` is the node's IRI.
    """
    network = plain(graph, lists=False)
    nx.set_node_attributes(network, {node: node for node in network}, "iri")
    numbered = nx.relabel_nodes(network, {node: f"n{n}" for n, node in enumerate(network)})
    document = io.BytesIO()
    _Writer(graph=numbered).dump(document)
    write_whole(out, document.getvalue() + b"\n")


class _Writer(GraphMLWriter):  # type: ignore[misc] # networkx has no types
    """The writer of networkx, with truth values as XML has them."""

    def add_data(
        self, name: str, element_type: type, value: Any, *rest: Any, **more: Any
    ) -> Element:
        element: Element = super().add_data(name, element_type, value, *rest, **more)
        if element_type is bool:
            element.text = str(value).lower()
        return element
