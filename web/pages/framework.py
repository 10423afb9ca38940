"""The page about a framework: what it judges, on which scale, and what may be compared."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.web.holdings import REVIEWED, Row, grades, reviews_of
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.concept import words_about
from trigpoint.web.pages.distribution import distributions
from trigpoint.web.pages.lists import frameworks
from trigpoint.web.pages.pictured import distributions as pictures
from trigpoint.web.tables import Column, Query, Table

_ITEMS = (
    Column("number", "Line"),
    Column("name", "What is judged"),
    Column("versions", "In versions"),
    Column("function", "Function of the hub"),
    Column("comparability", "Comparable", "A to C, or X: never", facet=True),
    Column("reason", "Why"),
    Column("iri", "IRI", hidden=True),
)


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a framework, or about one of its versions."""
    reviews = reviews_of(library, iri)
    items = [
        _item(library, row) for row in library.texts("pages/framework/items", _thing=NamedNode(iri))
    ]
    tables = (
        Table(_ITEMS, tuple(items), "lines", page_rows=100),
        Table(REVIEWED, tuple(reviews), "reports", page_rows=25),
    )
    facts = next((one for one in frameworks(library) if one["iri"] == iri), {})
    context = {
        "iri": iri,
        "words": words_about(library, iri),
        "facts": facts,
        "reviews": reviews,
        "grades": grades(library),
        "pictures": pictures(distributions(library, [one for one in reviews if not one["part"]])),
    }
    return Page("framework.html", library.label(iri), context, tables)


def _item(library: Library, row: Row) -> Row:
    return row | {
        "iri": row["item"],
        "name": library.label(row["item"]),
        "function": library.label(row["function"]),
        "function_iri": row["function"],
    }
