"""Graphs that belong to no single review: vocabulary, facts on authorities, what is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from typing import Final

from trigpoint.graph import iris
from trigpoint.graph.reference import reference_quads
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.ontology.vocabulary import vocabulary_quads


def _themes(store: EmbeddedStore) -> tuple[str, bytes]:
    from trigpoint.graph.tagging.quads import themes_graph  # noqa: PLC0415

    return themes_graph(store.graphs)


def _recurrence(store: EmbeddedStore) -> tuple[str, bytes]:
    from trigpoint.graph.recurrence import recurrence_graph  # noqa: PLC0415

    return recurrence_graph(store)


def _history(store: EmbeddedStore) -> tuple[str, bytes]:
    from trigpoint.graph.history import history_graph  # noqa: PLC0415

    return history_graph(store.graphs)


COMPUTED: Final[dict[str, Callable[[EmbeddedStore], tuple[str, bytes]]]] = {
    "themes": _themes,
    "recurrence": _recurrence,
    "history": _history,
}
"""What is computed from the stored reviews alone, the longest first.

Each is imported by the process that computes it alone: some libraries take over a second to load.
"""


def derived_graphs() -> Iterator[tuple[str, bytes]]:
    """Yield each derived graph: its IRI and its sorted N-Quads."""
    vocabulary = iris.derived_graph("vocabulary")
    yield vocabulary, sorted_nquads(vocabulary_quads(vocabulary))
    reference = iris.derived_graph("reference")
    yield reference, sorted_nquads(reference_quads(reference))


def computed_graphs(
    store: EmbeddedStore, executor: Executor | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield each graph that is computed from the stored reviews; side by side if they may."""
    if executor is None:
        yield from (computed_graph(name, store.place) for name in COMPUTED)
        return
    done = [executor.submit(computed_graph, name, store.place) for name in COMPUTED]
    yield from (future.result() for future in done)


def computed_graph(name: str, place: str) -> tuple[str, bytes]:
    """Return one of the computed graphs of the store in a folder: its IRI and its N-Quads."""
    return COMPUTED[name](EmbeddedStore(place))
