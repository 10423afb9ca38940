"""The addresses of the search: a page, its twins as JSON and CSV, and suggestions for the box."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from trigpoint.web.page import Page
from trigpoint.web.search.background import Indexer
from trigpoint.web.search.data import as_csv, as_json
from trigpoint.web.search.entries import Library
from trigpoint.web.search.index import Index
from trigpoint.web.search.narrowing import facets_of, label_of
from trigpoint.web.search.results import FACETS, Choice
from trigpoint.web.search.searching import search
from trigpoint.web.search.suggestions import suggest
from trigpoint.web.tables import address

Renderer: TypeAlias = Callable[[Request, Page], Response]
"""Makes the response of a page."""

_OF_EACH_KIND: Final = 5
_OF_ONE_KIND: Final = 25
_DATA_LIMIT: Final = 1_000
_LONGEST: Final = 500
"""Characters of a query that are read."""
_RETRY_SECONDS: Final = "2"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address of the search asks for; `page` counts from 1 within one kind."""

    text: str
    choice: Choice
    exact: bool
    page: int

    @classmethod
    def of(cls, request: Request) -> Asked:
        """Read the parameters; what makes no sense is as if it were not there."""
        given = request.query_params
        page = given.get("page", "1")
        return cls(
            text=given.get("q", "")[:_LONGEST].strip(),
            choice=Choice(**{facet: given.get(facet, "") for facet in FACETS}),
            exact=given.get("exact", "") == "1",
            page=int(page) if page.isdecimal() and 0 < len(page) < 5 else 1,
        )


def routes(library: Library, render: Renderer, indexer: Indexer | None = None) -> list[Route]:
    """Return the routes of the search; the index is made when it is first wanted."""
    pages = SearchPages(library, render, indexer or Indexer(library))
    return [
        Route("/search", pages.page),
        Route("/search.json", pages.json),
        Route("/search.csv", pages.csv),
        Route("/search/suggest", pages.suggestions),
    ]


class SearchPages:
    """The endpoints, over one indexer."""

    def __init__(self, library: Library, render: Renderer, indexer: Indexer) -> None:
        self._library = library
        self._render = render
        self.indexer = indexer

    def page(self, request: Request) -> Response:
        """Answer with a page, or as data where `format` says so."""
        form = request.query_params.get("format", "")
        if form in ("json", "csv"):
            left = address(request.query_params.multi_items(), {"format": ""})
            return RedirectResponse(f"/search.{form}{left}", status_code=303)
        asked = Asked.of(request)
        index = self.indexer.current()
        if index is None:
            return self._not_yet(request, asked)
        return self._render(request, self._found(request, asked, index))

    def _found(self, request: Request, asked: Asked, index: Index) -> Page:
        limit = _OF_ONE_KIND if asked.choice.kind else _OF_EACH_KIND
        offset = (asked.page - 1) * limit if asked.choice.kind else 0
        results = search(
            index, asked.text, asked.choice, exact=asked.exact, limit=limit, offset=offset
        )
        query = request.query_params.multi_items()
        context: dict[str, Any] = {
            "ready": True,
            "asked": asked,
            "results": results,
            "facets": facets_of(results, asked.choice, query, self._library),
            "first": offset + 1,
            "pages": max(1, -(-results.total // limit)) if asked.choice.kind else 1,
            "link": lambda **changes: address(query, {"page": "", **changes}),
            "authority_label": lambda value: label_of("authority", value, self._library),
            "framework_label": lambda value: label_of("framework", value, self._library),
        }
        return Page("search.html", _title(asked), context)

    def _not_yet(self, request: Request, asked: Asked) -> Response:
        """Say that the index is being made; the browser asks again by itself."""
        page = Page("search.html", _title(asked), {"ready": False, "asked": asked}, status=202)
        response = self._render(request, page)
        response.headers["Retry-After"] = response.headers["Refresh"] = _RETRY_SECONDS
        return response

    def json(self, request: Request) -> Response:
        """Answer with the same as JSON; `limit` and `offset` count hits of each kind."""
        index = self.indexer.current()
        if index is None:
            return _busy()
        asked = Asked.of(request)
        given = request.query_params
        results = search(
            index,
            asked.text,
            asked.choice,
            exact=asked.exact,
            limit=min(_number(given.get("limit", ""), _OF_ONE_KIND), _DATA_LIMIT),
            offset=_number(given.get("offset", ""), 0),
        )
        return JSONResponse(as_json(results))

    def csv(self, request: Request) -> Response:
        """Answer with every hit as CSV, the best first."""
        index = self.indexer.current()
        if index is None:
            return _busy()
        asked = Asked.of(request)
        content = as_csv(index, asked.text, asked.choice, exact=asked.exact)
        headers = {"Content-Disposition": 'attachment; filename="search.csv"'}
        return Response(content, media_type="text/csv", headers=headers)

    def suggestions(self, request: Request) -> Response:
        """Answer with things to go to, for what is typed so far."""
        index = self.indexer.current()
        text = request.query_params.get("q", "")[:_LONGEST].lstrip()
        found = suggest(index, text) if index else ()
        rows = [{"label": one.label, "kind": one.kind, "href": one.href} for one in found]
        return JSONResponse({"ready": index is not None, "suggestions": rows})


def _title(asked: Asked) -> str:
    return f"Search: {asked.text}" if asked.text else "Search"


def _number(given: str, otherwise: int) -> int:
    return int(given) if given.isdecimal() and len(given) < 7 else otherwise


def _busy() -> Response:
    return JSONResponse(
        {"error": "The search index is being made. Ask again in a moment."},
        status_code=503,
        headers={"Retry-After": _RETRY_SECONDS},
    )
