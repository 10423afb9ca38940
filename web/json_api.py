"""The JSON API: lists of things, single things, questions with answers; and its description."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trigpoint.errors import UnknownName
from trigpoint.ontology.namespaces import CONCEPT, ID
from trigpoint.queries import question, questions
from trigpoint.web.negotiation import JSON
from trigpoint.web.openapi import description
from trigpoint.web.pages.questions import answer, given_of, ready
from trigpoint.web.resources import RESOURCES, Resource, resource_of
from trigpoint.web.responses import Body
from trigpoint.web.site import Site, parameters

_OPEN = {"Access-Control-Allow-Origin": "*"}
_MOST = 1_000


def routes(site: Site) -> list[Route]:
    """Return the routes under /api."""
    things = [Route(f"/api{one.path}", partial(_list, site, one)) for one in RESOURCES]
    return [
        Route("/openapi.json", partial(_described, site)),
        *things,
        Route("/api/questions", partial(_questions, site)),
        Route("/api/questions/{name}", partial(_question, site)),
        Route("/api/things/{key:path}", partial(_thing, site)),
    ]


async def _send(
    site: Site, request: Request, make: Callable[[], Any], status: int = 200
) -> Response:
    def body() -> Body:
        content = json.dumps(make(), ensure_ascii=False).encode()
        return Body(content, JSON.content_type, status, _OPEN)

    return await site.answer(request, body, JSON)


async def _described(site: Site, request: Request) -> Response:
    base = str(request.base_url).rstrip("/")
    return await _send(site, request, lambda: description(base))


async def _list(site: Site, kind: Resource, request: Request) -> Response:
    limit, offset = _number(request, "limit", _MOST), _number(request, "offset", 0)

    def make() -> dict[str, Any]:
        rows = kind.rows(site.library)
        names = [column.name for column in kind.columns]
        chosen = rows[offset : offset + limit]
        return {
            "total": len(rows),
            "items": [{name: row.get(name) or None for name in names} for row in chosen],
        }

    return await _send(site, request, make)


def _number(request: Request, name: str, default: int) -> int:
    given = request.query_params.get(name, "")
    return min(int(given), _MOST * 100) if given.isdecimal() and len(given) < 9 else default


async def _questions(site: Site, request: Request) -> Response:
    def make() -> list[dict[str, Any]]:
        return [
            {"name": one.name, "title": one.title, "question": one.question, "caveat": one.caveat}
            for one in questions().values()
        ]

    return await _send(site, request, make)


async def _question(site: Site, request: Request) -> Response:
    def make() -> dict[str, Any]:
        query = parameters(request)
        asked = question(request.path_params["name"])
        given = given_of(asked, query)
        if not ready(asked, given):
            names = ", ".join(one.name for one in asked.parameters if one.required)
            raise UnknownName("a parameter is missing", remedy=f"Give: {names}")
        table = answer(site.library, asked, given, [])
        columns = [column.name for column in table.columns]
        rows = [{name: row[name] or None for name in columns} for row in table.rows]
        return {"columns": asked.columns, "rows": rows, "caveat": asked.caveat}

    return await _send(site, request, make)


async def _thing(site: Site, request: Request) -> Response:
    def make() -> dict[str, Any]:
        key = request.path_params["key"]
        iri = CONCEPT + key.removeprefix("def/") if key.startswith("def/") else ID + key
        library = site.library
        if not library.exists(iri):
            raise UnknownName("nothing is known of that", subject=key)
        kind = resource_of(library.kind_of(iri))
        said: dict[str, list[str]] = {}
        for row in library.texts("pages/thing/properties", _thing=NamedNode(iri)):
            said.setdefault(row["property"], []).append(row["value"])
        return {
            "iri": iri,
            "label": library.label(iri),
            "kind": kind.kind if kind else library.kind_of(iri),
            "page": library.href(iri),
            "properties": said,
        }

    return await _send(site, request, make)
