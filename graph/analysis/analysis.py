"""What an analysis is, and what it gives: a table, and a network with the measures on its nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx

Value: TypeAlias = str | int | float | bool | None
Measures: TypeAlias = Mapping[str, Mapping[str, Value]]
"""Values by node, those to read first in front; nodes that are not measured are absent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A measure of the nodes of a view.

    `columns` say what each value means, `beside` names the attributes of a node that help to read
    them, `caveat` what to beware of.
    """

    name: str
    title: str
    view: str
    about: str
    columns: Mapping[str, str]
    beside: tuple[str, ...]
    caveat: str
    measure: Callable[[nx.MultiGraph], Measures]


@dataclass(frozen=True, slots=True)
class Analysed:
    """An analysis done: the network of the view carries the measures as attributes of its nodes."""

    analysis: Analysis
    graph: nx.MultiGraph
    measured: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns of the table."""
        return ("label", *self.analysis.beside, *self.analysis.columns, "id")

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of the table, those to read first in front; None where a value lacks."""
        for node in self.measured:
            row = {**self.graph.nodes[node], "id": node}
            yield tuple(row.get(column) for column in self.columns)


def weighted(graph: nx.MultiGraph) -> nx.Graph:
    """Return a network without direction and parallel edges, whose weights are summed.

    Its nodes are the positions of those of `graph`: sets of small numbers have an order that is
    the same every time, sets of texts have not.
    """
    place = {node: number for number, node in enumerate(graph)}
    simple = nx.Graph()
    simple.add_nodes_from(place.values())
    for source, target, weight in graph.edges(data="weight", default=1):
        ends = place[source], place[target]
        before = simple.get_edge_data(*ends, {"weight": 0})["weight"]
        simple.add_edge(*ends, weight=before + weight)
    return simple
