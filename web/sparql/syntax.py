"""A parser's complaint made readable: where, what stands there, what may stand there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from trigpoint.graph.store.guard import blank_out
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.web.sparql.faults import update
from trigpoint.web.sparql.values import Fault

_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_CHOICES: Final = re.compile(r""""(?:\\.|[^"\\])*"|\[(?:'[^']*'|[^\]'])*\]|[^,"\[\]]+""")
_UPDATE: Final = re.compile(
    r"(?:\s|PREFIX\s+[^\s:]*:|BASE\b)*"
    r"(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
_DECLARED: Final = re.compile(r"\bPREFIX\s+([^\s:]*):", re.IGNORECASE)
_USED: Final = re.compile(r"(?<![\w?$:.-])([^\W\d_][\w.-]*):(?=[\w%:])")
_TITLE: Final = "The query cannot be parsed"
_WIDTH: Final = 100  # characters of a line that are shown
_AT_MOST: Final = 8  # things expected that are named

_MEANS: Final = {
    '"<"': "an IRI",
    '"?"': "a variable",
    '"$"': "a variable",
    '":"': "a prefixed name",
    '"_:"': "a blank node",
    '"\'"': "a string",
    "\"'''\"": "a string",
    '"\\""': "a string",
    '"\\"\\"\\""': "a string",
    '"+"': "a number",
    '"-"': "a number",
    "['0'..='9']": "a number",
}
_CLAUSES: Final = frozenset(
    {"PREFIX", "BASE", "SELECT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "FROM", "AS", "BY"}
    | {"GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}
)
"""Keywords worth naming: the parser also names functions that are spelt a little like the word."""
_NOT_FOR_READERS: Final = {'"<<"', '"{|"', '"~"', '"<<("', '"\\\\"', '"\\\\u"', '"\\\\U"'}


def syntax_fault(query: str, complaint: str) -> Fault:
    """Return the fault of a query that the parser does not take, from what it says."""
    if _UPDATE.match(blank_out(query)):
        return update()
    undeclared = _undeclared(query)
    if undeclared:
        name, start = next(iter(undeclared.items()))
        detail, remedy = f"the prefix {name}: is not declared", _declare(undeclared)
        return _fault(query, _place(query, start), detail, remedy=remedy)
    found = _PLACE.search(complaint)
    if not found:
        return Fault(status=400, title=_TITLE, detail=complaint)
    place = int(found[1]), int(found[2])
    reasons, expected = _read_choices(found[3])
    return _fault(query, place, reasons or _unexpected(query, *place), expected=expected)


def _fault(
    query: str,
    place: tuple[int, int],
    detail: str,
    *,
    remedy: str = "",
    expected: tuple[str, ...] = (),
) -> Fault:
    line, column = place
    return Fault(
        status=400,
        title=_TITLE,
        detail=f"line {line}, column {column}: {detail}",
        remedy=remedy,
        line=line,
        column=column,
        excerpt=_excerpt(query, line, column),
        expected=expected,
    )


def _read_choices(message: str) -> tuple[str, tuple[str, ...]]:
    """Split a message into reasons in words and things expected, those shortened.

    >>> _read_choices('expected one of "?", "{", HAVING, [_]')
    ('', ('HAVING', 'a variable', '{'))
    """
    choices = message.removeprefix("expected ").removeprefix("one of ")
    parts = [part.strip() for part in _CHOICES.findall(choices)]
    reasons = [part for part in parts if " " in part and part[0] not in '"[']
    if reasons:
        return "; ".join(reasons), ()
    expected = sorted({_said(part) for part in parts} - {""})
    more = ("...",) if len(expected) > _AT_MOST else ()
    return "", (*expected[:_AT_MOST], *more)


def _said(part: str) -> str:
    """Return a thing expected as people call it, empty for what would not help them."""
    if part in _MEANS:
        return _MEANS[part]
    if part.startswith('"'):
        return "" if part in _NOT_FOR_READERS else part.strip('"')
    return part if part in _CLAUSES else ""


def _line(query: str, line: int) -> str:
    lines = query.split("\n")
    return lines[line - 1].rstrip("\r") if line <= len(lines) else ""


def _unexpected(query: str, line: int, column: int) -> str:
    rest = _line(query, line)[column - 1 :].split()
    if rest:
        return f"unexpected {rest[0][:40]!r}"
    return "something is missing here, or wrong before it"


def _excerpt(query: str, line: int, column: int) -> str:
    """Return the line around the column, with a caret below it."""
    start = max(0, column - 1 - _WIDTH // 2)
    shown = _line(query, line)[start : start + _WIDTH].replace("\t", " ")
    return f"{shown}\n{' ' * (column - 1 - start)}^"


def _undeclared(query: str) -> dict[str, int]:
    """Return the prefixes that a query uses and does not declare, with their first places.

    The parser notices at another place, and does not say which.
    """
    code = blank_out(query)
    declared = set(_DECLARED.findall(code))
    first: dict[str, int] = {}
    for found in _USED.finditer(code):
        if found[1] not in declared:
            first.setdefault(found[1], found.start())
    return first


def _place(query: str, start: int) -> tuple[int, int]:
    """Return line and column, from 1, of a place in a text."""
    return query.count("\n", 0, start) + 1, start - query.rfind("\n", 0, start)


def _declare(names: Iterable[str]) -> str:
    lines = [f"PREFIX {name}: <{PREFIXES.get(name, '...')}>" for name in sorted(names)]
    return f"Begin with {' '.join(lines[:_AT_MOST])}"
