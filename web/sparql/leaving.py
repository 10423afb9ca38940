"""Whether who asked has gone, so that nobody works for nobody."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Leaving:
    """Joins one who waits for an answer and one who works on it, in two threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gone = False
        self._end: Callable[[], object] | None = None

    @property
    def gone(self) -> bool:
        """Whether nobody waits any more."""
        return self._gone

    def leave(self) -> None:
        """Say that nobody waits any more, and end what is at work."""
        with self._lock:
            self._gone = True
            if self._end:
                self._end()

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[bool]:
        """Yield whether somebody waits; `end` is called at most as long as the block lasts."""
        with self._lock:
            self._end = end
            there = not self._gone
        try:
            yield there
        finally:
            with self._lock:
                self._end = None
