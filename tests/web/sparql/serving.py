"""A running endpoint: a real server on a free port, in a thread."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from starlette.applications import Starlette

from trigpoint.graph.store import Store
from trigpoint.web.sparql.endpoint import Page, engine_for, routes
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Engine

EVERYTHING = "SELECT * WHERE { ?s ?p ?o }"
HOSTILE = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?g) }"
HUNGRY = "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c"
QUERY = "application/sparql-query"


@dataclass(frozen=True)
class Running:
    """Where an endpoint answers, what stands behind it, and a client of it."""

    url: str
    engine: Engine
    client: httpx.Client

    def ask(self, query: str, accept: str = "*/*", **fields: str) -> httpx.Response:
        return self.client.get(
            self.url, params={"query": query, **fields}, headers={"Accept": accept}
        )

    def post(self, query: str, accept: str = "*/*") -> httpx.Response:
        headers = {"Accept": accept, "Content-Type": QUERY}
        return self.client.post(self.url, content=query.encode(), headers=headers)


@contextmanager
def serving(
    store: Store,
    limits: Limits,
    *,
    page: Page | None = None,
    base_url: str = "",
    proxied: bool = False,
) -> Iterator[Running]:
    """Serve a store until the block ends, `proxied` if clients are named by X-Forwarded-For."""
    behind = engine_for(store, limits)
    app = Starlette(routes=routes(store, limits, page=page, engine=behind, base_url=base_url))
    config = uvicorn.Config(
        app, log_level="critical", lifespan="off", ws="none", proxy_headers=proxied
    )
    with listening() as bound, thread_of(uvicorn.Server(config), bound):
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/sparql"
        with httpx.Client(timeout=60) as client:
            yield Running(url, behind, client)
        behind.close()


@contextmanager
def listening() -> Iterator[socket.socket]:
    """Bind a free port of this machine."""
    # named as TCP, for asyncio sends small packets at once on such sockets alone
    with socket.socket(proto=socket.IPPROTO_TCP) as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        yield bound


@contextmanager
def thread_of(server: uvicorn.Server, bound: socket.socket) -> Iterator[None]:
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join(30)
