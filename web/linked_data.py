"""Documents about things, as RDF: what is said of a thing, and what is said that leads to it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)

from trigpoint.graph.export.jsonld import framed
from trigpoint.graph.store.base import Store
from trigpoint.ontology import load
from trigpoint.ontology.namespaces import CONCEPT, DEF, GRAPH, ID, PREFIXES
from trigpoint.queries import read_query
from trigpoint.web.negotiation import JSONLD, NTRIPLES, RDFXML, TURTLE, Format

_SERIALISED: Final = {
    TURTLE.ending: RdfFormat.TURTLE,
    NTRIPLES.ending: RdfFormat.N_TRIPLES,
    RDFXML.ending: RdfFormat.RDF_XML,
}
_FOAF: Final = PREFIXES["foaf"]
_DCT: Final = PREFIXES["dct"]


def iri_of(key: str) -> str:
    """Return the IRI of the thing that the document `/doc/KEY` is about."""
    return CONCEPT + key.removeprefix("def/") if key.startswith("def/") else ID + key


def triples_about(store: Store, iri: str) -> list[Triple]:
    """Return what is said of a thing: of a review, all that its graph holds."""
    graph = f"{GRAPH}{iri.removeprefix(ID)}"
    if iri.startswith(f"{ID}inspection/"):
        whole = graph_triples(store, graph)
        if whole:
            return whole
    return _constructed(store, read_query("pages/document"), iri)


def graph_triples(store: Store, graph: str) -> list[Triple]:
    """Return the triples of a named graph."""
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
    return _constructed(store, query)


def vocabulary_triples(store: Store) -> list[Triple]:
    """Return the terms of the vocabulary: classes, properties, and the header."""
    return _constructed(store, read_query("pages/vocabulary"))


def _constructed(store: Store, query: str, iri: str = "") -> list[Triple]:
    answer = store.query(query, bindings={"_thing": NamedNode(iri)} if iri else None)
    assert not isinstance(answer, QuerySolutions | QueryBoolean)  # noqa: S101 - our own CONSTRUCT
    return sorted(answer, key=str)


def header(document: str, iri: str) -> list[Triple]:
    """Return what a document says of itself: what it is about, and under which licence."""
    subject = NamedNode(document)
    return [
        Triple(subject, NamedNode(f"{_FOAF}primaryTopic"), NamedNode(iri)),
        Triple(subject, NamedNode(f"{PREFIXES['rdf']}type"), NamedNode(f"{_FOAF}Document")),
        Triple(subject, NamedNode(f"{_DCT}isPartOf"), Literal("Trigpoint")),
    ]


def written(triples: Iterable[Triple], form: Format) -> bytes:
    """Return triples in one of the formats of RDF; equal triples give equal bytes."""
    if form is JSONLD:
        return _jsonld(triples)
    kept = list(triples)
    if form is RDFXML:  # properties that XML has no name for cannot be written
        kept = [triple for triple in kept if _has_xml_name(triple.predicate.value)]
    return serialize(kept, format=_SERIALISED[form.ending], prefixes=PREFIXES) or b""


def _jsonld(triples: Iterable[Triple]) -> bytes:
    lines = sorted({f"{triple} .\n" for triple in triples})
    context = json.loads(load("context.jsonld"))["@context"]
    document = {"@context": context, "@graph": framed("".join(lines).encode())}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _has_xml_name(iri: str) -> bool:
    last = iri[-1:]
    return last.isalnum() or last in "_-"


def is_ours(iri: str) -> bool:
    """Say whether an IRI is one that we answer for."""
    return iri.startswith((ID, CONCEPT, DEF))
