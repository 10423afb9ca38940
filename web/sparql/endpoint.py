"""The route `/sparql`: read the request, have it answered, send the reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trigpoint.graph.store import EmbeddedStore, Store
from trigpoint.web.negotiation import Format
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.asking import Asking
from trigpoint.web.sparql.description import Description
from trigpoint.web.sparql.faults import Refused
from trigpoint.web.sparql.formats import GRAPHS, ROWS, choose, prefers_html
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.outcome import job_for_page, read_outcome
from trigpoint.web.sparql.pool import WorkerPool
from trigpoint.web.sparql.protocol import Operation, read_operation, wanted_format
from trigpoint.web.sparql.remote import Relay
from trigpoint.web.sparql.sending import open_to_all, preflight, send_answer, send_fault
from trigpoint.web.sparql.values import Engine, Fault, Job, Outcome

Page: TypeAlias = Callable[[Request, str, Outcome | None], Response]
"""Makes the page of a request, its query (or nothing) and what came of it."""

PATH: Final = "/sparql"
_READING: Final = ("GET", "HEAD", "POST")
_METHODS: Final = [*_READING, "OPTIONS", "PUT", "DELETE", "PATCH"]  # the last are told no by us


def engine_for(store: Store, limits: Limits) -> Engine:
    """Return what answers queries over a store; its owner warms and closes it."""
    if isinstance(store, EmbeddedStore):
        return WorkerPool(store, limits)
    return Relay(store, limits)


def routes(
    store: Store,
    limits: Limits,
    *,
    page: Page | None = None,
    engine: Engine | None = None,
    base_url: str = "",
) -> list[Route]:
    """Return the routes of the endpoint.

    `page` is called for clients that prefer HTML. `engine` is given by whoever wants to warm it
    and to close it; the processes of one made here end with the program. `base_url` is how the
    world sees the server, where requests do not say.
    """
    endpoint = Endpoint(engine or engine_for(store, limits), limits, page, base_url)
    return [Route(PATH, endpoint.respond, methods=_METHODS, name="sparql")]


class Endpoint:
    """Answers requests; it keeps nothing of them."""

    def __init__(
        self, engine: Engine, limits: Limits, page: Page | None, base_url: str = ""
    ) -> None:
        self._asking = Asking(engine, limits)
        self._limits = limits
        self._page = page
        self._base_url = base_url.rstrip("/")
        self._description = Description(engine, limits)

    async def respond(self, request: Request) -> Response:
        """Answer a request of any method."""
        if request.method == "OPTIONS":
            return open_to_all(preflight(request))
        try:
            response = await self._answer(request)
        except Refused as refused:
            response = await self._refuse(request, refused.fault)
        return open_to_all(response)

    async def _answer(self, request: Request) -> Response:
        if request.method not in _READING:
            raise Refused(faults.method_not_allowed(request.method))
        operation = await read_operation(request, self._limits)
        accept = _accept(request)
        if self._page and prefers_html(accept, operation.wanted):
            return await self._show(self._page, request, operation)
        if operation.query is None:
            return await self._describe(request, choose(GRAPHS, accept, operation.wanted))
        rows, graph = (choose(forms, accept, operation.wanted) for forms in (ROWS, GRAPHS))
        if not rows and not graph:
            raise Refused(faults.not_acceptable(ROWS + GRAPHS))
        limits, forms = self._limits, (_ending(rows), _ending(graph))
        return await self._send(request, Job(operation.query, *forms, limits.rows, limits.seconds))

    async def _send(self, request: Request, job: Job) -> Response:
        reply = await self._asking.reply(request, job)
        if isinstance(reply, Fault):
            raise Refused(reply)
        return send_answer(reply, job.rows)

    async def _show(self, page: Page, request: Request, operation: Operation) -> Response:
        if operation.query is None:
            return await run_in_threadpool(page, request, "", None)
        job = job_for_page(operation.query, self._limits)
        reply = await self._asking.reply(request, job)
        outcome = await run_in_threadpool(read_outcome, reply, self._limits)
        return await _render(page, request, operation.query.text, outcome)

    async def _describe(self, request: Request, form: Format | None) -> Response:
        if form is None:
            raise Refused(faults.not_acceptable(GRAPHS))
        seen = str(request.url.replace(query="", fragment=""))
        endpoint = self._base_url + PATH if self._base_url else seen
        body = await self._description.write(endpoint, form)
        return Response(body, headers={"Content-Type": form.content_type})

    async def _refuse(self, request: Request, fault: Fault) -> Response:
        accept = _accept(request)
        if self._page and prefers_html(accept, wanted_format(request)):
            return await _render(self._page, request, "", Outcome(kind="error", fault=fault))
        return send_fault(fault, accept)


async def _render(page: Page, request: Request, query: str, outcome: Outcome) -> Response:
    """Return the page of an outcome, with the status of its fault."""
    response = await run_in_threadpool(page, request, query, outcome)
    if outcome.fault:
        response.status_code = outcome.fault.status
    return response


def _accept(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def _ending(form: Format | None) -> str | None:
    return form.ending if form else None
