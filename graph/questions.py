"""Questions asked of a store: parameters found by name, bound, and answered in rows."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode, QuerySolutions

from trigpoint.errors import QueryError, UnknownName
from trigpoint.graph.store.base import Store, Term
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.queries import Askable, Parameter, question, read_query


def ask(
    store: Store, name: str, parameters: Mapping[str, str], *, seconds: float | None = None
) -> QuerySolutions:
    """Answer a question by name; raises UnknownName for a name, parameter or value not known."""
    asked = question(name)
    answer = store.query(
        asked.text, bindings=bindings_for(store, asked, parameters), seconds=seconds
    )
    if not isinstance(answer, QuerySolutions):
        raise QueryError("a question must SELECT", subject=name)
    return answer


def bindings_for(store: Store, asked: Askable, given: Mapping[str, str]) -> dict[str, Term]:
    """Return the variables of a question or view with the terms that the given values mean.

    A parameter that is not given has its default, if it has one. Raises UnknownName for a parameter
    or value not known, and for a required one not given.
    """
    given = {one.name: one.default for one in asked.parameters if one.default} | dict(given)
    bindings = {
        asked.parameter(key).variable: value_of(store, asked.parameter(key), value)
        for key, value in given.items()
    }
    _require(asked, given)
    return bindings


def _require(asked: Askable, given: Mapping[str, str]) -> None:
    for parameter in asked.parameters:
        if parameter.required and parameter.name not in given:
            raise UnknownName(
                f"{asked.name} needs --{parameter.name}",
                remedy=f"For example: --{parameter.name} {parameter.example!r}",
            )


def value_of(store: Store, parameter: Parameter, given: str) -> Term:
    """Return the term that a given value means: free text, a number, or a thing by its name."""
    if parameter.type == "text":
        return Literal(given)
    if parameter.type == "integer":
        return _integer(parameter, given)
    return find(store, parameter.type, given)


def _integer(parameter: Parameter, given: str) -> Term:
    if not given.removeprefix("-").isdigit():
        raise UnknownName(f"--{parameter.name} takes a whole number, not {given!r}")
    return Literal(given, datatype=NamedNode(PREFIXES["xsd"] + "integer"))


def find(store: Store, kind: str, given: str) -> NamedNode:
    """Find a thing by its IRI, the end of its IRI or any of its names, else by part of a name.

    Raises UnknownName when nothing, or more than one thing, answers to it.
    """
    known = _values(store, kind)
    wanted = given.casefold().strip()
    exact = {iri for iri, name in known if wanted in (iri.casefold(), name.casefold())}
    ends = {iri for iri, _ in known if iri.casefold().endswith(f"/{wanted}")}
    parts = {iri for iri, name in known if wanted in name.casefold() or wanted in iri.casefold()}
    for found in (exact, ends, parts):
        if len(found) == 1:
            return NamedNode(found.pop())
        if found:
            raise _ambiguous(kind, given, sorted(found))
    names = sorted({name for _, name in known})
    near = difflib.get_close_matches(given, names, n=5, cutoff=0.4) or names[:5]
    remedy = f"Nearest: {'; '.join(near)}" if near else "The store holds none"
    raise UnknownName(f"no {kind} {given!r} in this store", remedy=remedy)


def _ambiguous(kind: str, given: str, found: list[str]) -> UnknownName:
    tails = [iri.split("/id/")[-1].split("/def/")[-1] for iri in found[:8]]
    remedy = f"Say which: {'; '.join(tails)}"
    return UnknownName(f"{given!r} means {len(found)} of type {kind}", remedy=remedy)


def _values(store: Store, kind: str) -> list[tuple[str, str]]:
    rows = store.query(read_query(f"values/{kind}"))
    assert isinstance(rows, QuerySolutions)  # noqa: S101 - our own SELECT
    return [(row["value"].value, row["name"].value) for row in rows]
