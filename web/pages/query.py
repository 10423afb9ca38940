"""The page of the query endpoint: an editor, questions to start from, and the answer drawn."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from trigpoint.errors import TrigpointError
from trigpoint.graph.store.binding import bind
from trigpoint.queries import questions, read_query
from trigpoint.web.page import Page
from trigpoint.web.pages.drawn import drawings
from trigpoint.web.site import Site
from trigpoint.web.sparql.values import Outcome
from trigpoint.web.tables import Column, Table

_START: Final = """PREFIX tp: <https://w3id.org/trigpoint/def#>

SELECT ?grade (COUNT(*) AS ?judgements)
WHERE { ?judgement a tp:Judgement ; tp:gradeText ?grade }
GROUP BY ?grade
ORDER BY DESC(?judgements)
"""
_PANELS: Final = ("pages/", "questions/", "views/", "tables/")


class QueryPage:
    """Makes the page of a request, its query and what came of it."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def __call__(self, request: Request, query: str, outcome: Outcome | None) -> Response:
        """Return the page; the endpoint sets its status."""
        text = query or _given(request) or _START
        context = {
            "text": text,
            "outcome": outcome,
            "fault": outcome.fault if outcome else None,
            "drawings": drawings(self._site.library, outcome),
            "examples": [one for one in questions().values() if not one.parameters],
        }
        tables = (_table(outcome),) if outcome and outcome.kind == "select" else ()
        return self.render(request, Page("sparql.html", "Query the graph", context, tables))

    def render(self, request: Request, page: Page) -> Response:
        """Return a page that nobody keeps."""
        body = self._site.rendered(request, page)
        return HTMLResponse(
            body.content, body.status, {"Cache-Control": "no-store", "Vary": "Accept"}
        )


def _table(outcome: Outcome) -> Table:
    columns = tuple(Column(name, name) for name in outcome.columns)
    rows = tuple(
        {
            name: "" if term is None else str(getattr(term, "value", term))
            for name, term in zip(outcome.columns, row, strict=True)
        }
        for row in outcome.rows
    )
    return Table(columns, rows, "rows", page_rows=100)


def _given(request: Request) -> str:
    """Return the query of ours that the address names, with the thing that it is about."""
    path, thing = (request.query_params.get(name, "") for name in ("panel", "thing"))
    if not path.startswith(_PANELS) or ".." in path:
        return ""
    try:
        text = read_query(path)
    except OSError:
        return ""
    try:
        return bind(text, {"_thing": NamedNode(thing)}) if thing else text
    except (TrigpointError, ValueError):
        return text
