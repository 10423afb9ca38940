"""From a name to an analysis done: the view read, its nodes measured, the measures put on them."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from trigpoint.graph.analysis import measures
from trigpoint.graph.analysis.analysis import Analysed, Analysis
from trigpoint.graph.store.base import Store
from trigpoint.graph.views import view_graph
from trigpoint.queries.loader import unknown


@cache
def analyses() -> dict[str, Analysis]:
    """Return all analyses by name: the `ANALYSIS` of every module of `measures`."""
    modules = sorted(module.name for module in pkgutil.iter_modules(measures.__path__))
    found = (import_module(f"{measures.__name__}.{name}").ANALYSIS for name in modules)
    return {analysis.name: analysis for analysis in found}


def analysis(name: str) -> Analysis:
    """Return an analysis by name; raises UnknownName with the nearest ones."""
    known = analyses()
    if name not in known:
        raise unknown("analysis", name, list(known))
    return known[name]


def analyse(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Analysed:
    """Measure the nodes of a view; `parameters` are those of the view.

    Raises UnknownName for an analysis, parameter or value not known.
    """
    chosen = analysis(name)
    graph = view_graph(store, chosen.view, parameters)
    measured = chosen.measure(graph)
    for node, values in measured.items():
        said = {column: value for column, value in values.items() if value is not None}
        graph.nodes[node].update(said)
    graph.graph["caveat"] = f"{graph.graph['caveat']} {chosen.caveat}"
    return Analysed(chosen, graph, tuple(measured))
