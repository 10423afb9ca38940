"""What a query may take, and that nobody else pays when it takes more."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from tests.web.sparql.serving import EVERYTHING, HOSTILE, HUNGRY, Running, serving

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.sparql.endpoint import Page
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.pool import WorkerPool
from trigpoint.web.sparql.values import Outcome

TIGHT = Limits(seconds=2, rows=50, workers=2, waiting=1, memory=200_000_000, answer=1_000_000)
FAST = "ASK { ?s ?p ?o }"


@pytest.fixture(scope="module")
def tight(library: EmbeddedStore) -> Iterator[Running]:
    with serving(library, TIGHT) as running:
        running.engine.warm()
        assert running.ask(FAST).status_code == 200
        yield running


def plain_page(_request: Request, _query: str, outcome: Outcome | None) -> Response:
    return PlainTextResponse(outcome.kind if outcome else "")


def wait_until(true: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def pids(running: Running) -> list[int]:
    assert isinstance(running.engine, WorkerPool)
    return [int(worker._process.pid or 0) for worker in running.engine._workers]


def idle(running: Running) -> int:
    assert isinstance(running.engine, WorkerPool)
    return len(running.engine._idle)


def in_background(
    call: Callable[[], httpx.Response], times: int = 1
) -> list[Future[httpx.Response]]:
    threads = ThreadPoolExecutor(times)
    futures = [threads.submit(call) for _ in range(times)]
    threads.shutdown(wait=False)
    return futures


def test_rows_beyond_the_limit_are_cut_and_it_is_said(tight: Running) -> None:
    cut = tight.ask(EVERYTHING)
    whole = tight.ask(EVERYTHING + " LIMIT 50")

    assert len(cut.json()["results"]["bindings"]) == 50
    assert cut.headers["x-trigpoint-truncated"] == cut.headers["x-sparql-maxrows"] == "50"
    assert len(whole.json()["results"]["bindings"]) == 50
    assert "x-trigpoint-truncated" not in whole.headers
    assert "X-Trigpoint-Truncated" in cut.headers["access-control-expose-headers"]


@pytest.mark.parametrize("form", ["xml", "csv", "tsv"])
def test_rows_are_cut_in_every_format(tight: Running, form: str) -> None:
    cut = tight.ask("SELECT ?s WHERE { ?s ?p ?o }", format=form)

    rows = cut.text.count("<result>") if form == "xml" else len(cut.text.splitlines()) - 1
    assert (rows, cut.headers["x-trigpoint-truncated"]) == (50, "50")


def test_triples_beyond_the_limit_are_cut_and_it_is_said(tight: Running) -> None:
    cut = tight.ask("CONSTRUCT WHERE { ?s ?p ?o }", format="nt")
    same = tight.ask("CONSTRUCT { <urn:a> a <urn:b> } WHERE { ?s ?p ?o }", format="nt")

    assert (len(cut.text.splitlines()), cut.headers["x-trigpoint-truncated"]) == (50, "50")
    assert same.text.count("\n") == 1
    assert "x-trigpoint-truncated" not in same.headers


def test_answer_of_few_huge_rows_is_refused(tight: Running) -> None:
    longer = "BIND(CONCAT(?t, ?t, ?t, ?t, ?t, ?t, ?t, ?t, ?t, ?t) AS ?u)"
    text = f'BIND("{"x" * 1000}" AS ?t) {longer}'
    query = f"SELECT ?n ?u ?w WHERE {{ VALUES ?n {{ {'1 ' * 30} }} {text} {_ten('u', 'w')} }}"

    response = tight.ask(query)

    assert response.status_code == 503
    assert "may have 1 MB" in response.text


def _ten(name: str, into: str) -> str:
    return f"BIND(CONCAT({', '.join([f'?{name}'] * 10)}) AS ?{into})"


@pytest.mark.slow
def test_hostile_query_is_stopped_in_time(tight: Running) -> None:
    begun = time.monotonic()

    response = tight.ask(HOSTILE, "application/json")

    assert response.status_code == 503
    assert response.json()["detail"] == "it was stopped after 2 seconds"
    assert time.monotonic() - begun < 4
    assert tight.ask(FAST).status_code == 200


@pytest.mark.slow
def test_others_are_answered_beside_a_hostile_query(tight: Running) -> None:
    (hostile,) = in_background(lambda: tight.ask(HOSTILE))
    times = []
    while not hostile.done():
        begun = time.monotonic()
        assert tight.ask(FAST).status_code == 200
        times.append(time.monotonic() - begun)

    assert hostile.result().status_code == 503
    assert len(times) > 5
    assert sorted(times)[len(times) // 2] < 0.5


@pytest.mark.slow
def test_hungry_query_ends_without_the_server(library: EmbeddedStore) -> None:
    with serving(library, replace(TIGHT, seconds=60, memory=60_000_000)) as running:
        response = running.ask(HUNGRY)

        assert response.status_code == 503
        assert "it may take 60 MB" in response.text
        assert running.ask(FAST).status_code == 200


@pytest.mark.slow
@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 20_000 + "}" * 20_000,
        "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
        "SELECT * { ?s " + "(" * 20_000 + "<urn:p>" + ")" * 20_000 + " ?o }",
    ],
    ids=["groups", "expressions", "paths"],
)
def test_deep_query_ends_without_the_server(tight: Running, query: str) -> None:
    assert tight.post(query).status_code == 503
    assert tight.ask(FAST).status_code == 200


@pytest.mark.slow
def test_too_many_are_turned_away_and_told_when_to_come_back(tight: Running) -> None:
    replies = [future.result() for future in in_background(lambda: tight.ask(HOSTILE), times=6)]

    turned_away = [reply for reply in replies if "Too many" in reply.text]
    assert {reply.status_code for reply in replies} == {503}
    assert len(turned_away) >= 3
    assert all(int(reply.headers["retry-after"]) >= 1 for reply in turned_away)
    assert tight.ask(FAST).status_code == 200


def from_address(running: Running, address: str, query: str) -> httpx.Response:
    headers = {"X-Forwarded-For": address}
    return running.client.get(running.url, params={"query": query}, headers=headers)


def ask_and_go(running: Running, query: str) -> None:
    """Send a query and close the connection soon after, without waiting for the answer."""
    with httpx.Client(timeout=0.3) as client, pytest.raises(httpx.ReadTimeout):
        client.get(running.url, params={"query": query})


@pytest.mark.slow
@pytest.mark.parametrize("page", [None, plain_page], ids=["answer", "page"])
def test_query_ends_when_its_client_goes(library: EmbeddedStore, page: Page | None) -> None:
    limits = replace(TIGHT, seconds=60, workers=1, waiting=0)
    with serving(library, limits, page=page) as running:
        assert running.ask(FAST).status_code == 200
        (before,) = pids(running)
        ask_and_go(running, HOSTILE)
        wait_until(lambda: gone(before))
        wait_until(lambda: running.ask(FAST).status_code == 200)


@pytest.mark.slow
def test_query_that_waits_leaves_the_line_when_its_client_goes(library: EmbeddedStore) -> None:
    limits = replace(TIGHT, seconds=5, workers=1, waiting=1)
    with serving(library, limits, proxied=True) as running:
        assert running.ask(FAST).status_code == 200
        (hostile,) = in_background(lambda: from_address(running, "192.0.2.1", HOSTILE))
        wait_until(lambda: idle(running) == 0)
        for _ in range(3):  # each would be told that the line is full, were the last still in it
            ask_and_go(running, FAST)
        assert "too long" in hostile.result().text


@pytest.mark.slow
def test_one_client_does_not_take_the_whole_line(library: EmbeddedStore) -> None:
    limits = replace(TIGHT, waiting=2, per_client=4)
    with serving(library, limits, proxied=True) as running:
        running.engine.warm()
        wait_until(lambda: idle(running) == 2)

        greedy = in_background(lambda: from_address(running, "192.0.2.1", HOSTILE), times=6)
        wait_until(lambda: sum(one.done() for one in greedy) == 2)
        refused = [one.result() for one in greedy if one.done()]
        time.sleep(0.5)  # who comes later than those at work does not wait as long as they may
        others = in_background(lambda: from_address(running, "192.0.2.2", FAST), times=2)

        assert {one.status_code for one in refused} == {429}
        assert all("your address" in one.text for one in refused)
        assert [one.result().status_code for one in others] == [200, 200]
        wait_until(lambda: all(one.done() for one in greedy))
        assert from_address(running, "192.0.2.1", FAST).status_code == 200


@pytest.mark.slow
def test_killed_process_is_an_error_of_its_query_alone(tight: Running) -> None:
    wait_until(lambda: idle(tight) == 2)
    (hostile,) = in_background(lambda: tight.ask(HOSTILE))
    wait_until(lambda: idle(tight) == 1)
    before = pids(tight)

    for pid in before:  # the one at work, and the idle one
        os.kill(pid, signal.SIGKILL)

    assert "the process that worked on it ended" in hostile.result().text
    assert tight.ask(FAST).status_code == 200
    assert not set(before) & set(pids(tight))


@pytest.mark.slow
def test_close_ends_what_runs(library: EmbeddedStore) -> None:
    with serving(library, replace(TIGHT, seconds=60)) as running:
        assert running.ask(FAST).status_code == 200
        (hostile,) = in_background(lambda: running.ask(HOSTILE))
        wait_until(lambda: idle(running) == 0)
        workers, begun = pids(running), time.monotonic()
        running.engine.close()
        assert hostile.result().status_code == 503
        assert time.monotonic() - begun < 5
        assert running.ask(FAST).status_code == 503

    for pid in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


ORPHAN = """
import json, os, signal, threading, time
from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.outcome import job_for_page
from trigpoint.web.sparql.pool import WorkerPool
from trigpoint.web.sparql.values import Query
if __name__ == "__main__":
    limits = Limits(seconds=60, workers=1)
    pool = WorkerPool(EmbeddedStore({place!r}), limits)
    pool.submit(job_for_page(Query("ASK {{}}"), limits)).result()
    pool.submit(job_for_page(Query({query!r}), limits))
    time.sleep(0.5)
    print(json.dumps([worker._process.pid for worker in pool._workers]), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"  # dead, and not yet buried


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_no_process_outlives_a_server_that_is_killed(
    library: EmbeddedStore, tmp_path: Path
) -> None:
    program = tmp_path / "serve.py"
    program.write_text(ORPHAN.format(place=library.place, query=HOSTILE), encoding="utf-8")

    ended = subprocess.run([sys.executable, program], capture_output=True, check=False, timeout=60)

    assert ended.returncode == -signal.SIGKILL
    for pid in json.loads(ended.stdout):
        wait_until(partial(gone, pid), seconds=5)
