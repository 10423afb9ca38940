from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.graph.export import readers
from tests.graph.export.readers import Network, as_text, network

from trigpoint.graph.export import NETWORK_FORMATS
from trigpoint.graph.export.plain import RESERVED, plain

READERS: dict[str, Callable[[Path], Network]] = {
    "graphml": readers.read_graphml,
    "gexf": readers.read_gexf,
    "cytoscape": readers.read_cytoscape,
    "cx2": readers.read_cx2,
    "neo4j": readers.read_neo4j,
    "dot": readers.read_dot,
    "node-edge": readers.read_node_edge,
    "node-link": readers.read_node_link,
}
KEEP_LISTS = {"cytoscape", "cx2", "neo4j", "node-link"}
WITHOUT_TYPES = {"dot", "node-edge"}
WITHOUT_DIRECTION = {"cx2", "neo4j"}
"""Formats in which every edge has a direction."""

names = st.sampled_from(sorted(RESERVED | {"label", "kind", "start", "end", "weight", "a b"}))
texts = st.text(max_size=6) | st.sampled_from(["a\\", '"', "\x00\x1f", "]]>", "x;y", "2004-10"])
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
values = scalars | st.lists(scalars, max_size=3)
rows = st.dictionaries(names | texts, values, max_size=5)


@st.composite
def networks(draw: st.DrawFn) -> nx.MultiGraph:
    graph = nx.MultiDiGraph() if draw(st.booleans()) else nx.MultiGraph()
    graph.graph["name"] = draw(texts)
    nodes = [f"https://example.org/{n}?a=1&b" for n in range(draw(st.integers(1, 3)))]
    for node in nodes:
        graph.add_node(node)
        graph.nodes[node].update(draw(rows))
    ends = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), rows)
    for n, (source, target, row) in enumerate(draw(st.lists(ends, max_size=4))):
        graph.add_edge(source, target, key=f"e{n}")
        graph.edges[source, target, f"e{n}"].update(row)
    return graph


def expected(form: str, graph: nx.MultiGraph) -> Network:
    written = plain(graph, lists=form in KEEP_LISTS)
    if form in WITHOUT_DIRECTION and not written.is_directed():
        written = directed_as_written(written)
    found = network(written)
    return as_text(found) if form in WITHOUT_TYPES else found


def directed_as_written(graph: nx.MultiGraph) -> nx.MultiDiGraph:
    directed = nx.MultiDiGraph()
    directed.add_nodes_from(graph.nodes(data=True))
    directed.add_edges_from(graph.edges(keys=True, data=True))
    return directed


def with_labels(found: Network) -> Network:
    """The network where a format labels each node, by its id if need be."""
    nodes, edges = found
    return {node: {"label": node} | row for node, row in nodes.items()}, edges


@pytest.mark.parametrize("form", NETWORK_FORMATS)
@pytest.mark.filterwarnings("ignore:.* deprecated:DeprecationWarning:pydot")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graph=networks())
def test_network_reads_back_as_it_was(form: str, graph: nx.MultiGraph) -> None:
    wanted = expected(form, graph)
    if form == "gexf":
        wanted = with_labels(wanted)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        NETWORK_FORMATS[form](graph, out)

        assert READERS[form](out) == wanted


@pytest.mark.parametrize("form", NETWORK_FORMATS)
def test_two_exports_are_the_same_bytes(form: str, tmp_path: Path) -> None:
    graph = small()

    for name in ("one", "other"):
        NETWORK_FORMATS[form](graph, tmp_path / name)

    assert content(tmp_path / "one") == content(tmp_path / "other")


def content(path: Path) -> list[bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]


def small(**row: Any) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(name="small")
    graph.add_node("https://example.org/a", label="A", kind="authority", themes=["x", "y"])
    graph.add_node("https://example.org/b", label="B", kind="theme", start="2004-10", **row)
    for n, end in enumerate(("2004", "2005-02")):
        graph.add_edge(
            "https://example.org/a",
            "https://example.org/b",
            key=f"e{n}",
            kind="asked-about",
            weight=n + 1,
            start="2004",
            end=end,
        )
    return graph
