"""Reads `queries/views/*.rq`: each is a network that two queries draw from a store."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from trigpoint.errors import ReferenceDataError
from trigpoint.queries.loader import Askable, parameters_of, read_header, read_query, unknown

EDGES: Final = "\n#= edges\n"
"""The line between the query for the nodes and the query for the edges."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View(Askable):
    """A network: the queries for its nodes and edges, and what their columns mean.

    `nodes` give `id`, `label`, `kind` and more, `edges` give `source`, `target`, `kind`, `weight`
    and more; `start` and `end` are dates as precise as printed. Columns in `lists` hold several
    values, one a line.
    """

    about: str
    directed: bool
    nodes: str
    edges: str
    node_columns: dict[str, str]
    edge_columns: dict[str, str]
    lists: frozenset[str]


@cache
def views() -> dict[str, View]:
    """Return all views by name, sorted."""
    entries = (entry.name for entry in files(__package__).joinpath("views").iterdir())
    names = (name.removesuffix(".rq") for name in entries if name.endswith(".rq"))
    return {name: _read_view(name) for name in sorted(names)}


def view(name: str) -> View:
    """Return a view by name; raises UnknownName with the nearest ones."""
    known = views()
    if name not in known:
        raise unknown("view", name, list(known))
    return known[name]


def _read_view(name: str) -> View:
    nodes, between, edges = read_query(f"views/{name}").partition(EDGES)
    if not between:
        raise ReferenceDataError(f"it has no line {EDGES.strip()!r}", subject=name)
    header = read_header(nodes, name)
    try:
        return View(
            name=name,
            title=header["title"],
            parameters=parameters_of(header),
            caveat=header["caveat"],
            about=header["about"],
            directed=header["directed"],
            nodes=nodes,
            edges=edges,
            node_columns=header["nodes"],
            edge_columns=header["edges"],
            lists=frozenset(header.get("lists", ())),
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"its header is incomplete: {error}", subject=name) from error
