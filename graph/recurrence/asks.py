"""What the reports ask for, as recurrence sees it: words, who was asked, when, under what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import QuerySolutions, RdfFormat
from pyoxigraph import Store as Oxigraph

from trigpoint.graph.store.files import GraphFiles
from trigpoint.ontology.namespaces import DEF, GRAPH
from trigpoint.queries import read_query

_OF_ASKS: Final = ("recommendationKind", "fingerprint", "text", "madeIn")
_OF_REVIEWS: Final = ("aboutAuthority", "conductedUnder", "startDate", "published")
_WANTED: Final = {f"<{DEF}{name}>".encode() for name in (*_OF_ASKS, *_OF_REVIEWS)}


@dataclass(frozen=True, slots=True, order=True)
class Ask:
    """A recommendation of a review; all but the text are keys, empty where not known.

    `key` is the fingerprint of the words; `date` is as precise as printed.
    """

    iri: str
    key: str
    text: str
    review: str
    authority: str
    framework: str
    date: str


def read_asks(graphs: GraphFiles) -> tuple[Ask, ...]:
    """Return every recommendation of the stored reviews, sorted by IRI.

    Reads the files and not the index, which is out of date while a build goes on.
    """
    names = (name for name in graphs.names() if name.startswith(f"{GRAPH}inspection/"))
    statements = Oxigraph()
    lines = (line for name in names for line in _wanted(graphs.read(name)))
    statements.bulk_load(input=b"".join(lines), format=RdfFormat.N_QUADS)
    rows = statements.query(read_query("derivation/asks"), use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
    return tuple(Ask(*("" if value is None else value.value for value in row)) for row in rows)


def _wanted(nquads: bytes) -> Iterator[bytes]:
    """Yield the lines whose predicate is wanted: one statement in seven."""
    for line in nquads.splitlines(keepends=True):
        if line.split(b" ", 2)[1] in _WANTED:
            yield line
