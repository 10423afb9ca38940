"""What is sent: bodies with their ETag, kept compressed while the store is the same."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

_WORTH_PACKING: Final = 1_000
_CACHE_CONTROL: Final = "no-cache"  # keep it, and ask whether it is still so


@dataclass(frozen=True, slots=True)
class Body:
    """A whole answer: content and its type, status, and headers beside."""

    content: bytes
    content_type: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer with its name for caches, and compressed."""

    body: Body
    etag: str
    packed: bytes

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return len(self.body.content) + len(self.packed)


class Shelf:
    """The answers given last, up to a number and a size; the one unused longest goes first."""

    def __init__(self, entries: int, size: int = 200_000_000) -> None:
        self._entries = entries
        self._room = size
        self._kept: OrderedDict[object, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object, make: Callable[[], Body]) -> Kept:
        """Return the answer of this key, made if it is not there; errors are not kept."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        kept = _packed(make())
        if kept.body.status == 200:
            self._put(key, kept)
        return kept

    def _put(self, key: object, kept: Kept) -> None:
        with self._lock:
            old = self._kept.pop(key, None)
            self._room += old.size if old else 0
            self._kept[key] = kept
            self._room -= kept.size
            while self._kept and (self._room < 0 or len(self._kept) > self._entries):
                self._room += self._kept.popitem(last=False)[1].size


def _packed(body: Body) -> Kept:
    digest = hashlib.sha256(body.content_type.encode() + body.content).hexdigest()[:20]
    long = len(body.content) > _WORTH_PACKING and not body.content_type.startswith("image/png")
    packed = gzip.compress(body.content, 6, mtime=0) if long else b""
    return Kept(body, f'W/"{digest}"', packed)


def send(request: Request, kept: Kept) -> Response:
    """Return the response: 304 if the client has it, compressed if it takes that."""
    headers = {"ETag": kept.etag, "Cache-Control": _CACHE_CONTROL, **kept.body.headers}
    headers["Vary"] = ", ".join(filter(None, (headers.get("Vary"), "Accept-Encoding")))
    if kept.body.status == 200 and _has(request, kept.etag):
        return Response(status_code=304, headers=headers)
    content = kept.body.content
    if kept.packed and "gzip" in request.headers.get("accept-encoding", ""):
        content = kept.packed
        headers["Content-Encoding"] = "gzip"
    headers["Content-Type"] = kept.body.content_type
    return Response(content, kept.body.status, headers)


def _has(request: Request, etag: str) -> bool:
    given = request.headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    return "*" in tags or etag.removeprefix("W/") in tags
