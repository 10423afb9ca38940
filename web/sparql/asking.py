"""From a job to its reply: as long as the client waits, and each client in a line of its own.

Of one client only as many jobs as there are processes are in the line of all. So whoever comes next
waits for at most one job of each other client, however much those ask.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from starlette.requests import Request

from trigpoint.web.sparql import faults
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Engine, Job, Reply


@dataclass(slots=True)
class _Client:
    """Who asks from one address: its turns in the line of all, and how many jobs it has here."""

    turns: asyncio.Semaphore
    jobs: int = 0


class Asking:
    """Has jobs done by an engine; used by one event loop."""

    def __init__(self, engine: Engine, limits: Limits) -> None:
        self._engine = engine
        self._limits = limits
        self._clients: dict[object, _Client] = {}

    async def reply(self, request: Request, job: Job) -> Reply:
        """Return the reply to a job, given up as soon as its client has gone."""
        reply = asyncio.ensure_future(self._for_client(_address(request), job))
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait((reply, gone), return_when=asyncio.FIRST_COMPLETED)
            return reply.result() if reply.done() else faults.left()
        finally:
            gone.cancel()
            reply.cancel()

    async def _for_client(self, address: object, job: Job) -> Reply:
        client = self._clients.get(address) or _Client(asyncio.Semaphore(self._limits.workers))
        if client.jobs >= self._limits.per_client:
            return faults.too_many(self._limits)
        self._clients[address] = client
        client.jobs += 1
        try:
            return await self._in_turn(client.turns, job)
        finally:
            client.jobs -= 1
            if not client.jobs:
                del self._clients[address]

    async def _in_turn(self, turns: asyncio.Semaphore, job: Job) -> Reply:
        try:
            async with asyncio.timeout(self._limits.seconds):
                await turns.acquire()
        except TimeoutError:
            return faults.busy(self._limits)
        leaving = Leaving()
        try:  # being cancelled takes the job out of the line, if it still waits there
            return await asyncio.wrap_future(self._engine.submit(job, leaving))
        finally:
            leaving.leave()
            turns.release()


def _address(request: Request) -> object:
    """Return what tells clients apart; who has no address, as on a local socket, is nobody else."""
    return request.client.host if request.client else object()


async def _gone(request: Request) -> None:
    """Return when the client has closed its connection; its body must have been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
