"""The graph of history: each review, judgement and grade told of, tied to the one before."""

from __future__ import annotations

from trigpoint.graph import iris
from trigpoint.graph.history.links import links
from trigpoint.graph.history.stored import read_stored
from trigpoint.graph.mapping.writer import GraphWriter
from trigpoint.graph.store.files import GraphFiles, sorted_nquads

__all__ = ["history_graph"]


def history_graph(graphs: GraphFiles) -> tuple[str, bytes]:
    """Return the IRI of the graph and its sorted N-Quads, made anew from the stored reviews."""
    writer = GraphWriter(iris.derived_graph("history"))
    for subject, property_, target in links(read_stored(graphs)):
        writer.link(subject, property_, target)
    return writer.graph.value, sorted_nquads(writer.quads)
