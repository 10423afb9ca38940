"""Everything that can go wrong with a query, with its HTTP status."""

from __future__ import annotations

from typing import Final

from trigpoint.errors import QueryError
from trigpoint.ontology.namespaces import GRAPH
from trigpoint.web.negotiation import Format
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Fault

_TAKES: Final = "application/sparql-query, or application/x-www-form-urlencoded with query="


class Refused(QueryError):
    """A request that gets no answer; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.title, subject=fault.detail, remedy=fault.remedy)
        self.fault = fault


def malformed(detail: str, remedy: str = "") -> Fault:
    """Return the fault of a request that is no query operation of the protocol."""
    return Fault(status=400, title="This is no query request", detail=detail, remedy=remedy)


def refused(error: QueryError) -> Fault:
    """Return the fault of a query that the store refuses."""
    title = "The query is refused"
    return Fault(status=400, title=title, detail=error.problem, remedy=error.remedy)


def not_our_graph(iri: str) -> Fault:
    """Return the fault of a request over a graph that is not of this store."""
    return Fault(
        status=400,
        title="The query is refused",
        detail=f"<{iri}> is no graph of this store, and nothing is loaded from the web",
        remedy=f"Graphs of this store begin with {GRAPH}",
    )


def update() -> Fault:
    """Return the fault of an update operation."""
    return Fault(
        status=403,
        title="Updates are refused",
        detail="this endpoint only reads",
        remedy="Send a query: SELECT, ASK, CONSTRUCT or DESCRIBE",
    )


def method_not_allowed(method: str) -> Fault:
    """Return the fault of a method that the protocol does not have."""
    title = f"{method} is not allowed here"
    return Fault(status=405, title=title, remedy="Use GET or POST")


def not_acceptable(offered: tuple[Format, ...]) -> Fault:
    """Return the fault of a client that takes none of the formats of an answer."""
    return Fault(
        status=406,
        title="This answer has no format that you accept",
        expected=tuple(form.media_type for form in offered),
        remedy="Name one of these in Accept, or in the parameter format",
    )


def too_large(limits: Limits) -> Fault:
    """Return the fault of a request with too large a query."""
    return Fault(
        status=413,
        title="The request is too large",
        detail=f"at most {limits.body} bytes are read",
        remedy="Send a shorter query",
    )


def wrong_media_type(media: str) -> Fault:
    """Return the fault of a body that is not one of the protocol's."""
    detail = f"{media} is no query" if media else "the body has no Content-Type"
    remedy = f"Send {_TAKES}, in UTF-8"
    return Fault(status=415, title="This body cannot be read", detail=detail, remedy=remedy)


def too_slow(seconds: float) -> Fault:
    """Return the fault of a query that was stopped."""
    return Fault(
        status=503,
        title="The query took too long",
        detail=f"it was stopped after {seconds:g} seconds",
        remedy="Narrow it, or ask with a LIMIT",
    )


def too_much_memory(limits: Limits) -> Fault:
    """Return the fault of a query that needs more memory than it may have."""
    return Fault(
        status=503,
        title="The query needs too much memory",
        detail=f"it may take {limits.memory / 1e6:.0f} MB",
        remedy="Narrow it: fewer rows to sort, group or keep apart",
    )


def too_long_an_answer(limits: Limits) -> Fault:
    """Return the fault of a query whose rows are few and huge."""
    return Fault(
        status=503,
        title="The answer is too large",
        detail=f"it may have {limits.answer / 1e6:.0f} MB",
        remedy="Ask for fewer rows with LIMIT and OFFSET, or for shorter values",
    )


def stopped() -> Fault:
    """Return the fault of a query whose process ended before it answered."""
    return Fault(
        status=503,
        title="The query was not answered",
        detail="the process that worked on it ended",
        remedy="It may be nested too deeply, or need too much memory; simplify it",
    )


def busy(limits: Limits) -> Fault:
    """Return the fault of one query too many."""
    return Fault(
        status=503,
        title="Too many queries at the moment",
        detail=f"{limits.workers} are answered at a time",
        remedy="Try again in a moment",
        retry_after=_soon(limits),
    )


def too_many(limits: Limits) -> Fault:
    """Return the fault of a client that asks too much at once."""
    return Fault(
        status=429,
        title="Too many queries from your address at the moment",
        detail=f"{limits.per_client} of one client are taken at a time",
        remedy="Ask again when one of them is answered",
        retry_after=_soon(limits),
    )


def _soon(limits: Limits) -> int:
    """Return after how many seconds a place may be free: half of what a query may take."""
    return max(1, round(limits.seconds / 2))


def left() -> Fault:
    """Return the fault of a client that did not wait; 499 is what access logs call it."""
    return Fault(status=499, title="The client has gone")


def unavailable(detail: str, status: int = 503) -> Fault:
    """Return the fault of a store that cannot be read now (503) or reached (502)."""
    return Fault(
        status=status,
        title="The store cannot be read at the moment",
        detail=detail,
        remedy="Try again in a moment",
        retry_after=2,
    )


def failed(detail: str) -> Fault:
    """Return the fault of a query that is right and cannot be worked out."""
    return Fault(status=500, title="The query cannot be answered", detail=detail)
