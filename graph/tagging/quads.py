"""The derived graph of themes and functions: made of the stored recommendations and findings alone.

Each tag is said twice: as a property of the statement, for short queries, and as a node of its own
with the words that triggered it and how far it can be trusted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import Final

from pyoxigraph import Quad

from trigpoint.errors import StoreError
from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import GraphWriter, decimal
from trigpoint.graph.store.files import GraphFiles, sorted_nquads
from trigpoint.graph.tagging import Kind, Tag, functions_of, themes_of
from trigpoint.graph.tagging.statements import Words, stated_words

GRAPH_NAME: Final = "themes"
_DECIDING: Final = {
    "data": ("theme_triggers.csv", "function_triggers.csv"),
    "ontology": ("themes.ttl", "functions.ttl"),
    "graph.tagging": ("__init__.py", "likeness.py", "quads.py", "rules.py", "statements.py"),
}


def themes_graph(graphs: GraphFiles) -> tuple[str, bytes]:
    """Return the IRI of the graph and its sorted N-Quads; the stored ones where nothing changed."""
    graph = iris.derived_graph(GRAPH_NAME)
    words = tuple(stated_words(graphs))
    state = _state_of(words)
    stored = _stored(graphs, graph)
    if f'"{state}"'.encode() in stored:
        return graph, stored
    return graph, sorted_nquads(themes_quads(graph, words, state))


def themes_quads(graph: str, words: Sequence[Words], state: str) -> Iterator[Quad]:
    """Yield the tags of recommendations and findings; `state` names what they were made from."""
    writer = GraphWriter(graph)
    writer.add(graph, "dct:identifier", state)
    for statement in words:
        _add_tags(writer, statement.iri, "theme", themes_of(statement.text))
        _add_tags(
            writer, statement.iri, "function", functions_of(statement.text, statement.heading)
        )
    yield from writer.quads


def _add_tags(writer: GraphWriter, statement: str, kind: Kind, tags: Sequence[Tag]) -> None:
    for tag in tags:
        concept, node = iris.concept(kind, tag.concept), f"{statement}/{kind}/{tag.concept}"
        writer.link(statement, f"tp:{kind}", concept)
        writer.type(node, "tp:Tagging")
        writer.link(node, "oa:hasTarget", statement)
        writer.link(node, "oa:hasBody", concept)
        writer.add(node, "tp:trigger", tag.trigger)
        writer.add(node, "tp:confidence", decimal(tag.score))


def _state_of(words: Sequence[Words]) -> str:
    """Return a name for the statements, the rules and the code together."""
    seen = hashlib.sha256()
    for room, names in _DECIDING.items():
        for name in names:
            seen.update(files(f"trigpoint.{room}").joinpath(name).read_bytes())
    for statement in words:
        seen.update(f"{statement.iri}\0{statement.text}\0{statement.heading}\n".encode())
    return seen.hexdigest()[:16]


def _stored(graphs: GraphFiles, graph: str) -> bytes:
    try:
        return graphs.read(graph)
    except StoreError:
        return b""
