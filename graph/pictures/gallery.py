"""From a name to a drawing: the query answered, the picture found, the frame put around it."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module

from pyoxigraph import QuerySolutions

from trigpoint.errors import NothingToShow, QueryError
from trigpoint.graph.pictures import plots
from trigpoint.graph.pictures.drawing import Drawing
from trigpoint.graph.pictures.frame import Frame, framed
from trigpoint.graph.pictures.picture import Picture, Row
from trigpoint.graph.pictures.words import day
from trigpoint.graph.questions import bindings_for
from trigpoint.graph.store.base import Bindings, Store
from trigpoint.queries import picture_query, read_query


@cache
def pictures() -> dict[str, type[Picture]]:
    """Return all pictures by name: the `PICTURE` of every module of `plots`."""
    modules = (module.name for module in pkgutil.iter_modules(plots.__path__))
    return {
        name.replace("_", "-"): import_module(f"{plots.__name__}.{name}").PICTURE
        for name in sorted(modules)
    }


def draw(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Drawing:
    """Draw a picture of what a store holds.

    Raises UnknownName for a picture, parameter or value not known, NothingToShow where the store
    has nothing of it.
    """
    asked = picture_query(name)
    rows = list(_rows(store, asked.text, bindings_for(store, asked, parameters or {})))
    if not rows:
        raise NothingToShow(
            asked.absent.rstrip("."), subject=name, remedy="Build more reports into the store"
        )
    picture = pictures()[name].of(rows)
    return framed(picture, Frame(picture.finding, _source(store), asked.caveat))


def _source(store: Store) -> str:
    [loaded] = _rows(store, read_query("frame/loaded"), {})
    return (
        f"{loaded['reports']} reports as read by Trigpoint, the latest of {day(loaded['latest'])}."
    )


def _rows(store: Store, query: str, bindings: Bindings) -> Iterator[Row]:
    answer = store.query(query, bindings=bindings)
    if not isinstance(answer, QuerySolutions):
        raise QueryError("a picture's query must SELECT")
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield {name: "" if row[name] is None else row[name].value for name in names}
