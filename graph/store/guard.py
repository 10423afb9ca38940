"""What a query may not do: reach out of the store. And where in it a mistake is.

No parser is asked: what hides code from a reader (strings, comments, IRIs) is blanked out, and what
could be read in two ways is refused.
"""

from __future__ import annotations

import re
import sys
from typing import Final

from trigpoint.errors import QueryError
from trigpoint.ontology.namespaces import GRAPH

_IN_IRI: Final = r'[^<>"{}|^`\x00-\x20]'
_NOT_CODE: Final = re.compile(
    rf"""<[a-z][a-z0-9+.-]*://{_IN_IRI}*>
      | <(?:(?![\#'\\]){_IN_IRI})*>                        # a short one: <graph/a>
      | (?P<unsure><{_IN_IRI}*>)                            # <a#b>, or: ?a<?b#>
      | \"\"\"(?:\\.|[^\\])*?\"\"\" | '''(?:\\.|[^\\])*?'''  # a long string
      | "(?:\\[^\n\r]|[^"\\\n\r])*" | '(?:\\[^\n\r]|[^'\\\n\r])*'
      | \#[^\n\r]*                                          # a comment
      | \\[^\n]                                             # an escape in a name: ex:a\#b""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NAME: Final = re.compile(r"[?$]\w+|:(?:[\w:][\w.:-]*)?")  # ?service, tp:Service
_SERVICE: Final = re.compile("SERVICE", re.IGNORECASE)  # no \b: parsers take 1SERVICE<...>
_FROM: Final = re.compile(r"<[^<>]*>|FROM\s*(?:NAMED\s*)?(<[^<>]*>|\S*)", re.IGNORECASE)
_IRI_OR_NAME: Final = re.compile(rf"(<[^<>]*>)|{_NAME.pattern}")
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def blank_out(query: str) -> str:
    """Return the query with every IRI, string and comment replaced by as many blanks."""
    return _NOT_CODE.sub(_blanks, query)


def without_comments(query: str) -> str:
    """Return the query without its comments."""
    return _NOT_CODE.sub(lambda found: "" if found[0][0] == "#" else found[0], query)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def refuse_reaching_out(query: str) -> None:
    r"""Raise QueryError when a query calls another server or names a graph of the web.

    Some servers read \u0053ERVICE as SERVICE, others do not: both readings are looked at.
    """
    for reading in {query, _ESCAPE.sub(_character, query)}:
        _refuse_reaching_out(reading)


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2], 16)
    return chr(number) if number <= sys.maxunicode else found[0]


def _refuse_reaching_out(query: str) -> None:
    if any(found["unsure"] for found in _NOT_CODE.finditer(query)):
        raise QueryError(
            "what stands between < and > may be an IRI or a comparison",
            remedy="Write IRIs in full, and spaces around < and >",
        )
    if _SERVICE.search(_NAME.sub(_blanks, blank_out(query))):
        raise QueryError(
            "SERVICE is refused: queries are answered from this store alone",
            remedy="Remove the SERVICE block",
        )
    for graph in (found[1] for found in _FROM.finditer(_with_iris(query))):
        if graph is None:  # an IRI of somewhere else in the query
            continue
        if not graph.startswith(f"<{GRAPH}") or ".." in graph:
            raise QueryError(
                f"FROM {graph} is refused: nothing is loaded from the web",
                remedy=f"Graphs of this store begin with <{GRAPH}, written in full",
            )


def _with_iris(query: str) -> str:
    """Return the query without its variables, names, strings and comments."""
    code = _NOT_CODE.sub(lambda found: found[0] if found[0][0] == "<" else _blanks(found), query)
    return _IRI_OR_NAME.sub(lambda found: found[1] or _blanks(found), code)


def syntax_error(error: SyntaxError) -> QueryError:
    """Turn a parser's complaint into one that says line and column."""
    found = _PLACE.search(str(error))
    if not found:
        return QueryError(f"the query cannot be parsed: {error}")
    line, column, reason = found.groups()
    return QueryError(f"the query cannot be parsed: line {line}, column {column}: {reason}")
