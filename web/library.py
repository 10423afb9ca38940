"""The open store as pages see it: names, addresses and cached answers, all of one state."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, TypeVar

from pyoxigraph import NamedNode, QuerySolutions

from trigpoint.errors import QueryError
from trigpoint.graph.store import EmbeddedStore, Store
from trigpoint.graph.store.base import Term
from trigpoint.graph.store.index import state_of
from trigpoint.ontology.namespaces import BASE, CONCEPT, DEF, ID
from trigpoint.queries import read_query
from trigpoint.web.words import tail

Row: TypeAlias = Mapping[str, Term | None]
T = TypeVar("T")

KINDS: Final = {
    "authority": "authority",
    "inspection": "inspection",
    "report": "inspection",
    "cluster": "cluster",
    "organisation": "partner",
    "partnership": "partner",
    "role": "partner",
    "service": "partner",
    "def/function": "function",
    "def/theme": "theme",
    "def/framework": "framework",
    "def/scale": "scale",
    "def/grade": "grade",
    "def/item": "item",
}
"""What a thing is, by the first steps of its IRI."""

_PARTS: Final = {
    "judgement": "judgement",
    "recommendation": "recommendation",
    "finding": "finding",
    "grade-statement": "statement",
    "partner-mention": "mention",
}
_FRESH_SECONDS: Final = 2.0
_REMOTE_SECONDS: Final = 300.0


class Library:
    """An open store with the names of its things. Safe to share between threads.

    When the store changes, a later call sees the new state, and what was cached is forgotten.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = threading.RLock()
        self._cache: dict[object, object] = {}
        self._making: dict[object, threading.RLock] = {}
        self._version = ""
        self._checked = 0.0

    @property
    def version(self) -> str:
        """A name for the state of the store, 16 digits."""
        with self._lock:
            if not self._version or time.monotonic() - self._checked > _FRESH_SECONDS:
                self._look_again()
            return self._version

    def _look_again(self) -> None:
        found = _state(self.store)
        if found != self._version:
            if self._version and isinstance(self.store, EmbeddedStore):
                self.store.refresh()
            self._cache.clear()
            self._version = found
        self._checked = time.monotonic()

    def cached(self, key: object, make: Callable[[], T]) -> T:
        """Return what `make` returned for this key and this state of the store.

        It is made once: who asks meanwhile waits.
        """
        version = self.version
        with self._lock:
            making = self._making.setdefault(key, threading.RLock())
        with making:
            with self._lock:
                if key in self._cache:
                    return self._cache[key]  # type: ignore[return-value] # stored here alone
            made = make()
            with self._lock:
                if version == self._version:
                    self._cache[key] = made
        return made

    def rows(self, path: str, /, **bindings: Term) -> list[Row]:
        """Return the rows of `queries/PATH.rq`; its variables named in `bindings` are bound."""
        answer = self.store.query(read_query(path), bindings=bindings or None)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a page must SELECT", subject=path)
        names = [variable.value for variable in answer.variables]
        return [{name: row[name] for name in names} for row in answer]

    def texts(self, path: str, /, **bindings: Term) -> list[dict[str, str]]:
        """Return the rows of `queries/PATH.rq` as texts; what is absent is empty."""
        return [
            {name: "" if term is None else term.value for name, term in row.items()}
            for row in self.rows(path, **bindings)
        ]

    @property
    def labels(self) -> Mapping[str, str]:
        """The names of all named things by IRI."""
        return self.cached("labels", self._read_labels)

    def _read_labels(self) -> dict[str, str]:
        rows = self.texts("pages/labels")
        return {row["iri"]: row["label"] for row in rows}

    def label(self, iri: str) -> str:
        """Return the name of a thing, else the end of its IRI."""
        return self.labels.get(iri) or tail(iri).replace("-", " ")

    def href(self, iri: str) -> str:
        """Return the address of the document about one of our things, else the IRI itself."""
        if iri.startswith(DEF):
            return f"/def#{iri.removeprefix(DEF)}"
        if iri.startswith(ID):
            return f"/doc/{iri.removeprefix(ID)}"
        if iri.startswith(CONCEPT):
            return f"/doc/def/{iri.removeprefix(CONCEPT)}"
        return iri

    def kind_of(self, iri: str) -> str:
        """Return what a thing is, by its IRI: `authority`, `inspection`, `theme`; else `thing`."""
        steps = iri.removeprefix(ID).removeprefix(BASE).split("/")
        if steps[0] == "inspection" and len(steps) > 3:
            return _PARTS.get(steps[3], "thing")
        first = "/".join(steps[:2]) if steps[0] == "def" else steps[0]
        return KINDS.get(first, "thing")

    def exists(self, iri: str) -> bool:
        """Say whether anything is said about a thing; what cannot be an IRI is nothing."""
        if not may_be_iri(iri):
            return False
        return bool(self.store.query(f"ASK {{ {NamedNode(iri)} ?p ?o }}"))


def may_be_iri(text: str) -> bool:
    """Say whether a text has no character that an IRI cannot have."""
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _state(store: Store) -> str:
    """Name the state of a store; that of a server is not known, and taken to last a while."""
    if isinstance(store, EmbeddedStore):
        return state_of(store.graphs.path(name) for name in store.graphs.names())
    return f"{int(time.time() / _REMOTE_SECONDS):016x}"
