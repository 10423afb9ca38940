from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from pyoxigraph import Literal

from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import GRAPH
from trigpoint.web.sparql.endpoint import engine_for
from trigpoint.web.sparql.handle import Worker
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.line import Line
from trigpoint.web.sparql.outcome import answer
from trigpoint.web.sparql.pool import Watch, WorkerPool
from trigpoint.web.sparql.values import Answer, Fault, Job, Query, Reply

LIMITS = Limits(workers=1)
NAMES = Query("SELECT ?name WHERE { ?s <https://example.org/name> ?name } ORDER BY ?name")
JOB = Job(NAMES, "json", None, 10, 10)


def write(store: EmbeddedStore, name: str, *, age: float = 60) -> None:
    """Store a graph with one name in it, as if it had been written `age` seconds ago."""
    graph = GRAPH + name
    line = f'<urn:{name}> <https://example.org/name> "{name}" <{graph}> .\n'
    store.graphs.write(graph, line.encode())
    then = time.time() - age
    os.utime(store.graphs.path(graph), (then, then))


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path / "store", create=True)
    write(store, "a")
    return store


@pytest.fixture
def pool(store: EmbeddedStore) -> Iterator[WorkerPool]:
    engine = engine_for(store, LIMITS)
    assert isinstance(engine, WorkerPool)
    yield engine
    engine.close()


def names(pool: WorkerPool) -> list[str]:
    found = answer(pool, NAMES, LIMITS)
    assert found.fault is None
    return [term.value for (term,) in found.rows if isinstance(term, Literal)]


def look_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trigpoint.web.sparql.pool._LOOK_AGAIN", 0.0)


@pytest.mark.slow
def test_later_build_is_seen(
    store: EmbeddedStore, pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_again(monkeypatch)
    assert names(pool) == ["a"]
    before = pool.version()

    write(store, "b")

    assert names(pool) == ["a", "b"]
    assert pool.version() != before


@pytest.mark.slow
def test_job_given_to_a_process_that_has_just_ended_is_done_by_another(
    pool: WorkerPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert names(pool) == ["a"]
    (ended,) = pool._idle
    ended.kill()
    ended._process.join()
    monkeypatch.setattr(Worker, "alive", property(lambda it: not it._pipe.closed))  # not seen yet

    assert names(pool) == ["a"]
    assert ended not in pool._workers


def test_store_is_looked_at_once_a_second_at_most(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(store)
    looks: list[int] = []
    monkeypatch.setattr(watch, "_look", lambda: looks.append(1))
    watch._state = "known"

    for _ in range(50):
        watch.state()

    assert len(looks) == 1


def test_build_that_runs_is_seen_when_it_rests(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_again(monkeypatch)
    watch = Watch(store)
    before = watch.state()

    write(store, "b", age=0)
    assert watch.state() == before

    write(store, "b", age=30)
    assert watch.state() != before


def test_file_that_goes_while_it_is_looked_at_changes_nothing(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_again(monkeypatch)
    watch = Watch(store)
    before = watch.state()
    monkeypatch.setattr(store.graphs, "names", lambda: [GRAPH + "gone"])

    assert watch.state() == before


@pytest.mark.slow
def test_store_that_cannot_be_opened_is_a_fault_and_may_come_back(
    store: EmbeddedStore, pool: WorkerPool
) -> None:
    hidden = store.folder.with_name("hidden")
    store.folder.rename(hidden)
    fault = answer(pool, NAMES, LIMITS).fault
    hidden.rename(store.folder)

    assert fault
    assert (fault.status, fault.retry_after) == (503, 2)
    assert "is no store" in fault.detail
    assert names(pool) == ["a"]


@pytest.mark.slow
def test_process_is_kept_for_the_next_query(pool: WorkerPool) -> None:
    names(pool)
    before = set(pool._workers)

    names(pool)

    assert pool._workers == before
    assert len(before) == 1


def test_who_waited_too_long_is_turned_away() -> None:
    def work(_: Job, __: Leaving) -> Reply:
        time.sleep(0.3)
        return Answer("select", "json", b"")

    line = Line(work, Limits(seconds=0.2, workers=1))
    first, second = line.submit(JOB), line.submit(JOB)

    assert isinstance(first.result(), Answer)
    assert _status(second) == 503
    line.close()


def test_place_is_free_again_when_the_job_is_done() -> None:
    line = Line(lambda _, __: Answer("select", "json", b""), Limits(workers=1, waiting=0))

    for _ in range(5):
        assert isinstance(line.submit(JOB).result(), Answer)
        time.sleep(0.01)  # the place is given back after the result
    line.close()

    assert _status(line.submit(JOB)) == 503


def _status(future: Future[Reply]) -> int:
    reply = future.result()
    assert isinstance(reply, Fault)
    return reply.status
