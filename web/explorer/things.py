"""A thing as the explorer shows it: what it is called, of which kind, and when it was."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.web.explorer.drawing import Thing
from trigpoint.web.explorer.kinds import Kind, kind_named
from trigpoint.web.explorer.relations import review_dates
from trigpoint.web.library import Library

_MADE_IN_A_REVIEW = ("recommendation", "judgement")


def kind_of(library: Library, iri: str) -> Kind | None:
    """Return the kind of a thing, or None where the explorer does not draw such."""
    return kind_named(library.kind_of(iri))


def thing(library: Library, iri: str, kind: str) -> Thing:
    """Return a thing by its IRI, with its name, address and dates."""

    def found() -> Thing:
        if kind == "report":
            return _report(library, iri)
        if kind in _MADE_IN_A_REVIEW:
            return _statement(library, iri, kind)
        return Thing(iri, library.label(iri), kind, library.href(iri))

    return library.cached(("explorer thing", iri), found)


def _report(library: Library, iri: str) -> Thing:
    row = review_dates(library).get(iri)
    if row is None:
        return Thing(iri, library.label(iri), "report", library.href(iri))
    facts = (row["start"][:4], row["framework"], row["authority"])
    name = ", ".join(fact for fact in facts if fact) or library.label(iri)
    return Thing(iri, name, "report", library.href(iri), row["start"], row["end"])


def _statement(library: Library, iri: str, kind: str) -> Thing:
    rows = library.texts("pages/explorer/statement", _thing=NamedNode(iri))
    if not rows:
        return Thing(iri, library.label(iri), kind, library.href(iri))
    dates = review_dates(library).get(rows[0]["review"], {"start": "", "end": ""})
    return Thing(iri, rows[0]["name"], kind, library.href(iri), dates["start"], dates["end"])
