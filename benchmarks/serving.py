"""Time the server under load: 200 mixed requests a second, alone and beside a hostile query.

    python benchmarks/serving.py STORE [--seconds 60] [--rate 200]

Starts `trigpoint serve` on a free port and asks it from this process. Prints the time to the first
page from a cold start, the sizes of all authorities' pages, and the percentiles of each kind of
request in milliseconds. Needs `httpx2`.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final
from urllib.parse import urlencode

import httpx2

HOSTILE: Final = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
QUERY: Final = (
    "PREFIX tp: <https://w3id.org/trigpoint/def#> SELECT ?g (COUNT(*) AS ?n) "
    "WHERE { ?j a tp:Judgement ; tp:gradeText ?g } GROUP BY ?g"
)
Address = tuple[str, str]


@contextmanager
def server(store: str) -> Iterator[tuple[str, float]]:
    """Start the server; yield its address and the seconds until its first page."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    began = time.perf_counter()
    command = [sys.executable, "-m", "trigpoint", "serve", "--store", store, "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        yield base, _first_page(base, began)
    finally:
        process.terminate()
        process.wait(20)


def _first_page(base: str, began: float) -> float:
    while time.perf_counter() - began < 60:
        try:
            if httpx2.get(base, timeout=60).status_code == 200:
                return time.perf_counter() - began
        except httpx2.TransportError:
            time.sleep(0.02)
    raise SystemExit("the server does not answer")


def things(base: str, name: str) -> list[str]:
    """Return the paths of the documents about all things of a list."""
    items = httpx2.get(f"{base}/api/{name}", timeout=60).json()["items"]
    return [f"/doc/{item['iri'].partition('/id/')[2]}" for item in items]


def page_sizes(base: str) -> str:
    """Return median and largest size of the pages about authorities, and the largest as sent."""
    pages = [httpx2.get(base + path, timeout=60) for path in things(base, "authorities")]
    pages.sort(key=lambda page: len(page.content))
    middle, largest = pages[len(pages) // 2], pages[-1]
    sent = largest.headers.get("content-length")
    return (
        f"{len(pages)} pages about authorities: {len(middle.content)} bytes in the middle, "
        f"{len(largest.content)} the largest, {sent} as sent"
    )


def addresses(base: str) -> list[Address]:
    """Return what is asked for: kinds with addresses, drawn with a fixed seed."""
    draw = random.Random(7)  # noqa: S311 - a fair draw, no secret
    every = [
        path for name in ("authorities", "reports", "recurring") for path in things(base, name)
    ]
    chosen = draw.sample(every, min(120, len(every)))
    words = ("supervision", "attendance", "placements", "health assessments", "plans")
    mixed = [("page", path) for path in chosen]
    mixed += [("page", path) for path in ("/", "/authorities", "/themes", "/about")] * 4
    mixed += [("rdf", f"{path}.ttl") for path in chosen[:20]]
    mixed += [("search", f"/search?{urlencode({'q': word})}") for word in words] * 3
    mixed += [("api", "/api/questions/coverage"), ("api", "/api/themes")] * 5
    mixed += [("query", f"/sparql?{urlencode({'query': QUERY, 'format': 'json'})}")] * 6
    draw.shuffle(mixed)
    return mixed


async def load(base: str, mixed: list[Address], rate: int, seconds: int) -> dict[str, list[float]]:
    """Ask at an even rate; return the milliseconds of each request by kind; errors count apart."""
    taken: dict[str, list[float]] = defaultdict(list)

    async def ask(client: httpx2.AsyncClient, kind: str, path: str) -> None:
        began = time.perf_counter()
        try:
            answer = await client.get(base + path)
            ok = answer.status_code == 200
        except httpx2.TransportError:
            ok = False
        taken[kind if ok else "error"].append((time.perf_counter() - began) * 1000)

    limits = httpx2.Limits(max_connections=100, max_keepalive_connections=100)
    async with (
        httpx2.AsyncClient(limits=limits, timeout=30) as client,
        asyncio.TaskGroup() as group,
    ):
        began = time.perf_counter()
        for number, (kind, path) in enumerate(itertools.cycle(mixed)):
            if number >= rate * seconds:
                break
            await asyncio.sleep(max(0, began + number / rate - time.perf_counter()))
            group.create_task(ask(client, kind, path))
    return taken


async def beside_hostile(
    base: str, mixed: list[Address], rate: int, seconds: int
) -> dict[str, list[float]]:
    """Do the same while a query that never ends is asked again and again."""
    stop = asyncio.Event()

    async def attack() -> None:
        async with httpx2.AsyncClient(timeout=60) as client:
            while not stop.is_set():
                await client.get(f"{base}/sparql", params={"query": HOSTILE})

    attacker = asyncio.create_task(attack())
    taken = await load(base, mixed, rate, seconds)
    stop.set()
    attacker.cancel()
    return taken


def report(title: str, taken: dict[str, list[float]]) -> None:
    """Print count, median, 95th percentile and worst of each kind."""
    print(f"\n{title}\n| kind | requests | median ms | p95 ms | worst ms |\n|---|--:|--:|--:|--:|")
    for kind, times in sorted(taken.items()):
        times.sort()
        p95 = times[int(len(times) * 0.95) - 1]
        middle = times[len(times) // 2]
        print(f"| {kind} | {len(times)} | {middle:.1f} | {p95:.1f} | {times[-1]:.1f} |")


def main() -> None:
    """Run the two loads and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=200)
    given = parser.parse_args()
    with server(given.store) as (base, first):
        print(f"first page after {first:.2f} s")
        mixed = addresses(base)
        print(page_sizes(base))
        asyncio.run(load(base, mixed, 20, 20))  # every page once: what is kept is there
        report("alone", asyncio.run(load(base, mixed, given.rate, given.seconds)))
        hostile = asyncio.run(beside_hostile(base, mixed, given.rate, given.seconds))
        report("beside a hostile query", hostile)
        print(json.dumps({"seconds": given.seconds, "rate": given.rate}))


if __name__ == "__main__":
    main()
