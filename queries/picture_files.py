"""Reads `queries/pictures/*.rq`: each is what one picture shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from trigpoint.errors import ReferenceDataError
from trigpoint.queries.loader import Askable, parameters_of, read_header, read_query, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureQuery(Askable):
    """The data of a picture; `absent` says what is missing where there is nothing to show."""

    about: str
    absent: str
    columns: dict[str, str]
    text: str


@cache
def picture_queries() -> dict[str, PictureQuery]:
    """Return the queries of all pictures by name, sorted."""
    entries = (entry.name for entry in files(__package__).joinpath("pictures").iterdir())
    names = (name.removesuffix(".rq") for name in entries if name.endswith(".rq"))
    return {name: _read(name) for name in sorted(names)}


def picture_query(name: str) -> PictureQuery:
    """Return the query of a picture by name; raises UnknownName with the nearest ones."""
    known = picture_queries()
    if name not in known:
        raise unknown("plot", name, list(known))
    return known[name]


def _read(name: str) -> PictureQuery:
    text = read_query(f"pictures/{name}")
    header = read_header(text, name)
    try:
        return PictureQuery(
            name=name,
            title=header["title"],
            parameters=parameters_of(header),
            caveat=header["caveat"],
            about=header["about"],
            absent=header["absent"],
            columns=header["columns"],
            text=text,
        )
    except (KeyError, TypeError) as error:
        raise ReferenceDataError(f"its header is incomplete: {error}", subject=name) from error
