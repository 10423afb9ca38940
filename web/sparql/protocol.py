"""An HTTP request read as a query operation of the SPARQL 1.1 Protocol (2.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import parse_qs

from starlette.requests import Request

from trigpoint.ontology.namespaces import GRAPH
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.faults import Refused, malformed
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Dataset, Query

Fields: TypeAlias = Mapping[str, list[str]]

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_MOST_FIELDS: Final = 1_000
_UTF8: Final = ("", "utf-8", "utf8", "us-ascii")


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks: a query, or None for the description of the service.

    `wanted` is the format that it names by a parameter, else empty.
    """

    query: Query | None
    wanted: str = ""


async def read_operation(request: Request, limits: Limits) -> Operation:
    """Read a request; raises Refused when it is no query operation."""
    raw: bytes = request.scope.get("query_string", b"")
    if len(raw) > limits.body:
        raise Refused(faults.too_large(limits))
    address = _fields(raw)
    if request.method != "POST":
        return _operation(address, address)
    body = await _body(request, limits)
    if _media_type(request) == _FORM:
        _refuse_query_in_address(address)
        return _operation(_fields(body), address, must=True)
    _refuse_query_in_address(address)
    return _operation({**address, "query": [_text(body)]}, address, must=True)


def wanted_format(request: Request) -> str:
    """Return the format that the address of a request names, else an empty text."""
    return request.query_params.get("format") or request.query_params.get("output") or ""


def _operation(fields: Fields, address: Fields, *, must: bool = False) -> Operation:
    """Make an operation of fields; formats are taken from the address too."""
    if "update" in fields:
        raise Refused(faults.update())
    wanted = _first(fields, "format", "output") or _first(address, "format", "output")
    queries = fields.get("query", [])
    if not queries and not must:
        return Operation(None, wanted)
    if len(queries) != 1:
        detail = "several queries in one request" if queries else "it holds no query"
        raise Refused(malformed(detail, "Send one query, as the parameter query or as the body"))
    if not queries[0].strip():
        raise Refused(malformed("the query is empty", "Write one, or take an example"))
    return Operation(Query(queries[0], _dataset(fields)), wanted)


def _first(fields: Fields, *names: str) -> str:
    return next((fields[name][0] for name in names if name in fields), "")


def _dataset(fields: Fields) -> Dataset | None:
    """Return the graphs that the request names; raises Refused for one that is not ours."""
    default, named = fields.get("default-graph-uri", []), fields.get("named-graph-uri", [])
    for iri in (*default, *named):
        if not _is_ours(iri):
            raise Refused(faults.not_our_graph(iri))
    return Dataset(tuple(default), tuple(named)) if default or named else None


def _is_ours(iri: str) -> bool:
    return iri.startswith(GRAPH) and not any(sign in '<>"{}|^`\\' or sign <= " " for sign in iri)


def _refuse_query_in_address(address: Fields) -> None:
    if "query" in address:
        detail = "a query in the address and another in the body"
        raise Refused(malformed(detail, "Send one of them"))


def _media_type(request: Request) -> str:
    """Return the type of a body that may hold a query; raises Refused for others."""
    header = request.headers.get("content-type", "")
    media, _, parameters = header.partition(";")
    media = media.strip().lower()
    if media == _UPDATE:
        raise Refused(faults.update())
    if media not in (_FORM, _QUERY) or _charset(parameters) not in _UTF8:
        raise Refused(faults.wrong_media_type(header))
    return media


def _charset(parameters: str) -> str:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip('"').lower()
    return ""


async def _body(request: Request, limits: Limits) -> bytes:
    """Return the body; raises Refused as soon as it is too large."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limits.body:
            raise Refused(faults.too_large(limits))
    return bytes(body)


def _text(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise Refused(malformed(f"it is not UTF-8 at byte {error.start}")) from error


def _fields(raw: bytes) -> Fields:
    try:
        return parse_qs(
            _text(raw), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise Refused(malformed(f"its parameters cannot be read: {error}")) from error
