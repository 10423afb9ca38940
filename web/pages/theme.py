"""The page about a theme: who was told, when, and in which words."""

from __future__ import annotations

from trigpoint.web.holdings import ASKED, FOUND, findings_of, recommendations_of
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.concept import shares, words_about
from trigpoint.web.pages.pictured import share_bars
from trigpoint.web.tables import Query, Table


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a theme."""
    asked, found = recommendations_of(library, iri), findings_of(library, iri)
    told = shares(library, asked)
    tables = (
        Table(ASKED, tuple(asked), "asks", page_rows=25),
        Table(FOUND, tuple(found), "findings", page_rows=15),
    )
    context = {
        "iri": iri,
        "words": words_about(library, iri),
        "shares": told,
        "picture": share_bars(told, "Authorities told, framework by framework"),
        "asked": asked,
    }
    return Page("theme.html", library.label(iri), context, tables)
