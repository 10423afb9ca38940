"""Vocabulary files as described resources: quick to import, which rdflib is not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from trigpoint.errors import ReferenceDataError
from trigpoint.ontology import load
from trigpoint.ontology.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NAMES = {iri: prefix for prefix, iri in PREFIXES.items() if prefix != "tpc"}


@dataclass(frozen=True, slots=True)
class Resource:
    """All that one file says of an IRI: values by property, each named `prefix:name`."""

    iri: str
    values: Mapping[str, Sequence[str]]

    def all(self, name: str) -> tuple[str, ...]:
        """Return the values of a property in the order of the file."""
        return tuple(self.values.get(name, ()))

    def one(self, name: str) -> str:
        """Return the first value of a property, or an empty string."""
        return next(iter(self.all(name)), "")


@cache
def resources(name: str) -> dict[str, Resource]:
    """Return what one vocabulary file says of each IRI, in the order of the file."""
    found: dict[str, dict[str, list[str]]] = {}
    for triple in triples(name):
        values = found.setdefault(str(triple.subject).strip("<>"), {})
        values.setdefault(shorten(triple.predicate.value), []).append(_text(triple.object))
    return {iri: Resource(iri, values) for iri, values in found.items()}


def triples(name: str) -> list[ox.Triple]:
    """Parse one vocabulary file; `ReferenceDataError` where it is no Turtle."""
    try:
        return [quad.triple for quad in ox.parse(load(name), format=ox.RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise ReferenceDataError(str(error), subject=name) from error


def shorten(iri: str) -> str:
    """Return an IRI as `prefix:name` where we know its namespace, else as it is."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    prefix = _NAMES.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix else iri


def expand(curie: str) -> str:
    """Return the IRI of a `prefix:name`; `KeyError` for a prefix that is not ours."""
    prefix, _, name = curie.partition(":")
    return PREFIXES[prefix] + name


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode):
        return shorten(term.value)
    return term.value if isinstance(term, ox.Literal) else str(term)
