"""One search box over everything: an index in memory, made anew for each state of the store."""

from __future__ import annotations

from trigpoint.web.search.background import Indexer
from trigpoint.web.search.index import Index
from trigpoint.web.search.pages import routes
from trigpoint.web.search.results import Choice, Group, Hit, Results
from trigpoint.web.search.searching import search
from trigpoint.web.search.suggestions import Suggestion, suggest

__all__ = [
    "Choice",
    "Group",
    "Hit",
    "Index",
    "Indexer",
    "Results",
    "Suggestion",
    "routes",
    "search",
    "suggest",
]
