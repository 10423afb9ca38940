"""The store as JSON-LD, compact by our context, each report a tree: review, statements, quotes.

Written graph after graph. In the graph of a review everything hangs on the review: what it leads
to stands inside it, and what was stated in it under `@reverse`; a node is written out once.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.graph.store.files import whole_file
from trigpoint.ontology import load
from trigpoint.ontology.namespaces import DEF, PREFIXES

Node: TypeAlias = dict[str, Any]
Subjects: TypeAlias = Mapping[str, list[Quad]]

_TYPE: Final = PREFIXES["rdf"] + "type"
_STRING: Final = PREFIXES["xsd"] + "string"
_MADE_IN: Final = DEF + "madeIn"
_REVIEW: Final = DEF + "Review"
_NATIVE: Final = (PREFIXES["xsd"] + "integer", PREFIXES["xsd"] + "boolean")
_PREFIXES: Final = sorted(PREFIXES.items(), key=lambda prefix: -len(prefix[1]))


def write_jsonld(store: EmbeddedStore, out: Path) -> None:
    """Write all graphs as one JSON-LD document."""
    with whole_file(out) as file:
        file.write(f'{{"@context": {_json(_context())},\n"@graph": ['.encode())
        for n, name in enumerate(store.graphs.names()):
            graph = {"id": compact(name), "graph": framed(store.graphs.read(name))}
            file.write(f"{',' if n else ''}\n{_json(graph)}".encode())
        file.write(b"\n]}\n")


def framed(nquads: bytes) -> list[Node]:
    """Return the nodes of a sorted graph: one tree for a review, a flat list for other graphs."""
    quads = parse(nquads, format=RdfFormat.N_QUADS)
    subjects = {s: list(rows) for s, rows in groupby(quads, key=lambda quad: _name(quad.subject))}
    reviews = [name for name, rows in subjects.items() if _is_review(rows)]
    frame = _Frame(subjects, nested=bool(reviews))
    return [frame.node(name) for name in (*reviews, *subjects) if name not in frame.written]


@lru_cache(maxsize=1_000)
def compact(iri: str) -> str:
    """Return an IRI with its prefix for the namespace, where we have one."""
    for prefix, base in _PREFIXES:
        if iri.startswith(base) and not iri.startswith("//", len(base)):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


class _Frame:
    """Writes the nodes of one graph, each once."""

    def __init__(self, subjects: Subjects, *, nested: bool) -> None:
        self._subjects = subjects
        self._nested = nested
        self._stated = _stated_in(subjects) if nested else {}
        self.written: set[str] = set()

    def node(self, name: str) -> Node:
        self.written.add(name)
        node: dict[str, Any] = defaultdict(list, {"id": compact(name)})
        for quad in self._subjects[name]:
            key, value = self._pair(quad)
            node[key].append(value)
        single = {
            key: value[0] if len(value) == 1 else value
            for key, value in node.items()
            if key != "id"
        }
        stated = [
            self.node(each) for each in self._stated.get(name, ()) if each not in self.written
        ]
        reverse = {"@reverse": {"madeIn": stated}} if stated else {}
        return {"id": node["id"], **single, **reverse}

    def _pair(self, quad: Quad) -> tuple[str, Any]:
        """Return key and value: a term of the context where it says the type of the value."""
        iri = quad.predicate.value
        if isinstance(quad.object, Literal):
            return _literal(iri, quad.object)
        value = _name(quad.object)
        if iri == _TYPE:
            return "type", _terms().get((value, None), compact(value))
        term = _terms().get((iri, "@id"))
        if self._nested and value in self._subjects and value not in self.written:
            return term or compact(iri), self.node(value)
        named = compact(value)
        return (term, named) if term else (compact(iri), {"id": named})


def _name(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """Return the IRI of a node; nothing that we store is a triple."""
    assert not isinstance(term, Triple)  # noqa: S101
    return term.value


def _literal(iri: str, value: Literal) -> tuple[str, Any]:
    kind = f"@{value.language}" if value.language else value.datatype.value
    term = _terms().get((iri, None if kind == _STRING else kind))
    if term:
        return term, _native(value)
    if value.language:
        return compact(iri), {"@value": value.value, "@language": value.language}
    if kind == _STRING:
        return compact(iri), value.value
    return compact(iri), {"@value": value.value, "@type": compact(kind)}


def _native(value: Literal) -> Any:
    """Return whole numbers and truth values as JSON has them, if that gives the same literal."""
    if value.datatype.value in _NATIVE:
        read = json.loads(value.value) if value.value.lstrip("-")[:1] != "0" else value.value
        return read if _json(read) == value.value else value.value
    return value.value


def _is_review(rows: Iterable[Quad]) -> bool:
    return any(quad.predicate.value == _TYPE and _name(quad.object) == _REVIEW for quad in rows)


def _stated_in(subjects: Subjects) -> dict[str, list[str]]:
    stated = defaultdict(list)
    for name, rows in subjects.items():
        for quad in rows:
            if quad.predicate.value == _MADE_IN:
                stated[_name(quad.object)].append(name)
    return stated


@cache
def _context() -> dict[str, Any]:
    context: dict[str, Any] = json.loads(load("context.jsonld"))["@context"]
    return context


@cache
def _terms() -> dict[tuple[str, str | None], str]:
    """Return the terms of the context by IRI and by the type of value that they stand for."""
    return {_meaning(definition): term for term, definition in _definitions()}


def _definitions() -> Iterator[tuple[str, Any]]:
    for term, definition in _context().items():
        if not term.startswith("@") and term not in PREFIXES:
            yield term, definition


def _meaning(definition: Any) -> tuple[str, str | None]:
    if isinstance(definition, str):
        return _expanded(definition), None
    language = definition.get("@language")
    kind = f"@{language}" if language else definition.get("@type")
    return _expanded(definition["@id"]), _expanded(kind) if kind else None


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else name


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
