"""Parameters are bound as SPARQL binds values: by a VALUES block at the head of a WHERE block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from trigpoint.errors import QueryError
from trigpoint.graph.store.base import Bindings, Term
from trigpoint.graph.store.guard import blank_out

_WHERE: Final = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_BRACE: Final = re.compile(r"[{}]")


def bind(query: str, bindings: Bindings | None) -> str:
    """Return the query with each variable of `bindings` limited to its one value.

    A sub-select is answered apart from what stands around it, so one that names such a variable
    gets the value too. The terms are written by the RDF library, so none can end its own quotes.
    """
    if not bindings:
        return query
    code = blank_out(query)
    heads = [found.end() for found in _WHERE.finditer(code)]
    if not heads:
        raise QueryError("the query has no WHERE block to bind its parameters in")
    parts = [query[: heads[0]], _values(bindings)]
    for head, end in zip(heads, [*heads[1:], len(query)], strict=True):
        if head != heads[0]:
            parts.append(_values(_named(bindings, code[head : _closing(code, head)])))
        parts.append(query[head:end])
    return "".join(parts)


def _values(bindings: Mapping[str, Term]) -> str:
    """Return a VALUES block, or nothing for no variable."""
    names = " ".join(f"?{name}" for name in bindings)
    terms = " ".join(str(term) for term in bindings.values())
    return f" VALUES ({names}) {{ ({terms}) }}" if bindings else ""


def _named(bindings: Bindings, code: str) -> dict[str, Term]:
    """Return those of the bindings whose variable is named in a piece of code."""
    return {name: term for name, term in bindings.items() if re.search(rf"[?$]{name}(?!\w)", code)}


def _closing(code: str, head: int) -> int:
    """Return the place of the brace that closes the one just before `head`."""
    depth = 1
    for brace in _BRACE.finditer(code, head):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.start()
    return len(code)
