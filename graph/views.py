"""Views of a store as networks, for exports, analysis and pictures."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeAlias

import networkx as nx
from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

from trigpoint.errors import QueryError
from trigpoint.graph.questions import bindings_for
from trigpoint.graph.store.base import Bindings, Store
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.queries import View, view

DEFAULT_VIEW: Final = "authority-theme"

Scalar: TypeAlias = str | int | float | bool
Attributes: TypeAlias = dict[str, Scalar | list[str]]

_NUMBERS: Final[dict[str, Callable[[str], Scalar]]] = {
    PREFIXES["xsd"] + "integer": int,
    PREFIXES["xsd"] + "decimal": float,
    PREFIXES["xsd"] + "double": float,
    PREFIXES["xsd"] + "boolean": "true".__eq__,
}


def view_graph(
    store: Store, name: str = DEFAULT_VIEW, parameters: Mapping[str, str] | None = None
) -> nx.MultiGraph:
    """Return a view as a network; a MultiDiGraph where its edges have a direction.

    Nodes are IRIs. An absent value is no attribute. The key of an edge stays the same as long as
    its ends and kind do. Raises UnknownName for a view, parameter or value not known.
    """
    drawn = view(name)
    bindings = bindings_for(store, drawn, parameters or {})
    graph = nx.MultiDiGraph() if drawn.directed else nx.MultiGraph()
    graph.graph.update(name=name, title=drawn.title, about=drawn.about, caveat=drawn.caveat)
    for node in _rows(store, drawn.nodes, bindings, drawn):
        graph.add_node(node.pop("id"), **node)
    _add_edges(graph, drawn, _rows(store, drawn.edges, bindings, drawn))
    return graph


def _add_edges(graph: nx.MultiGraph, drawn: View, rows: Iterator[Attributes]) -> None:
    alike: Counter[tuple[object, ...]] = Counter()
    for edge in rows:
        ends = edge.pop("source"), edge.pop("target")
        if missing := [end for end in ends if end not in graph]:
            raise QueryError(f"its edges lead to {missing[0]}, no node", subject=drawn.name)
        same = (*ends, edge["kind"])
        alike[same] += 1
        graph.add_edge(*ends, key=_edge_key(*same, alike[same]), **edge)


def _edge_key(*facts: object) -> str:
    """Return a name for an edge that the order of the edges does not change."""
    return "e" + hashlib.sha256("\n".join(map(str, facts)).encode()).hexdigest()[:12]


def _rows(store: Store, query: str, bindings: Bindings, drawn: View) -> Iterator[Attributes]:
    answer = store.query(query, bindings=bindings)
    if not isinstance(answer, QuerySolutions):
        raise QueryError("a view must SELECT", subject=drawn.name)
    names = [variable.value for variable in answer.variables]
    for row in answer:
        values = {name: _value(term) for name in names if (term := row[name]) is not None}
        lists = {name: _items(values.pop(name, "")) for name in drawn.lists & set(names)}
        yield {**values, **lists}


def _value(term: NamedNode | BlankNode | Literal | Triple) -> Scalar:
    assert not isinstance(term, Triple)  # noqa: S101 - our own queries return none
    read = _NUMBERS.get(term.datatype.value, str) if isinstance(term, Literal) else str
    return read(term.value)


def _items(lines: Scalar) -> list[str]:
    return sorted({line for line in str(lines).split("\n") if line})
