"""What is seen, as a file: GEXF for Gephi, or two CSV tables in a ZIP."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path
from typing import Final

import networkx as nx

from trigpoint.graph.export.gexf import write_gexf
from trigpoint.graph.export.network_csv import write_node_edge_tables
from trigpoint.web.explorer.drawing import Drawing
from trigpoint.web.negotiation import Format

GEXF: Final = Format("gexf", "application/gexf+xml", "GEXF")
TABLES: Final = Format("zip", "application/zip", "CSV")
FORMATS: Final = (GEXF, TABLES)

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # of a ZIP: equal drawings, equal bytes


def written(drawing: Drawing, form: Format) -> bytes:
    """Return a drawing in one of the formats; what stands for others left out is not in it."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "drawing")
        if form is GEXF:
            write_gexf(as_network(drawing), out)
            return out.read_bytes()
        write_node_edge_tables(as_network(drawing), out)
        return _zipped(out)


def as_network(drawing: Drawing) -> nx.MultiDiGraph:
    """Return a drawing as a network like those of the views."""
    graph = nx.MultiDiGraph(name="explorer", title="What the explorer showed")
    for iri, each in drawing.things.items():
        if not each.more:
            dates = {"start": each.start, "end": each.end}
            graph.add_node(iri, label=each.name, kind=each.kind, **_present(dates))
    for link in drawing.links:
        if link.source in graph and link.target in graph:
            dates = {"start": link.start, "end": link.end}
            facts = {"kind": link.relation, "weight": link.weight, **_present(dates)}
            graph.add_edge(link.source, link.target, key=link.key, **facts)
    return graph


def _present(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def _zipped(folder: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(folder.iterdir()):
            file.writestr(zipfile.ZipInfo(path.name, _EARLIEST), path.read_bytes())
    return content.getvalue()
