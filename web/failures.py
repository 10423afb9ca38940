"""When something goes wrong: a page that says what and what to do, or JSON for programs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from trigpoint.errors import QueryError, StoreError, TrigpointError, UnknownName
from trigpoint.web.negotiation import HTML, JSON, Format, best
from trigpoint.web.page import Page
from trigpoint.web.responses import Shelf, send
from trigpoint.web.site import Site

Handler = Callable[[Request, Exception], Awaitable[Response]]


class NotAcceptable(TrigpointError):
    """None of the formats that a client accepts can be sent."""

    def __init__(self, formats: Sequence[Format]) -> None:
        known = ", ".join(form.media_type for form in formats)
        super().__init__("none of the accepted formats can be sent", remedy=f"Ask for: {known}")


_STATUS = ((UnknownName, 404), (NotAcceptable, 406), (StoreError, 503), (QueryError, 422))


def handlers(site: Site) -> dict[int | type[Exception], Handler]:
    """Return what answers our own errors, those of the framework, and whatever else."""

    async def ours(request: Request, error: Exception) -> Response:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 400)
        return _told(site, request, status, str(error))

    async def theirs(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - registered for these alone
        return _told(site, request, error.status_code, error.detail)

    async def unforeseen(request: Request, _error: Exception) -> Response:
        return _told(site, request, 500, "Something went wrong here. It is in the log.")

    return {TrigpointError: ours, HTTPException: theirs, Exception: unforeseen}


def _told(site: Site, request: Request, status: int, message: str) -> Response:
    form = best(request.headers.get("accept", ""), (HTML, JSON))
    if status == 406 or form is None:
        return PlainTextResponse(f"{message}\n", status, {"Vary": "Accept"})
    if form is JSON or request.url.path.startswith("/api/"):
        return JSONResponse({"status": status, "error": message}, status)
    page = Page("failure.html", _TITLES.get(status, "That did not work"), {"message": message})
    body = site.rendered(request, page.with_status(status))
    return send(request, Shelf(0).get(None, lambda: body))


_TITLES = {404: "Not here", 503: "Not now", 422: "That cannot be answered", 500: "An error"}
