"""The whole vocabulary as quads of one named graph, for loading into a store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Triple

from trigpoint.ontology import files
from trigpoint.ontology.mappings import Mapping, mapping_iri, mappings
from trigpoint.ontology.namespaces import CONCEPT, GRAPH
from trigpoint.ontology.turtle import expand, triples

VOCABULARY_GRAPH: Final = GRAPH + "vocabulary"
_NOT_DATA: Final = "shapes.ttl"


def vocabulary_triples() -> Iterator[Triple]:
    """Yield terms, concepts, frameworks and mappings; the shapes are no part of the data."""
    for name in files():
        if name != _NOT_DATA:
            yield from triples(name)
    for mapping in mappings():
        yield from mapping_triples(mapping)


def vocabulary_quads(graph: str = VOCABULARY_GRAPH) -> Iterator[Quad]:
    """Yield the vocabulary as quads of a named graph; none has a blank node."""
    name = NamedNode(graph)
    for triple in vocabulary_triples():
        yield Quad(triple.subject, triple.predicate, triple.object, name)


def mapping_triples(mapping: Mapping) -> Iterator[Triple]:
    """Yield a row of the table as a SKOS mapping, and as a node that gives the reason for it."""
    node, subject = NamedNode(mapping_iri(mapping)), _term(mapping.subject_id)
    predicate, target = _term(mapping.predicate_id), _term(mapping.object_id)
    yield Triple(subject, predicate, target)
    yield Triple(node, _term("rdf:type"), _term("sssom:Mapping"))
    yield Triple(node, _term("owl:annotatedSource"), subject)
    yield Triple(node, _term("owl:annotatedProperty"), predicate)
    yield Triple(node, _term("owl:annotatedTarget"), target)
    justification = _term(mapping.mapping_justification)
    yield Triple(node, _term("sssom:mapping_justification"), justification)
    confidence = Literal(mapping.confidence, datatype=_term("xsd:decimal"))
    yield Triple(node, _term("sssom:confidence"), confidence)
    comparability = NamedNode(f"{CONCEPT}comparability/{mapping.comparability}")
    yield Triple(node, _term("tp:comparability"), comparability)
    if mapping.comment:
        yield Triple(node, _term("rdfs:comment"), Literal(mapping.comment, language="en"))


def _term(curie: str) -> NamedNode:
    return NamedNode(expand(curie))
