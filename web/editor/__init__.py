"""What the query editor needs from the server; the editor itself is `web/scripts/editor.js`."""

from __future__ import annotations

import json
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from trigpoint.web.editor.terms import terms
from trigpoint.web.negotiation import JSON
from trigpoint.web.responses import Body
from trigpoint.web.site import Site


def routes(site: Site) -> list[Route]:
    """Return the route of the terms that the editor completes."""
    return [Route("/sparql/terms", partial(_terms, site))]


async def _terms(site: Site, request: Request) -> Response:
    def body() -> Body:
        content = json.dumps({"terms": terms(site.library)}, ensure_ascii=False)
        return Body(content.encode(), JSON.content_type)

    return await site.answer(request, body, JSON)
