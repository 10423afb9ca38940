"""The graph explorer: one thing and what is around it, or everything at once.

look ─▶ neighbourhood ─▶ radial ─┐
     └▶ whole ───────────────────┴▶ drawing ─▶ page (still, list, data for scripts), export

A browser without scripts gets a still picture and a list; `web/scripts/explorer.js` makes the same
page live. The script asks for the page of another look and shows that: all choosing is done here.
"""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from trigpoint.web.explorer.page import show_data, show_file, show_page
from trigpoint.web.site import Site


def routes(site: Site) -> list[Route]:
    """Return the routes of the explorer."""
    return [
        Route("/explore", partial(show_page, site)),
        Route("/explore/data", partial(show_data, site)),
        Route("/explore/export", partial(show_file, site)),
    ]
