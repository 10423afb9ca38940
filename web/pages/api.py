"""The page that shows how to use the JSON API."""

from __future__ import annotations

from trigpoint.queries import questions
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.tables import Query


def page(_library: Library, _query: Query) -> Page:
    """Return the page about the API."""
    return Page("api.html", "JSON API", {"questions": list(questions().values())})
