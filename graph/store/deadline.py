"""A limit on how long a query may take."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from trigpoint.errors import QueryError

T = TypeVar("T")


def within(seconds: float | None, work: Callable[[], T]) -> T:
    """Return what `work` returns, or raise QueryError when it takes longer than `seconds`.

    The work goes on in a daemon thread that nobody waits for: the caller is expected to end.
    """
    if seconds is None:
        return work()
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # raised again in the caller's thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise QueryError(
            f"the query took longer than {seconds:g} seconds",
            remedy="Narrow it, or raise the limit with --timeout",
        )
    return results[0]
