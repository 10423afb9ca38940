"""The description of the JSON API, made from the resource table and the questions."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any, Final

from trigpoint.queries import Parameter, Question, questions
from trigpoint.web.resources import RESOURCES, Resource

_ROW: Final = {"type": "object", "additionalProperties": {"type": ["string", "null"]}}
_ERROR: Final = {
    "description": "What is wrong, and what to do about it.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["status", "error"],
                "properties": {"status": {"type": "integer"}, "error": {"type": "string"}},
            }
        }
    },
}


def description(base: str) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of a server at an address."""
    paths: dict[str, Any] = {f"/api{one.path}": {"get": _list(one)} for one in RESOURCES}
    paths["/api/questions"] = {"get": _get("questions", "All questions", _array(_ROW))}
    for asked in questions().values():
        paths[f"/api/questions/{asked.name}"] = {"get": _question(asked)}
    paths["/api/things/{key}"] = {"get": _thing()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Trigpoint",
            "version": version("trigpoint"),
            "summary": "What inspectors found, authority by authority, each claim with its words.",
            "license": {"name": "CC0 1.0 (our own data); quotes are Crown copyright"},
        },
        "servers": [{"url": base}],
        "paths": paths,
    }


def _get(name: str, summary: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = {"description": summary, "content": {"application/json": {"schema": schema}}}
    responses = {"200": answer, "404": _ERROR, "422": _ERROR}
    return {"operationId": name, "summary": summary, "responses": responses, **more}


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _list(kind: Resource) -> dict[str, Any]:
    properties = {
        column.name: {"type": ["string", "null"], "title": column.title} for column in kind.columns
    }
    item = {"type": "object", "properties": properties}
    schema = {
        "type": "object",
        "required": ["total", "items"],
        "properties": {"total": {"type": "integer"}, "items": _array(item)},
    }
    numbers = [
        {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 0}}
        for name in ("limit", "offset")
    ]
    return _get(f"list-{kind.kind}", kind.about, schema, parameters=numbers)


def _question(asked: Question) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["columns", "rows"],
        "properties": {
            "columns": {"type": "object", "additionalProperties": {"type": "string"}},
            "rows": _array(_ROW),
            "caveat": {"type": "string"},
        },
    }
    given = [_parameter(one) for one in asked.parameters]
    return _get(f"ask-{asked.name}", asked.question, schema, parameters=given)


def _parameter(parameter: Parameter) -> dict[str, Any]:
    described = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "description": parameter.about,
        "schema": _schema(parameter),
    }
    return described | ({"example": parameter.example} if parameter.example else {})


def _schema(parameter: Parameter) -> dict[str, Any]:
    kind, read = ("integer", int) if parameter.type == "integer" else ("string", str)
    default = {"default": read(parameter.default)} if parameter.default else {}
    return {"type": kind, **default}


def _thing() -> dict[str, Any]:
    texts = {name: {"type": "string"} for name in ("iri", "label", "kind", "page")}
    properties = {"type": "object", "additionalProperties": _array({"type": "string"})}
    schema = {"type": "object", "properties": texts | {"properties": properties}}
    key = {
        "name": "key",
        "in": "path",
        "required": True,
        "description": "the IRI after /id/, or after the base for def/...",
        "schema": {"type": "string"},
        "example": "authority/343-sefton",
    }
    return _get("thing", "Everything that is said of one thing", schema, parameters=[key])
