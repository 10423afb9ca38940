"""Reads the folders of `queries/views/`: each is a network that two queries draw from a store."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trigpoint.errors import ReferenceDataError
from trigpoint.queries.loader import Askable, parameters_of, read_header, read_query, unknown


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
    folders = files(__package__).joinpath("views").iterdir()
    return {name: _read_view(name) for name in sorted(folder.name for folder in folders)}


def view(name: str) -> View:
    """Return a view by name; raises UnknownName with the nearest ones."""
    known = views()
    if name not in known:
        raise unknown("view", name, list(known))
    return known[name]


def _read_view(name: str) -> View:
    nodes = read_query(f"views/{name}/nodes")
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
            edges=read_query(f"views/{name}/edges"),
            node_columns=header["nodes"],
            edge_columns=header["edges"],
            lists=frozenset(header.get("lists", ())),
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"its header is incomplete: {error}", subject=name) from error
