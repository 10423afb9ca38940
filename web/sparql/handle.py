"""The server's end of a worker process: start it, ask it, kill it."""

from __future__ import annotations

import multiprocessing
import signal
import time
from dataclasses import replace

from trigpoint.web.sparql import faults
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Answer, Fault, Job, Reply
from trigpoint.web.sparql.worker import serve


class Worker:
    """A process over one state of a store. Only `kill` may be called by several threads."""

    def __init__(self, place: str, state: str, limits: Limits) -> None:
        """Start it; it is to be asked when `wait` has returned."""
        self.state = state
        self._limits = limits
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, place, limits), daemon=True)
        self._process.start()
        theirs.close()

    def wait(self) -> None:
        """Return when it has opened the store; raises Refused when it cannot."""
        problem: object = faults.unavailable("it was not opened in time")
        try:
            if self._pipe.poll(self._limits.starting):
                problem = self._pipe.recv()
        except (EOFError, OSError):
            problem = faults.unavailable("the process that opened it ended")
        if isinstance(problem, Fault):
            self.stop()
            raise faults.Refused(problem)

    @property
    def alive(self) -> bool:
        """Whether it can take another job."""
        return not self._pipe.closed and self._process.is_alive()

    def ask(self, job: Job) -> Reply | None:
        """Return the reply to a job; whatever goes wrong ends the process and is the reply.

        None when the process had ended before it took the job: another one may do it.
        """
        begun = time.monotonic()
        if not self._takes(job):
            self.stop()
            return None
        try:
            reply = self._reply(job.seconds)
        except (EOFError, OSError):
            reply = self._why_it_ended()
        if isinstance(reply, Answer):
            return replace(reply, milliseconds=round((time.monotonic() - begun) * 1000))
        if reply.status >= 500:
            self.stop()
        return reply

    def _takes(self, job: Job) -> bool:
        """Hand a job over, and say whether it arrived."""
        try:
            self._pipe.send(job)
            if not self._pipe.poll(job.seconds):
                return False
            self._pipe.recv()
        except (EOFError, OSError):
            return False
        return True

    def _reply(self, seconds: float) -> Reply:
        if not self._pipe.poll(seconds):
            return faults.too_slow(seconds)
        reply: Reply = self._pipe.recv()
        return reply

    def _why_it_ended(self) -> Fault:
        self._process.join(1)
        if self._process.exitcode == -signal.SIGABRT:  # how the library ends without memory
            return faults.too_much_memory(self._limits)
        return faults.stopped()

    def kill(self) -> None:
        """End the process, whatever it does; who waits for its reply is told that it ended."""
        self._process.kill()

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        self.kill()
        self._process.join()
        self._pipe.close()
