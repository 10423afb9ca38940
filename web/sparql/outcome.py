"""An answer read back into terms, for a page to show."""

from __future__ import annotations

from typing import Final

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import (
    Answer,
    Engine,
    Fault,
    Job,
    Outcome,
    Query,
    Reply,
    Term,
)

_ROWS: Final = "json"
_TRIPLES: Final = "nt"


def job_for_page(query: Query, limits: Limits) -> Job:
    """Return the job whose reply `read_outcome` reads."""
    return Job(query, _ROWS, _TRIPLES, limits.rows, limits.seconds)


def answer(engine: Engine, query: Query, limits: Limits) -> Outcome:
    """Return what a query finds, at most `limits.rows` of it, or its fault; nothing is raised."""
    return read_outcome(engine.submit(job_for_page(query, limits)).result(), limits)


def read_outcome(reply: Reply, limits: Limits) -> Outcome:
    """Return a reply as terms."""
    if isinstance(reply, Fault):
        return Outcome(kind="error", fault=reply)
    columns, rows, truth = _read_rows(reply)
    return Outcome(
        kind=reply.kind,
        columns=columns,
        rows=rows,
        truth=truth,
        triples=_read_triples(reply),
        milliseconds=reply.milliseconds,
        truncated=reply.truncated,
        limit=limits.rows if reply.truncated else 0,
    )


def _read_rows(
    reply: Answer,
) -> tuple[tuple[str, ...], tuple[tuple[Term | None, ...], ...], bool | None]:
    if reply.kind == "graph":
        return (), (), None
    result = parse_query_results(reply.body, format=QueryResultsFormat.JSON)
    if isinstance(result, QueryBoolean):
        return (), (), bool(result)
    columns = tuple(variable.value for variable in result.variables)
    return columns, tuple(tuple(row) for row in result), None


def _read_triples(reply: Answer) -> tuple[Triple, ...]:
    if reply.kind != "graph":
        return ()
    return tuple(quad.triple for quad in parse(reply.body, format=RdfFormat.N_TRIPLES))
