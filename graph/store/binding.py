"""Parameters are bound as SPARQL binds values: by a VALUES block at the head of WHERE."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.errors import QueryError
from trigpoint.graph.store.base import Bindings
from trigpoint.graph.store.guard import blank_out

_WHERE: Final = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)


def bind(query: str, bindings: Bindings | None) -> str:
    """Return the query with each variable of `bindings` limited to its one value.

    The terms are written by the RDF library, so no value can end its own quotes.
    """
    if not bindings:
        return query
    found = _WHERE.search(blank_out(query))
    if not found:
        raise QueryError("the query has no WHERE block to bind its parameters in")
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(str(term) for term in bindings.values())
    head, tail = query[: found.end()], query[found.end() :]
    return f"{head} VALUES ({names}) {{ ({terms}) }}{tail}"
