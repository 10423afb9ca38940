"""Makes the index beside the server's work, and anew when the store has changed."""

from __future__ import annotations

import logging
import threading

from trigpoint.errors import TrigpointError
from trigpoint.web.search.entries import Library, read_entries
from trigpoint.web.search.index import Index

_log = logging.getLogger(__name__)


class Indexer:
    """Holds the newest index that is ready; nobody waits for the next one."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._worker: threading.Thread | None = None

    def current(self) -> Index | None:
        """Return the newest index, or None before the first; starts one where the store changed."""
        version = self._library.version
        with self._lock:
            stale = self._index is None or self._index.version != version
            if stale and not (self._worker and self._worker.is_alive()):
                self._worker = threading.Thread(target=self._make, args=(version,), daemon=True)
                self._worker.start()
            return self._index

    def wait(self, seconds: float = 60.0) -> Index | None:
        """Return the newest index once it is made; for tests and measurements."""
        self.current()
        if self._worker:
            self._worker.join(seconds)
        return self._index

    def _make(self, version: str) -> None:
        try:
            made = Index(read_entries(self._library), version)
        except TrigpointError:
            _log.exception("no search index could be made")
            return
        with self._lock:
            self._index = made
