"""What travels between the endpoint, the processes that answer and the page."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as RdfLiteral

from trigpoint.web.sparql.leaving import Leaving

Kind: TypeAlias = Literal["select", "ask", "graph"]
Term: TypeAlias = NamedNode | BlankNode | RdfLiteral | Triple


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs, by IRI, that a request asks to be queried instead of those of the query."""

    default: tuple[str, ...]
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it came, and the graphs that the request names, if any."""

    text: str
    dataset: Dataset | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """A query with the names of the formats wanted: for solutions, and for triples.

    A format is None when the client takes none of ours. At most `rows` are returned, and at most
    `seconds` are spent.
    """

    query: Query
    rows_format: str | None
    graph_format: str | None
    rows: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer in the format named; `truncated` when there were more rows than allowed."""

    kind: Kind
    format: str
    body: bytes
    truncated: bool = False
    milliseconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why there is no answer, with an HTTP status.

    `line` and `column` count characters from 1; `excerpt` is that line with a caret under the
    place; `retry_after` is in seconds.
    """

    status: int
    title: str
    detail: str = ""
    remedy: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    expected: tuple[str, ...] = ()
    retry_after: int | None = None


Reply: TypeAlias = Answer | Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A reply for a page to show: rows of `columns`, a truth value, triples, or a fault.

    `limit` is the number of rows it was cut at when it is `truncated`.
    """

    kind: Kind | Literal["error"]
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[Triple, ...] = ()
    milliseconds: int = 0
    truncated: bool = False
    limit: int = 0
    fault: Fault | None = None


class Engine(Protocol):
    """Whatever answers jobs, a limited number at a time."""

    def submit(self, job: Job, leaving: Leaving | None = None) -> Future[Reply]:
        """Answer a job, at once or when its turn comes, unless who asked has gone."""
        ...

    def version(self) -> str:
        """Return a name for the present state of the store."""
        ...

    def warm(self) -> None:
        """Make ready in the background for the first query."""
        ...

    def close(self) -> None:
        """Stop, and let nothing live on."""
        ...
