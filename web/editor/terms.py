"""What the query editor offers: prefixes, classes, properties and concepts with their meaning."""

from __future__ import annotations

import re
from typing import Final, TypedDict

from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.web.library import Library

_LOCAL: Final = re.compile(r"[A-Za-z]\w*", re.ASCII)  # of a name that needs no escapes


class Term(TypedDict):
    """`label` is what one types to find it, `apply` what is written then."""

    label: str
    apply: str
    kind: str
    info: str


def terms(library: Library) -> list[Term]:
    """Return prefixes, then the terms of the store's vocabulary."""
    return library.cached("editor terms", lambda: [*_prefixes(), *_vocabulary(library)])


def _prefixes() -> list[Term]:
    return [
        Term(label=f"PREFIX {name}:", apply=f"PREFIX {name}: <{iri}>\n", kind="prefix", info=iri)
        for name, iri in PREFIXES.items()
    ]


def _vocabulary(library: Library) -> list[Term]:
    """Classes and properties are written as `tp:name`, concepts as their IRI."""
    return [
        Term(
            label=short(row["term"]) or row["label"],
            apply=short(row["term"]) or f"<{row['term']}>",
            kind=_kind(library, row["term"], row["kind"]),
            info=": ".join(filter(None, (row["label"], row["definition"]))),
        )
        for row in library.texts("pages/editor/terms")
    ]


def _kind(library: Library, iri: str, kind: str) -> str:
    """Say of a concept which sort it is, where pages have a word for it."""
    known = library.kind_of(iri)
    return known if kind == "concept" and known != "thing" else kind


def short(iri: str) -> str:
    """Return an IRI with one of our prefixes; empty where that would need escapes."""
    for name, base in PREFIXES.items():
        if iri.startswith(base) and _LOCAL.fullmatch(iri.removeprefix(base)):
            return f"{name}:{iri.removeprefix(base)}"
    return ""
