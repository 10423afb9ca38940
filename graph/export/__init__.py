"""What leaves the store: tables, RDF in its usual forms, and views as networks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import networkx as nx

from trigpoint.errors import UnknownName
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


def export(
    store: EmbeddedStore,
    form: str,
    out: Path,
    *,
    view: str | None = None,
    parameters: Mapping[str, str] | None = None,
) -> None:
    """Write the store, or for a network format one view of it, to a file or folder.

    Folders for `csv`, `parquet`, `neo4j`, `node-edge`. Raises UnknownName for another format, view,
    parameter or value, and for a view or parameter that the format does not take.
    """
    if form in NETWORK_FORMATS:
        NETWORK_FORMATS[form](view_graph(store, view or DEFAULT_VIEW, parameters), out)
    elif form not in FORMATS:
        known = ", ".join((*FORMATS, *NETWORK_FORMATS))
        raise UnknownName(f"no format {form!r}", remedy=f"Formats: {known}")
    elif view or parameters:
        networks = ", ".join(NETWORK_FORMATS)
        raise UnknownName(f"{form} takes no view and no parameters", remedy=f"Views: {networks}")
    else:
        FORMATS[form](store, out)
