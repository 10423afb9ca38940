"""The store as RDF documents, written graph after graph: equal stores, equal bytes.

Nothing holds more than one graph at a time, so a large store takes time and no memory.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import whole_file
from trigpoint.ontology.namespaces import PREFIXES

_BATCH = 10_000
_BUFFER_BYTES = 32_000_000  # for all files that are merged
_LEAST_BYTES = 4_096


def write_nquads(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as N-Quads, graph after graph, each sorted."""
    write_graphs(store, store.graphs.names(), out)


def write_trig(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as TriG."""
    _serialise(_quads(store), RdfFormat.TRIG, out)


def write_turtle(store: EmbeddedStore, out: Path) -> None:
    """Write the union of all graphs as Turtle: which graph says what is lost."""
    write_merged(store, store.graphs.names(), RdfFormat.TURTLE, out)


def write_rdfxml(store: EmbeddedStore, out: Path) -> None:
    """Write the union of all graphs as RDF/XML: which graph says what is lost."""
    write_merged(store, store.graphs.names(), RdfFormat.RDF_XML, out)


def write_graphs(store: EmbeddedStore, names: Iterable[str], out: Path) -> None:
    """Write some graphs as N-Quads."""
    with whole_file(out) as file:
        for name in names:
            file.write(store.graphs.read(name))


def write_merged(store: EmbeddedStore, names: Iterable[str], form: RdfFormat, out: Path) -> None:
    """Write the union of some graphs in a format of triples."""
    _serialise(_triples(merged_lines(store, names)), form, out)


def merged_lines(store: EmbeddedStore, names: Iterable[str]) -> Iterator[bytes]:
    """Yield the triples of graphs as N-Triples in order, each once: the files are sorted."""
    paths = [store.graphs.path(name) for name in names]
    block = max(_LEAST_BYTES, _BUFFER_BYTES // max(len(paths), 1))
    files = (_ntriples(path, block) for path in paths)
    return (line for line, _ in itertools.groupby(heapq.merge(*files)))


def _ntriples(path: Path, block: int) -> Iterator[bytes]:
    """Yield the lines of a graph without the graph; the file is open only while a block is read."""
    place = 0
    while True:
        with path.open("rb") as file:
            file.seek(place)
            lines = file.readlines(block)
            place = file.tell()
        if not lines:
            return
        for line in lines:
            yield line.rpartition(b" <")[0] + b" .\n"


def _triples(lines: Iterator[bytes]) -> Iterator[Triple]:
    while batch := b"".join(itertools.islice(lines, _BATCH)):
        yield from (quad.triple for quad in parse(batch, format=RdfFormat.N_TRIPLES))


def _quads(store: EmbeddedStore) -> Iterator[Quad]:
    for name in store.graphs.names():
        yield from parse(store.graphs.read(name), format=RdfFormat.N_QUADS)


def _serialise(statements: Iterator[Quad] | Iterator[Triple], form: RdfFormat, out: Path) -> None:
    with whole_file(out) as file:
        serialize(statements, output=file, format=form, prefixes=PREFIXES)
