"""Graphs that belong to no single review: the vocabulary, and the facts on authorities."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.graph import iris
from trigpoint.graph.reference import reference_quads
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.ontology.vocabulary import vocabulary_quads


def derived_graphs() -> Iterator[tuple[str, bytes]]:
    """Yield each derived graph: its IRI and its sorted N-Quads."""
    vocabulary = iris.derived_graph("vocabulary")
    yield vocabulary, sorted_nquads(vocabulary_quads(vocabulary))
    reference = iris.derived_graph("reference")
    yield reference, sorted_nquads(reference_quads(reference))
