"""The vocabulary as a page: classes and properties, each with its definition and example."""

from __future__ import annotations

from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.tables import Query
from trigpoint.web.words import tail


def page(library: Library, _query: Query) -> Page:
    """Return the page of the ontology."""
    terms = [row | {"name": tail(row["term"])} for row in library.texts("pages/ontology/terms")]
    context = {
        "classes": [row for row in terms if row["type"] == "Class"],
        "properties": [row for row in terms if row["type"] != "Class"],
        "schemes": library.texts("pages/ontology/schemes"),
    }
    return Page("ontology.html", "The ontology", context)
