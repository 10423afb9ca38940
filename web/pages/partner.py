"""The page about a partner: who names it, in which role, in which words."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.web.holdings import Row
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.lists import what_of
from trigpoint.web.tables import Column, Query, Table
from trigpoint.web.words import spoken, tail

_MENTIONS = (
    Column("date", "When"),
    Column("authority", "Authority", facet=True),
    Column("framework", "Framework", facet=True),
    Column("name", "As printed"),
    Column("role", "Role", facet=True),
    Column("quote", "Words"),
    Column("page", "Page"),
    Column("review_iri", "Review", hidden=True),
)


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a partner."""
    mentions = [
        _mention(library, row)
        for row in library.texts("pages/partner/mentions", _thing=NamedNode(iri))
    ]
    table = Table(_MENTIONS, tuple(mentions), "mentions", page_rows=25)
    context = {
        "iri": iri,
        "what": what_of(iri),
        "kind": mentions[0]["kind"] if mentions else "",
        "mentions": mentions,
        "authorities": sorted({(row["authority"], row["authority_iri"]) for row in mentions}),
    }
    return Page("partner.html", library.label(iri), context, (table,))


def _mention(library: Library, row: Row) -> Row:
    return row | {
        "review_iri": row["review"],
        "authority_iri": row["authority"],
        "authority": library.label(row["authority"]),
        "framework": tail(row["framework"]),
        "role": spoken(tail(row["role"])),
        "kind": spoken(tail(row["kind"])),
    }
