"""From a request to what is sent: the page rendered, its tables downloaded, its answer kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from trigpoint.errors import UnknownName
from trigpoint.web.library import Library
from trigpoint.web.negotiation import HTML, TABLE_FORMATS, Format, by_ending
from trigpoint.web.page import Alternate, Page
from trigpoint.web.responses import Body, Shelf, send
from trigpoint.web.settings import Settings
from trigpoint.web.tables import Query, address
from trigpoint.web.templating import environment


class Site:
    """What all pages share: the library, the templates, the answers given last."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self.settings = settings
        self.templates = environment(library, settings)
        self._shelf = Shelf(settings.cached_pages)

    async def answer(self, request: Request, make: Callable[[], Body], form: Format) -> Response:
        """Send what `make` returns, or what it returned before for this address and format."""
        key = (self.library.version, str(request.url), form.ending)
        kept = await run_in_threadpool(self._shelf.get, key, make)
        return send(request, kept)

    async def page(
        self,
        request: Request,
        make: Callable[[], Page],
        alternates: Sequence[Alternate] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Send a page, or the table of it that the parameter `format` asks for."""
        form = by_ending(request.query_params.get("format", ""), TABLE_FORMATS)

        def body() -> Body:
            made = make()
            if form:
                return self.table(request, made, form)
            return self.rendered(request, made, alternates, headers)

        return await self.answer(request, body, form or HTML)

    def rendered(
        self,
        request: Request,
        page: Page,
        alternates: Sequence[Alternate] = (),
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> Body:
        """Return a page as HTML."""
        query = parameters(request)
        context = {
            "page": page,
            "path": request.url.path,
            "query": query,
            "alternates": alternates,
            "shown": {table.name: table.shown(query) for table in page.tables},
            "download": lambda name, ending: address(query, {"table": name, "format": ending}),
            "version": self.library.version,
            **page.context,
            **more,
        }
        html = self.templates.get_template(page.template).render(context)
        return Body(html.encode(), HTML.content_type, page.status, headers or {})

    def table(self, request: Request, page: Page, form: Format) -> Body:
        """Return one table of a page: the one that the parameter `table` names, else the first."""
        name = request.query_params.get("table", "")
        tables = [one for one in page.tables if one.name == name] or list(page.tables[:1])
        if not tables:
            raise UnknownName("this page holds no table")
        path = request.url.path.strip("/").replace("/", "-")
        stem = quote("-".join(filter(None, (path, tables[0].name))))
        disposition = f'attachment; filename="{stem or "table"}.{form.ending}"'
        content = tables[0].written(form, parameters(request))
        return Body(content, form.content_type, page.status, {"Content-Disposition": disposition})


def parameters(request: Request) -> Query:
    """Return the parameters of a request's address, without those that choose a download."""
    every = request.query_params.multi_items()
    return [(name, value) for name, value in every if name not in ("format", "table")]
