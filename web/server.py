"""The server: one application made of the resource table and the rooms beside it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final
from urllib.parse import quote

import anyio.to_thread
import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from trigpoint.graph.store import Store
from trigpoint.queries import questions
from trigpoint.web import documents, explorer, failures, json_api, search
from trigpoint.web.editor import routes as editor_routes
from trigpoint.web.explorer.whole import whole_places
from trigpoint.web.holdings import grades
from trigpoint.web.library import Library
from trigpoint.web.middleware import Limited, Logged, Protected, log_to_stderr
from trigpoint.web.negotiation import TABLE_FORMATS, Format
from trigpoint.web.page import Alternate, Page
from trigpoint.web.page_images import page_image
from trigpoint.web.pages import questions as question_pages
from trigpoint.web.pages.query import QueryPage
from trigpoint.web.resources import RESOURCES, VIEWS, Resource, View
from trigpoint.web.responses import Body
from trigpoint.web.settings import Settings
from trigpoint.web.site import Site, parameters
from trigpoint.web.sparql.endpoint import engine_for
from trigpoint.web.sparql.endpoint import routes as sparql_routes
from trigpoint.web.sparql.values import Engine
from trigpoint.web.tables import Table
from trigpoint.web.templating import BUNDLE, STATIC

_GRACE_SECONDS: Final = 10


def create_app(store: Store, settings: Settings | None = None) -> Starlette:
    """Return the application over a store: read-only, nothing of it writes."""
    chosen = settings or Settings()
    site = Site(Library(store), chosen)
    engine = engine_for(store, chosen.limits)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as group:
            group.start_soon(anyio.to_thread.run_sync, partial(_warm, site, engine, indexer))
            yield
            group.cancel_scope.cancel()
        engine.close()

    query_page, indexer = QueryPage(site), search.Indexer(site.library)
    return Starlette(
        routes=[
            *_plain_routes(site),
            *_list_routes(site),
            *_question_routes(site),
            *documents.routes(site),
            *json_api.routes(site),
            *explorer.routes(site),
            *search.routes(site.library, query_page.render, indexer),
            *editor_routes(site),
            *sparql_routes(
                store,
                chosen.limits,
                page=query_page,
                engine=engine,
                base_url=chosen.base_url,
            ),
            *_service_routes(site),
        ],
        middleware=[
            Middleware(Logged),
            Middleware(Protected),
            Middleware(Limited, concurrency=chosen.concurrency, body_bytes=chosen.body_bytes),
        ],
        exception_handlers=failures.handlers(site),
        lifespan=lifespan,
    )


def serve(store: Store, *, host: str, port: int, settings: Settings | None = None) -> None:
    """Answer requests until told to stop; what is being answered then is finished first."""
    log_to_stderr()
    uvicorn.run(
        create_app(store, settings),
        host=host,
        port=port,
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=True,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )


def _warm(site: Site, engine: Engine, indexer: search.Indexer) -> None:
    """Make ready before anybody asks: what the first pages need, then queries, then the search."""
    site.library.labels  # noqa: B018 - read for its effect
    for kind in RESOURCES:
        kind.rows(site.library)
    engine.warm()
    indexer.current()
    whole_places(site.library)


def _plain_routes(site: Site) -> list[BaseRoute]:
    return [Route(view.path, partial(_view, site, view)) for view in VIEWS]


async def _view(site: Site, view: View, request: Request) -> Response:
    return await site.page(request, lambda: view.page(site.library, parameters(request)))


def _list_routes(site: Site) -> list[BaseRoute]:
    made: list[BaseRoute] = []
    for kind in RESOURCES:
        made.append(Route(kind.path, partial(_list, site, kind)))
        made += [
            Route(f"{kind.path}.{form.ending}", partial(_list_as, site, kind, form))
            for form in TABLE_FORMATS
        ]
    return made


def _list_page(site: Site, kind: Resource) -> Page:
    table = Table(kind.columns, tuple(kind.rows(site.library)), page_rows=100)
    context = {"kind": kind, "grades": grades(site.library)}
    return Page("list.html", kind.plural, context, (table,), about=kind.about)


async def _list(site: Site, kind: Resource, request: Request) -> Response:
    also = [Alternate(f"{kind.path}.{f.ending}", f.media_type, f.title) for f in TABLE_FORMATS]
    return await site.page(request, lambda: _list_page(site, kind), also)


async def _list_as(site: Site, kind: Resource, form: Format, request: Request) -> Response:
    return await site.answer(
        request, lambda: site.table(request, _list_page(site, kind), form), form
    )


def _question_routes(site: Site) -> list[BaseRoute]:
    forms = [
        Route(f"/questions/{{name}}.{form.ending}", partial(_question_as, site, form))
        for form in TABLE_FORMATS
    ]
    return [*forms, Route("/questions/{name}", partial(_question, site))]


def _question_page(site: Site, request: Request) -> Page:
    name = request.path_params["name"]
    return question_pages.page(site.library, name, parameters(request))


async def _question(site: Site, request: Request) -> Response:
    return await site.page(request, lambda: _question_page(site, request))


async def _question_as(site: Site, form: Format, request: Request) -> Response:
    def body() -> Body:
        return site.table(request, _question_page(site, request), form)

    return await site.answer(request, body, form)


def _service_routes(site: Site) -> list[BaseRoute]:
    return [
        Route("/health", _healthy),
        Route("/ready", partial(_ready, site)),
        Route("/robots.txt", _robots),
        Route("/sitemap.xml", partial(_sitemap, site)),
        Route("/page-image/{key:path}/{number:int}.png", partial(_page_image, site)),
        Mount("/static", StaticFiles(directory=STATIC)),
        Mount("/dist", StaticFiles(directory=BUNDLE, check_dir=False)),
    ]


async def _healthy(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _ready(site: Site, _request: Request) -> Response:
    """Say which state of the store is served, as soon as it answers queries."""
    version = await run_in_threadpool(lambda: site.library.labels and site.library.version)
    return Response(json.dumps({"ready": True, "version": version}), media_type="application/json")


async def _robots(request: Request) -> Response:
    base = str(request.base_url)
    lines = [
        "User-agent: *",
        "Disallow: /sparql",
        "Disallow: /explore",
        f"Sitemap: {base}sitemap.xml",
    ]
    return PlainTextResponse("\n".join(lines) + "\n")


async def _sitemap(site: Site, request: Request) -> Response:
    base = str(request.base_url).rstrip("/")

    def body() -> Body:
        places = [*(view.path for view in VIEWS), *(kind.path for kind in RESOURCES)]
        places += [f"/questions/{name}" for name in questions()]
        for kind in RESOURCES:
            places += [site.library.href(row["iri"]) for row in kind.rows(site.library)]
        entries = "".join(f"<url><loc>{base}{quote(place)}</loc></url>\n" for place in places)
        head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        return Body(f"{head}{entries}</urlset>\n".encode(), "application/xml")

    return await site.answer(request, body, Format("xml", "application/xml", "site map"))


async def _page_image(site: Site, request: Request) -> Response:
    key, number = request.path_params["key"], request.path_params["number"]

    def body() -> Body:
        return Body(page_image(site.library, site.settings, key, number), "image/png")

    return await site.answer(request, body, Format("png", "image/png", "picture"))
