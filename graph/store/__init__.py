"""Where graphs live: a folder of files (embedded) or a SPARQL 1.1 server (remote)."""

from __future__ import annotations

from trigpoint.graph.store.base import Store
from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.remote import RemoteStore

__all__ = ["EmbeddedStore", "RemoteStore", "Store", "open_store"]


def open_store(place: str, *, create: bool = False) -> Store:
    """Open the store at a folder, or at the URL of a SPARQL 1.1 query endpoint.

    Raises StoreError when the folder is no store and `create` is false.
    """
    if place.startswith(("http://", "https://")):
        return RemoteStore(place)
    return EmbeddedStore(place, create=create)
