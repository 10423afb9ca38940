"""Queries are files: `questions/*.rq` for people, and the tables and checks the program needs.

A question's header is YAML after `#+`, as grlc reads it: title, question, parameters, columns,
caveat. A parameter `authority` is the variable `?_authority` of the query: it is bound, never
pasted in; one that is not given stays free and matches everything.
"""

from __future__ import annotations

from trigpoint.queries.loader import (
    IntegrityQuery,
    Parameter,
    Question,
    integrity_queries,
    question,
    questions,
    read_query,
)

__all__ = [
    "IntegrityQuery",
    "Parameter",
    "Question",
    "integrity_queries",
    "question",
    "questions",
    "read_query",
]
