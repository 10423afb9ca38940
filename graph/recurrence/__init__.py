"""What is asked for again: clusters of like recommendations, and links to earlier ones.

asks ─▶ representations ─▶ neighbours ─▶ likeness ─┬─▶ grouping ─┬─▶ quads
                                        overlay ───┴─▶ links ────┘
"""

from __future__ import annotations

from trigpoint.graph import iris
from trigpoint.graph.recurrence.asks import Ask, read_asks
from trigpoint.graph.recurrence.method import DEFAULT, Method
from trigpoint.graph.recurrence.overlay import Verdicts, read_verdicts
from trigpoint.graph.recurrence.quads import recurrence_quads
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import sorted_nquads

__all__ = [
    "DEFAULT",
    "Ask",
    "Method",
    "Verdicts",
    "read_asks",
    "read_verdicts",
    "recurrence_graph",
    "recurrence_quads",
]


def recurrence_graph(store: EmbeddedStore) -> tuple[str, bytes]:
    """Return the derived graph of a store's recommendations: its IRI and its sorted N-Quads.

    Depends on the graphs of the reviews and on the overlay alone.
    """
    graph = iris.derived_graph("recurrence")
    verdicts = read_verdicts(store.folder)
    quads = recurrence_quads(read_asks(store.graphs), graph, verdicts=verdicts)
    return graph, sorted_nquads(quads)
