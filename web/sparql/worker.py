"""What a worker process runs: it opens the store, and can be killed at any moment.

A query that is too slow or too greedy ends this process, not the server. It has no network where
the system allows that, limited memory, and it does not outlive the server.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from pyoxigraph import Store as Oxigraph

from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.index import open_index
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.answering import answered
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.values import Job

_NEW_NET: Final = 0x40000000  # CLONE_NEWNET; os.unshare is there from Python 3.12
_NEW_USER: Final = 0x10000000  # CLONE_NEWUSER, with which it needs no rights

_POLITENESS: Final = 10


def serve(pipe: Connection, place: str, limits: Limits) -> None:
    """Answer jobs from a pipe until it closes. The first message says that the store is open."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends us
    leave_network()
    _give_way()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # the server is gone
        try:
            index = _open(place)
        except Exception as error:  # whatever it is, the server has to hear of it
            pipe.send(faults.unavailable(str(error)))
            return
        limit_memory(limits.memory)
        pipe.send(None)
        while True:
            job: Job = pipe.recv()
            pipe.send(None)  # taken: should we end now, it is this job that ended us
            pipe.send(_answered(index, job, limits))


def _answered(index: Oxigraph, job: Job, limits: Limits) -> object:
    try:
        return answered(index, job, limits)
    except MemoryError:  # while the fault of the first one was made
        return faults.too_much_memory(limits)


def _open(place: str) -> Oxigraph:
    store = EmbeddedStore(place)
    return open_index(store.folder / "index", [store.graphs.path(g) for g in store.graphs.names()])


def leave_network() -> bool:
    """Move to a network of its own that leads nowhere; say whether the system allowed it.

    The second lock against SERVICE, behind the one that reads the query.
    """
    if not sys.platform.startswith("linux"):
        return False
    libc = ctypes.CDLL(None)
    return any(libc.unshare(flags) == 0 for flags in (_NEW_NET, _NEW_NET | _NEW_USER))


def limit_memory(more: int) -> None:
    """Allow so many bytes beyond what the process takes now, where the system can count them."""
    try:
        import resource  # noqa: PLC0415 - not on Windows

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (ImportError, OSError):
        return
    most = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _give_way() -> None:
    """Let pages go first: a long query is to cost those who read nothing."""
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)  # a query may be running, and would run on
