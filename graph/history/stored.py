"""What the stored reviews say that ties one to an earlier one: dates, judged items, grades told.

Read from the files, not from the index, which is out of date while a build goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pyoxigraph import QuerySolutions, RdfFormat
from pyoxigraph import Store as Oxigraph

from trigpoint.graph.store.files import GraphFiles
from trigpoint.ontology.namespaces import DEF, GRAPH
from trigpoint.queries import read_query

_OF_REVIEWS: Final = (
    "aboutAuthority",
    "conductedUnder",
    "startDate",
    "published",
    "reviewPart",
    "previousInspectionDate",
)
_OF_GRADES: Final = ("madeIn", "scale", "item", "function", "grade", "rank", "time", "level")
_WANTED: Final = {f"<{DEF}{name}>".encode() for name in (*_OF_REVIEWS, *_OF_GRADES)}


@dataclass(frozen=True, slots=True)
class Review:
    """A review by IRIs; `date` is its first day, `told` that of the one before, as it says."""

    iri: str
    authority: str
    framework: str
    part: str
    date: str
    told: str


@dataclass(frozen=True, slots=True)
class Graded:
    """A judgement, or a statement of an earlier grade, by IRIs: what is graded, on which scale."""

    iri: str
    review: str
    item: str
    scale: str
    functions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stored:
    """All reviews, their graded judgements, and what they tell of earlier grades, each by IRI."""

    reviews: tuple[Review, ...]
    judgements: tuple[Graded, ...]
    told: tuple[Graded, ...]


def read_stored(graphs: GraphFiles) -> Stored:
    """Return what the stored reviews say."""
    names = (name for name in graphs.names() if name.startswith(f"{GRAPH}inspection/"))
    lines = (line for name in names for line in _wanted(graphs.read(name)))
    store = Oxigraph()
    store.bulk_load(input=b"".join(lines), format=RdfFormat.N_QUADS)
    return Stored(
        tuple(Review(*row) for row in _rows(store, "history-reviews")),
        tuple(_graded(store, "history-judgements")),
        tuple(_graded(store, "history-statements")),
    )


def _wanted(nquads: bytes) -> Iterator[bytes]:
    for line in nquads.splitlines(keepends=True):
        if line.split(b" ", 2)[1] in _WANTED:
            yield line


def _rows(store: Oxigraph, name: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(read_query(f"derivation/{name}"), use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)  # noqa: S101 - our own SELECT
    for row in answer:
        yield tuple("" if value is None else value.value for value in row)


def _graded(store: Oxigraph, name: str) -> Iterator[Graded]:
    for key, rows in groupby(_rows(store, name), key=lambda row: row[:4]):
        iri, review, item, scale = key
        yield Graded(iri, review, item, scale, frozenset(row[4] for row in rows) - {""})
