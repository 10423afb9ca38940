"""The page about anything else: what is said of it, what leads to it, the words that state it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.web.holdings import Row
from trigpoint.web.library import Library
from trigpoint.web.linked_data import is_ours
from trigpoint.web.page import Page
from trigpoint.web.passages import with_passages
from trigpoint.web.tables import Query


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a statement, a term, a grade, or whatever has an IRI of ours."""
    node = NamedNode(iri)
    evidence = library.texts("pages/thing/evidence", _thing=node)
    context = {
        "iri": iri,
        "kind": library.kind_of(iri),
        "properties": [
            _said(library, r) for r in library.texts("pages/thing/properties", _thing=node)
        ],
        "leads": [_leads(library, row) for row in library.texts("pages/thing/leads", _thing=node)],
        "evidence": with_passages(library, [_placed(row) for row in evidence]),
        "review": evidence[0]["review"] if evidence else "",
    }
    title = evidence[0]["words"] if evidence and evidence[0]["words"] else library.label(iri)
    return Page("thing.html", title[:200], context)


def _placed(row: Row) -> Row:
    text, _, places = row["span"].partition("#char=")
    start, _, end = places.partition(",")
    return row | {"text": text.rpartition("/")[2], "start": start, "end": end}


def _said(library: Library, row: Row) -> Row:
    value = row["value"]
    known = is_ours(value)
    return row | {
        "name": short(row["property"]),
        "text": library.label(value) if known else value,
        "iri": value if known or value.startswith("http") else "",
    }


def _leads(library: Library, row: Row) -> Row:
    return row | {"name": short(row["property"]), "text": library.label(row["other"])}


def short(iri: str) -> str:
    """Return an IRI with its prefix, where we have one."""
    found = [(base, prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    if not found:
        return iri
    base, prefix = max(found, key=lambda one: len(one[0]))
    return f"{prefix}:{iri.removeprefix(base)}"
