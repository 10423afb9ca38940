"""Addresses of things: /id/X leads to a document, /doc/X is sent in the form liked best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from pyoxigraph import Triple
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from trigpoint.errors import UnknownName
from trigpoint.ontology.namespaces import BASE, GRAPH
from trigpoint.web import linked_data
from trigpoint.web.failures import NotAcceptable
from trigpoint.web.library import may_be_iri
from trigpoint.web.negotiation import (
    HTML,
    RDF_FORMATS,
    TABLE_FORMATS,
    Format,
    best,
    by_ending,
)
from trigpoint.web.page import Alternate
from trigpoint.web.resources import OTHER, resource_of
from trigpoint.web.responses import Body
from trigpoint.web.site import Site, parameters

FORMATS: Final = (HTML, *RDF_FORMATS)
TWINS: Final = (*FORMATS, *TABLE_FORMATS)


def routes(site: Site) -> list[Route]:
    """Return the routes of IRIs and documents."""
    return [
        Route("/id/{key:path}", partial(_see_document, prefix="")),
        Route("/def/{key:path}", partial(_see_document, prefix="def/")),
        Route("/doc/{key:path}", partial(_document, site)),
        Route("/def", partial(_vocabulary, site)),
        Route("/def.{ending}", partial(_vocabulary, site)),
        Route("/graph/{key:path}", partial(_graph, site)),
    ]


async def _see_document(request: Request, *, prefix: str) -> Response:
    """Lead to the document: a thing itself cannot be sent (303)."""
    key = request.path_params["key"]
    root = request.scope.get("root_path", "")
    return RedirectResponse(f"{root}/doc/{prefix}{key}", 303, {"Vary": "Accept"})


async def _document(site: Site, request: Request) -> Response:
    key, form = _chosen(request, request.path_params["key"], TWINS)
    iri = linked_data.iri_of(key)
    if not site.library.exists(iri):
        raise UnknownName("nothing is known of that", subject=key)
    if form is HTML or form in TABLE_FORMATS:
        return await _page(site, request, iri, form)
    return await _triples(site, request, f"/doc/{key}", form, lambda: _described(site, key, iri))


def _described(site: Site, key: str, iri: str) -> list[Triple]:
    about = linked_data.triples_about(site.library.store, iri)
    return [*linked_data.header(f"{BASE}doc/{key}", iri), *about]


async def _page(site: Site, request: Request, iri: str, form: Format) -> Response:
    kind = resource_of(site.library.kind_of(iri))
    make = kind.page if kind else OTHER
    path = site.library.href(iri)
    if form is HTML:
        headers = {"Vary": "Accept", "Link": _links(path)}
        return await site.page(
            request,
            lambda: make(site.library, iri, parameters(request)),
            alternates(path),
            headers,
        )

    def body() -> Body:
        return site.table(request, make(site.library, iri, parameters(request)), form)

    return await site.answer(request, body, form)


async def _vocabulary(site: Site, request: Request) -> Response:
    ending = request.path_params.get("ending", "")
    form = by_ending(ending, RDF_FORMATS) if ending else best(_accept(request), FORMATS)
    if not form:
        raise NotAcceptable(FORMATS)
    if form is HTML:
        return RedirectResponse("/ontology", 303, {"Vary": "Accept"})
    store = site.library.store
    return await _triples(
        site, request, "/def", form, lambda: linked_data.vocabulary_triples(store)
    )


async def _graph(site: Site, request: Request) -> Response:
    key, form = _chosen(request, request.path_params["key"], RDF_FORMATS)

    def triples() -> list[Triple]:
        graph = GRAPH + key
        found = linked_data.graph_triples(site.library.store, graph) if may_be_iri(graph) else []
        if not found:
            raise UnknownName("no such graph", subject=key)
        return found

    return await _triples(site, request, f"/graph/{key}", form, triples)


async def _triples(
    site: Site,
    request: Request,
    path: str,
    form: Format,
    triples: Callable[[], list[Triple]],
) -> Response:
    """Send triples in a format of RDF, open to scripts of any site."""

    def body() -> Body:
        headers = {
            "Vary": "Accept",
            "Link": _links(path),
            "Access-Control-Allow-Origin": "*",
            "Content-Location": f"{path}.{form.ending}",
        }
        content = linked_data.written(triples(), form)
        return Body(content, form.content_type, 200, headers)

    return await site.answer(request, body, form)


def _chosen(request: Request, key: str, formats: Sequence[Format]) -> tuple[str, Format]:
    """Return key and format: by the ending of the address, else by what is accepted."""
    stem, dot, ending = key.rpartition(".")
    named = by_ending(ending, formats) if dot else None
    if named:
        return stem, named
    asked = by_ending(request.query_params.get("format", ""), formats)
    negotiable = [form for form in formats if form not in TABLE_FORMATS]
    liked = asked or best(_accept(request), negotiable)
    if not liked:
        raise NotAcceptable(negotiable)
    return key, liked


def _accept(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def alternates(path: str) -> tuple[Alternate, ...]:
    """Return the same document in the formats of RDF."""
    return tuple(
        Alternate(f"{path}.{form.ending}", form.media_type, form.title) for form in RDF_FORMATS
    )


def _links(path: str) -> str:
    return ", ".join(
        f'<{one.href}>; rel="alternate"; type="{one.media_type}"' for one in alternates(path)
    )
