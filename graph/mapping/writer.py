"""Collects the quads of one named graph; knows RDF terms, and nothing of inspections."""

from __future__ import annotations

from functools import cache
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from trigpoint.ontology.namespaces import PREFIXES

Value: TypeAlias = NamedNode | Literal

_XSD: Final = PREFIXES["xsd"]
_DATE_TYPES: Final = {4: "gYear", 7: "gYearMonth", 10: "date"}


@cache
def term(name: str) -> NamedNode:
    """Return the term of a prefixed name: `term("skos:prefLabel")`."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


@cache
def _datatype(name: str) -> NamedNode:
    return NamedNode(_XSD + name)


def integer(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=_datatype("integer"))


def decimal(value: float) -> Literal:
    """Return an xsd:decimal of at most four places."""
    return Literal(f"{value:.4f}".rstrip("0").rstrip("."), datatype=_datatype("decimal"))


def boolean(value: bool) -> Literal:  # noqa: FBT001 - the value is the argument
    """Return an xsd:boolean."""
    return Literal("true" if value else "false", datatype=_datatype("boolean"))


def partial_date(value: str) -> Literal:
    """Return an xsd:date, gYearMonth or gYear, as precise as the value; else a plain string."""
    name = _DATE_TYPES.get(len(value))
    return Literal(value, datatype=_datatype(name)) if name else Literal(value)


def english(value: str) -> Literal:
    """Return a string in English."""
    return Literal(value, language="en")


class GraphWriter:
    """The quads of one graph, added a statement at a time; empty values are left out."""

    def __init__(self, graph: str) -> None:
        self.graph = NamedNode(graph)
        self.quads: list[Quad] = []

    def add(self, subject: str, predicate: str, value: Value | str | None) -> None:
        """Add one statement; a plain string becomes a string literal, an empty one nothing."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            value = Literal(value)
        self.quads.append(Quad(NamedNode(subject), term(predicate), value, self.graph))

    def link(self, subject: str, predicate: str, target: str | None) -> None:
        """Add a statement whose object is the thing of an IRI."""
        if target:
            self.add(subject, predicate, NamedNode(target))

    def type(self, subject: str, *classes: str) -> None:
        """Add the classes of a thing."""
        for name in classes:
            self.add(subject, "rdf:type", term(name))
