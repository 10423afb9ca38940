"""Recommendations and findings as they stand in the stored graphs: what is tagged.

Read from the files, not from the index: an index made before the last derived graph is written is
thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from trigpoint.graph.store.files import GraphFiles
from trigpoint.ontology.namespaces import DEF, GRAPH, PREFIXES

_REVIEWS: Final = GRAPH + "inspection/"
_TYPE: Final = PREFIXES["rdf"] + "type"
_WORDS: Final = {DEF + name: name for name in ("text", "section", "rawHeading", "purposeText")}
_TAGGED: Final = frozenset({DEF + "Recommendation", DEF + "Finding"})
_MARKED: Final = re.compile("|".join(f"<{iri}>" for iri in (*_WORDS, *_TAGGED)).encode())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a recommendation or finding; `heading` is all that is printed above them."""

    iri: str
    text: str
    heading: str = ""


def stated_words(graphs: GraphFiles) -> Iterator[Words]:
    """Yield every recommendation and finding of the reviews, by graph and IRI."""
    for graph in graphs.names():
        if graph.startswith(_REVIEWS):
            yield from words_of(graphs.read(graph))


def words_of(nquads: bytes) -> Iterator[Words]:
    """Yield the recommendations and findings of one graph; a decision request is neither."""
    lines = [line for line in nquads.splitlines() if _MARKED.search(line)]
    found: dict[str, dict[str, str]] = {}
    tagged: set[str] = set()
    for quad in parse(b"\n".join(lines), format=RdfFormat.N_QUADS):
        _note(quad, found, tagged)
    for iri in sorted(tagged & found.keys()):
        yield _words(iri, found[iri])


def _note(quad: Quad, found: dict[str, dict[str, str]], tagged: set[str]) -> None:
    if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
        return
    subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
    if predicate in _WORDS:
        found.setdefault(subject, {})[_WORDS[predicate]] = value
    elif predicate == _TYPE and value in _TAGGED:
        tagged.add(subject)


def _words(iri: str, said: dict[str, str]) -> Words:
    text, purpose = said.get("text", ""), said.get("purposeText", "")
    whole = text if purpose in text else f"{purpose} {text}"
    heading = " / ".join(filter(None, (said.get("section"), said.get("rawHeading"))))
    return Words(iri, whole, heading)
