"""What one query may take of the server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, rows and bytes that a query, its request and its answer may have.

    `seconds`   to answer one query, and to wait for one's turn
    `rows`      solutions or triples that are returned
    `body`      bytes of a request's body, and of a query in an address
    `workers`   processes that answer at the same time
    `waiting`   queries that wait for a process; the next one is turned away
    `per_client` queries of one address that are answered or wait; the next one is turned away
    `memory`    bytes that a process may take beyond what the open store takes
    `answer`    bytes of an answer
    `starting`  seconds in which a process must have opened the store
    """

    seconds: float = 10
    rows: int = 10_000
    body: int = 100_000
    workers: int = 2
    waiting: int = 16
    per_client: int = 16
    memory: int = 1_000_000_000
    answer: int = 50_000_000
    starting: float = 300
