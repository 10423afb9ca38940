"""What leaves the store: tables, RDF in its usual forms, and views as networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import networkx as nx

from trigpoint.errors import UnknownName
from trigpoint.graph.analysis import analyse
from trigpoint.graph.export.csvw import write_csv_tables
from trigpoint.graph.export.dot import write_dot
from trigpoint.graph.export.gexf import write_gexf
from trigpoint.graph.export.graphml import write_graphml
from trigpoint.graph.export.jsonld import write_jsonld
from trigpoint.graph.export.neo4j import write_neo4j
from trigpoint.graph.export.network_csv import write_node_edge_tables
from trigpoint.graph.export.network_json import write_cx2, write_cytoscape, write_node_link
from trigpoint.graph.export.rdf import write_nquads, write_rdfxml, write_trig, write_turtle
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.views import DEFAULT_VIEW, view_graph

__all__ = ["FORMATS", "NETWORK_FORMATS", "export"]


def _write_workbook(store: EmbeddedStore, out: Path) -> None:
    with _extra("xlsx"):
        from trigpoint.graph.export.workbook import write_workbook  # noqa: PLC0415 - optional
    write_workbook(store, out)


def _write_parquet(store: EmbeddedStore, out: Path) -> None:
    with _extra("parquet"):
        from trigpoint.graph.export.parquet import write_parquet  # noqa: PLC0415 - optional
    write_parquet(store, out)


@contextmanager
def _extra(form: str) -> Iterator[None]:
    """Say what to install where a library of the extra `tables` is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        problem = f"the format {form} needs the library {error.name}"
        raise UnknownName(problem, remedy="Run: pip install trigpoint[tables]") from error


FORMATS: Final[dict[str, Callable[[EmbeddedStore, Path], None]]] = {
    "csv": write_csv_tables,
    "nquads": write_nquads,
    "trig": write_trig,
    "turtle": write_turtle,
    "jsonld": write_jsonld,
    "rdfxml": write_rdfxml,
    "xlsx": _write_workbook,
    "parquet": _write_parquet,
}
"""Formats of the whole store."""

NETWORK_FORMATS: Final[dict[str, Callable[[nx.MultiGraph, Path], None]]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "cytoscape": write_cytoscape,
    "cx2": write_cx2,
    "neo4j": write_neo4j,
    "dot": write_dot,
    "node-edge": write_node_edge_tables,
    "node-link": write_node_link,
}
"""Formats of one view of it."""


def export(  # noqa: PLR0913 - what the command line takes
    store: EmbeddedStore,
    form: str,
    out: Path,
    *,
    view: str | None = None,
    analysis: str | None = None,
    parameters: Mapping[str, str] | None = None,
) -> str:
    """Write the store, or for a network format one view of it, to a file or folder.

    Folders for `csv`, `parquet`, `neo4j`, `node-edge`. An analysis puts its measures on the nodes
    of its view. Returns what was written, in words. Raises UnknownName for another format, view,
    analysis, parameter or value, and for any of them that does not belong to the format.
    """
    if form in NETWORK_FORMATS:
        graph = _network(store, view, analysis, parameters)
        NETWORK_FORMATS[form](graph, out)
        counts = f"{len(graph)} nodes and {graph.number_of_edges()} edges"
        return f"{graph.graph['name']}, {counts}. {graph.graph['caveat']}"
    if form not in FORMATS:
        known = ", ".join((*FORMATS, *NETWORK_FORMATS))
        raise UnknownName(f"no format {form!r}", remedy=f"Formats: {known}")
    if view or analysis or parameters:
        networks = ", ".join(NETWORK_FORMATS)
        problem = f"{form} takes no view, no analysis and no parameters"
        raise UnknownName(problem, remedy=f"Formats that do: {networks}")
    FORMATS[form](store, out)
    return f"the whole store as {form}."


def _network(
    store: EmbeddedStore,
    view: str | None,
    analysis: str | None,
    parameters: Mapping[str, str] | None,
) -> nx.MultiGraph:
    if not analysis:
        return view_graph(store, view or DEFAULT_VIEW, parameters)
    done = analyse(store, analysis, parameters)
    if view not in (None, done.analysis.view):
        problem = f"{analysis} measures the view {done.analysis.view}, not {view}"
        raise UnknownName(problem, remedy="Leave out --view")
    return done.graph
