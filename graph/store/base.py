"""What every store can do, and how a query is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeAlias

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
)

Term: TypeAlias = NamedNode | Literal
Bindings: TypeAlias = Mapping[str, Term]
Answer: TypeAlias = QuerySolutions | QueryBoolean | Iterable[Triple]


def complete(answer: Answer) -> bytes | QueryBoolean | list[Triple]:
    """Work out all rows of a lazy answer, so that a time limit around this call means all of it.

    Rows come back as JSON: solutions may not leave the thread that made them.
    """
    if isinstance(answer, QuerySolutions):
        return answer.serialize(format=QueryResultsFormat.JSON) or b""
    return answer if isinstance(answer, QueryBoolean) else list(answer)


def opened(whole: bytes | QueryBoolean | list[Triple]) -> Answer:
    """Return what `complete` worked out as an answer of the calling thread."""
    if isinstance(whole, bytes):
        return parse_query_results(whole, format=QueryResultsFormat.JSON)
    return whole


class Store(Protocol):
    """A place that holds named graphs and answers SPARQL queries over all of them together."""

    place: str

    def query(
        self, text: str, *, bindings: Bindings | None = None, seconds: float | None = None
    ) -> Answer:
        """Answer a query, read only; variables named in `bindings` have those values.

        Raises QueryError when the query is wrong, refused, or not answered within `seconds`.
        """
        ...
