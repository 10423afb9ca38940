"""The same over a SPARQL server: the query is sent on, with the same limits."""

from __future__ import annotations

import time
from concurrent.futures import Future
from dataclasses import replace
from typing import Final

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.store import Store
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.answering import written
from trigpoint.web.sparql.leaving import Leaving
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.line import Line
from trigpoint.web.sparql.values import Answer, Fault, Job, Reply

_KNOWN_FOR: Final = 600  # seconds: a server does not say when it changes


class Relay:
    """Answers jobs by asking the server of a store."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._line = Line(self._work, limits)

    def submit(self, job: Job, leaving: Leaving | None = None) -> Future[Reply]:
        """Answer a job, at once or when its turn comes, unless who asked has gone by then."""
        return self._line.submit(job, leaving)

    def version(self) -> str:
        """Return another name every ten minutes."""
        return str(int(time.time() / _KNOWN_FOR))

    def warm(self) -> None:
        """Do nothing: a server is ready."""

    def close(self) -> None:
        """Stop; the jobs at work end with their time limit."""
        self._line.close()

    def _work(self, job: Job, leaving: Leaving) -> Reply:
        if leaving.gone:  # later the server would have to be told, for which there is no protocol
            return faults.left()
        if job.query.dataset is not None:
            return faults.malformed(
                "graphs cannot be chosen by parameter here", "Choose them with FROM in the query"
            )
        begun = time.monotonic()
        try:
            result = self._store.query(job.query.text, seconds=job.seconds)
            reply = written(result, job, self._limits)
        except QueryError as error:
            return faults.refused(error)
        except StoreError as error:
            return _unreached(error, job.seconds)
        if isinstance(reply, Answer):
            return replace(reply, milliseconds=round((time.monotonic() - begun) * 1000))
        return reply


def _unreached(error: StoreError, seconds: float) -> Fault:
    cause = error.__cause__
    if isinstance(cause, TimeoutError) or isinstance(getattr(cause, "reason", None), TimeoutError):
        return faults.too_slow(seconds)
    return faults.unavailable(error.problem, status=502)
