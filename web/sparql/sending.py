"""Replies as HTTP: headers for all origins, faults as text or as a problem document."""

from __future__ import annotations

import json
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from trigpoint.web.negotiation import Format, best
from trigpoint.web.sparql.formats import GRAPHS, ROWS
from trigpoint.web.sparql.values import Answer, Fault

METHODS: Final = "GET, HEAD, POST, OPTIONS"
CUT: Final = "X-Trigpoint-Truncated"
CUT_AS_ELSEWHERE: Final = "X-SPARQL-MaxRows"  # what clients of Virtuoso look at

_TEXT: Final = Format("txt", "text/plain", "text")
_PROBLEM: Final = Format(
    "json", "application/problem+json", "problem", ("application/json", ROWS[0].media_type)
)
_FORMS: Final = {form.ending: form for form in GRAPHS + ROWS}


def open_to_all(response: Response) -> Response:
    """Let pages of any origin read a response: everything here is public and read only."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    exposed = f"Content-Type, Retry-After, {CUT}, {CUT_AS_ELSEWHERE}"
    response.headers["Access-Control-Expose-Headers"] = exposed
    response.headers["Vary"] = "Accept"
    return response


def preflight(request: Request) -> Response:
    """Answer the question of a browser whether a page of another origin may ask."""
    asked = request.headers.get("access-control-request-headers")
    headers = {
        "Allow": METHODS,
        "Access-Control-Allow-Methods": METHODS,
        "Access-Control-Allow-Headers": asked or "Accept, Content-Type",
        "Access-Control-Max-Age": "86400",
    }
    return Response(status_code=204, headers=headers)


def send_answer(answer: Answer, limit: int) -> Response:
    """Return an answer as a response; one that was cut says so in its headers."""
    headers = {"Content-Type": _FORMS[answer.format].content_type}
    if answer.truncated:
        headers |= {CUT: str(limit), CUT_AS_ELSEWHERE: str(limit)}
    return Response(answer.body, headers=headers)


def send_fault(fault: Fault, accept: str) -> Response:
    """Return a fault as plain text, or as JSON (RFC 9457) to who prefers JSON."""
    form = best(accept, (_TEXT, _PROBLEM)) or _TEXT
    content = _problem(fault) if form is _PROBLEM else as_text(fault).encode()
    headers = {"Content-Type": form.content_type}
    if fault.retry_after is not None:
        headers["Retry-After"] = str(fault.retry_after)
    if fault.status == 405:
        headers["Allow"] = METHODS
    return Response(content, fault.status, headers)


def as_text(fault: Fault) -> str:
    """Return a fault as a few lines for a terminal."""
    head = f"{fault.title}: {fault.detail}" if fault.detail else fault.title
    lines = [head, fault.excerpt]
    if fault.expected:
        lines.append(f"Expected: {', '.join(fault.expected)}")
    lines.append(fault.remedy)
    return "\n".join(line for line in lines if line) + "\n"


def _problem(fault: Fault) -> bytes:
    members = {
        "title": fault.title,
        "status": fault.status,
        "detail": fault.detail,
        "remedy": fault.remedy,
        "line": fault.line,
        "column": fault.column,
        "excerpt": fault.excerpt,
        "expected": fault.expected,
    }
    return json.dumps({name: value for name, value in members.items() if value}).encode()
