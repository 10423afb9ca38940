"""The page about a cluster: recommendations made in like words, to whom and when."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.web.holdings import ASKED, recommendations_of
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.concept import shares
from trigpoint.web.pages.pictured import share_bars
from trigpoint.web.tables import Query, Table


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a cluster."""
    asked = recommendations_of(library, iri)
    facts = library.texts("pages/cluster/facts", _thing=NamedNode(iri))
    told = shares(library, asked)
    context = {
        "iri": iri,
        "asked": asked,
        "shares": told,
        "picture": share_bars(told, "Authorities told, framework by framework"),
        "facts": facts[0] if facts else {},
    }
    title = f"Asked again: {library.label(iri)}"
    return Page("cluster.html", title, context, (Table(ASKED, tuple(asked), "asks", page_rows=50),))
