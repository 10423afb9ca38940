"""Who waits for an answer: as many threads as may work, a few jobs behind them, and no more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from trigpoint.web.sparql import faults
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Job, Reply


class Line:
    """Jobs in the order in which they came, done by `limits.workers` threads."""

    def __init__(self, work: Callable[[Job, Leaving], Reply], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._places = threading.Semaphore(limits.workers + limits.waiting)
        self._threads = ThreadPoolExecutor(limits.workers, thread_name_prefix="sparql")

    def submit(self, job: Job, leaving: Leaving | None = None) -> Future[Reply]:
        """Take a job; it is turned away when too many wait, or when it waited too long."""
        if not self._places.acquire(blocking=False):
            return _done(faults.busy(self._limits))
        try:
            future = self._threads.submit(
                self._in_turn, job, leaving or Leaving(), time.monotonic()
            )
        except RuntimeError:  # closed
            return _done(faults.unavailable("the server stops"))
        future.add_done_callback(lambda _: self._places.release())
        return future

    def _in_turn(self, job: Job, leaving: Leaving, since: float) -> Reply:
        if time.monotonic() - since > self._limits.seconds:
            return faults.busy(self._limits)
        try:
            return self._work(job, leaving)
        except faults.Refused as refused:
            return refused.fault

    def later(self, task: Callable[[], object]) -> None:
        """Do something of our own when the jobs before it are done."""
        try:
            self._threads.submit(task)
        except RuntimeError:  # closed
            return

    def close(self) -> None:
        """Turn away who waits, and wait for the jobs that are being done."""
        self._threads.shutdown(wait=True, cancel_futures=True)


def _done(reply: Reply) -> Future[Reply]:
    future: Future[Reply] = Future()
    future.set_result(reply)
    return future
