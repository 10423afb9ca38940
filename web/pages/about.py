"""About the data: what is loaded, how sure it is, how it was made, under which licence."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

from trigpoint.data import read_table
from trigpoint.graph.questions import ask
from trigpoint.web.holdings import all_reviews
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.lists import authorities
from trigpoint.web.tables import Column, Query, Table

_COVERAGE: Final = (
    "family",
    "year",
    "reports",
    "authorities",
    "judgements",
    "recommendations",
    "findings",
)


def page(library: Library, _query: Query) -> Page:
    """Return the page about the data."""
    answer = ask(library.store, "coverage", {})
    rows = [{n: "" if row[n] is None else row[n].value for n in _COVERAGE} for row in answer]
    coverage = Table(
        tuple(Column(name, name.capitalize(), facet=name == "family") for name in _COVERAGE),
        tuple(rows),
        "coverage",
        page_rows=40,
    )
    gaps = Table(
        (
            Column("field", "What is missing", facet=True),
            Column("reason", "Why", facet=True),
            Column("reports", "Reports"),
        ),
        tuple(library.texts("pages/home/gaps")),
        "gaps",
    )
    context = {
        "reviews": len(all_reviews(library)),
        "authorities": len(authorities(library)),
        "confidence": [row for row in read_table("confidence") if row["n"]],
        "software": version("trigpoint"),
    }
    return Page("about.html", "About the data", context, (coverage, gaps))
