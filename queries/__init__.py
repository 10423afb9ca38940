"""Queries are files: `questions/*.rq` for people, and the tables and checks the program needs.

A question's header is YAML after `#+`, as grlc reads it: title, question, parameters, columns,
caveat. A parameter `authority` is the variable `?_authority` of the query: it is bound, never
pasted in; one that is not given stays free and matches everything.

A view, `views/NAME.rq`, is a network for people to look at: a header, a query for its nodes and,
after the line `#= edges`, one for its edges. What a picture shows is one query, `pictures/NAME.rq`.
"""

from __future__ import annotations

from trigpoint.queries.loader import (
    Askable,
    IntegrityQuery,
    Parameter,
    Question,
    integrity_queries,
    question,
    questions,
    read_query,
)
from trigpoint.queries.picture_files import PictureQuery, picture_queries, picture_query
from trigpoint.queries.view_files import View, view, views

__all__ = [
    "Askable",
    "IntegrityQuery",
    "Parameter",
    "PictureQuery",
    "Question",
    "View",
    "integrity_queries",
    "picture_queries",
    "picture_query",
    "question",
    "questions",
    "read_query",
    "view",
    "views",
]
