"""The processes over an embedded store: kept ready, replaced when they end or the store changes."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future
from contextlib import suppress
from typing import Final

from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.index import state_of
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.handle import Worker
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.line import Line
from trigpoint.web.sparql.values import Job, Reply

_LOOK_AGAIN: Final = 1.0  # seconds
_AT_REST: Final = 2.0  # seconds without a write, after which a build is taken to be over


class Watch:
    """The state of a store, read at most once a second, and not while it is being written."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._state = ""
        self._looked = 0.0

    def state(self) -> str:
        """Return a name for what is stored."""
        with self._lock:
            if not self._state or time.monotonic() - self._looked > _LOOK_AGAIN:
                with suppress(OSError):  # a file went while we looked: next time
                    self._look()
                self._looked = time.monotonic()
            return self._state

    def _look(self) -> None:
        files = [self._store.graphs.path(name) for name in self._store.graphs.names()]
        newest = max((file.stat().st_mtime for file in files), default=0.0)
        if not self._state or not 0 <= time.time() - newest < _AT_REST:
            self._state = state_of(files)


class WorkerPool:
    """Answers jobs by processes of its own. Every method may be called by any thread."""

    def __init__(self, store: EmbeddedStore, limits: Limits) -> None:
        self._place = store.place
        self._limits = limits
        self._watch = Watch(store)
        self._line = Line(self._work, limits)
        self._starting = threading.Lock()
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._closed = False

    def submit(self, job: Job, leaving: Leaving | None = None) -> Future[Reply]:
        """Answer a job, at once or when its turn comes, unless who asked has gone."""
        return self._line.submit(job, leaving)

    def version(self) -> str:
        """Return a name for the present state of the store."""
        return self._watch.state()

    def warm(self) -> None:
        """Start all processes in the background."""
        self._line.later(self._fill)

    def close(self) -> None:
        """End all processes."""
        self._closed = True
        for worker in list(self._workers):
            worker.kill()
        self._line.close()
        for worker in list(self._workers):
            self._drop(worker)

    def _work(self, job: Job, leaving: Leaving) -> Reply:
        """Ask until one takes the job: all that were idle may have been ended from outside."""
        for _ in range(self._limits.workers + 1):
            reply = self._ask(self._take(), job, leaving)
            if reply is not None:
                return reply
        return faults.stopped()

    def _ask(self, worker: Worker, job: Job, leaving: Leaving) -> Reply | None:
        try:
            with leaving.ending(worker.kill) as somebody_waits:
                return worker.ask(job) if somebody_waits else faults.left()
        finally:
            self._give_back(worker)

    def _give_back(self, worker: Worker) -> None:
        if worker.alive:
            self._idle.append(worker)
        else:
            self._drop(worker)
            self._line.later(self._fill)

    def _take(self) -> Worker:
        """Return a living process over the present state, started if there is none."""
        state = self._watch.state()
        while True:
            worker = self._idle_one()
            if worker is None:
                with self._starting:
                    if not self._idle:  # none was started while we waited for the lock
                        return self._start(state)
            elif worker.alive and worker.state == state:
                return worker
            else:
                self._drop(worker)

    def _idle_one(self) -> Worker | None:
        with suppress(IndexError):
            return self._idle.pop()
        return None

    def _fill(self) -> None:
        """Start processes until there are enough; who needs one takes the first that is ready."""
        with suppress(faults.Refused):  # the next job will be told
            while self._fill_one():
                pass

    def _fill_one(self) -> bool:
        with self._starting:
            if len(self._workers) >= self._limits.workers:
                return False
            self._idle.append(self._start(self._watch.state()))
            return True

    def _start(self, state: str) -> Worker:
        """Start a process, holding the lock: the first one may have to build the index."""
        if self._closed:
            raise faults.Refused(faults.unavailable("the server stops"))
        worker = Worker(self._place, state, self._limits)
        self._workers.add(worker)
        try:
            worker.wait()
        except faults.Refused:
            self._workers.discard(worker)
            raise
        return worker

    def _drop(self, worker: Worker) -> None:
        self._workers.discard(worker)
        worker.stop()
