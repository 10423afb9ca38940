"""Graphs that belong to no single review: vocabulary, facts on authorities, what is computed."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.graph import iris
from trigpoint.graph.history import history_graph
from trigpoint.graph.recurrence import recurrence_graph
from trigpoint.graph.reference import reference_quads
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.graph.tagging.quads import themes_graph
from trigpoint.ontology.vocabulary import vocabulary_quads


def derived_graphs() -> Iterator[tuple[str, bytes]]:
    """Yield each derived graph: its IRI and its sorted N-Quads."""
    vocabulary = iris.derived_graph("vocabulary")
    yield vocabulary, sorted_nquads(vocabulary_quads(vocabulary))
    reference = iris.derived_graph("reference")
    yield reference, sorted_nquads(reference_quads(reference))


def computed_graphs(store: EmbeddedStore) -> Iterator[tuple[str, bytes]]:
    """Yield each graph that is computed from the stored reviews."""
    yield history_graph(store.graphs)
    yield themes_graph(store.graphs)
    yield recurrence_graph(store)
