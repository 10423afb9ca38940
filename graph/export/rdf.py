"""The store as RDF documents, written from the sorted graph files: equal stores, equal bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse, serialize

from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import write_whole
from trigpoint.ontology.namespaces import PREFIXES


def write_nquads(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as N-Quads, graph after graph, each sorted."""
    write_whole(out, b"".join(store.graphs.read(name) for name in store.graphs.names()))


def write_trig(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as TriG."""
    write_whole(out, _serialised(_quads(store), RdfFormat.TRIG))


def write_turtle(store: EmbeddedStore, out: Path) -> None:
    """Write the union of all graphs as Turtle: which graph says what is lost."""
    triples = sorted({quad.triple for quad in _quads(store)}, key=str)
    merged = (Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    write_whole(out, _serialised(merged, RdfFormat.TURTLE))


def write_jsonld(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as JSON-LD."""
    write_whole(out, _serialised(_quads(store), RdfFormat.JSON_LD))


def _quads(store: EmbeddedStore) -> Iterator[Quad]:
    for name in store.graphs.names():
        yield from parse(store.graphs.read(name), format=RdfFormat.N_QUADS)


def _serialised(quads: Iterator[Quad], form: RdfFormat) -> bytes:
    prefixes = None if form is RdfFormat.JSON_LD else PREFIXES
    return serialize(quads, format=form, prefixes=prefixes) or b""
