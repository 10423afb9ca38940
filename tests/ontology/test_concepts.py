from __future__ import annotations

from collections import Counter

import pytest
from rdflib import RDF, SKOS, Graph, Namespace, URIRef

from trigpoint.ontology.namespaces import CONCEPT, DEF

TP = Namespace(DEF)
MATCHES = (
    SKOS.exactMatch,
    SKOS.closeMatch,
    SKOS.narrowMatch,
    SKOS.broadMatch,
    SKOS.relatedMatch,
)


def concepts(vocabulary: Graph) -> set[URIRef]:
    return {c for c in vocabulary.subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef)}


@pytest.mark.parametrize("field", [SKOS.prefLabel, SKOS.definition, SKOS.inScheme, SKOS.notation])
def test_every_concept_has_one(vocabulary: Graph, field: URIRef) -> None:
    for concept in concepts(vocabulary):
        assert len(list(vocabulary.objects(concept, field))) == 1, concept


def test_every_scheme_that_is_used_is_described(vocabulary: Graph) -> None:
    used = set(vocabulary.objects(None, SKOS.inScheme))
    assert used <= set(vocabulary.subjects(RDF.type, SKOS.ConceptScheme))
    assert all(vocabulary.value(scheme, SKOS.definition) for scheme in used)


def test_notation_is_unique_in_its_scheme(vocabulary: Graph) -> None:
    named = Counter(
        (vocabulary.value(concept, SKOS.inScheme), vocabulary.value(concept, SKOS.notation))
        for concept in concepts(vocabulary)
    )
    assert [key for key, times in named.items() if times > 1] == []


def test_iri_ends_in_the_notation(vocabulary: Graph) -> None:
    for concept in concepts(vocabulary):
        assert concept.startswith(CONCEPT)
        assert concept.endswith(f"/{vocabulary.value(concept, SKOS.notation)}")


def test_broader_has_no_cycle_and_stays_in_its_scheme(vocabulary: Graph) -> None:
    for narrow, broad in vocabulary.subject_objects(SKOS.broader):
        assert narrow not in set(vocabulary.transitive_objects(broad, SKOS.broader))
        schemes = {vocabulary.value(concept, SKOS.inScheme) for concept in (narrow, broad)}
        assert len(schemes) == 1


def test_alternative_labels_differ_from_the_preferred_one(vocabulary: Graph) -> None:
    for concept, label in vocabulary.subject_objects(SKOS.altLabel):
        assert label != vocabulary.value(concept, SKOS.prefLabel), concept


class TestHub:
    def functions(self, vocabulary: Graph) -> set[URIRef]:
        found = vocabulary.subjects(RDF.type, TP.Function)
        return {function for function in found if isinstance(function, URIRef)}

    def test_has_eight_top_concepts_and_fifty_eight_below(self, vocabulary: Graph) -> None:
        functions = self.functions(vocabulary)
        top = {f for f in functions if vocabulary.value(f, SKOS.topConceptOf)}
        assert (len(top), len(functions - top)) == (8, 58)

    def test_everything_below_the_top_has_one_broader_concept(self, vocabulary: Graph) -> None:
        for function in self.functions(vocabulary):
            parents = set(vocabulary.objects(function, SKOS.broader))
            assert len(parents) == (0 if vocabulary.value(function, SKOS.topConceptOf) else 1)

    def test_education_of_children_in_care_is_part_of_care(self, vocabulary: Graph) -> None:
        narrow = URIRef(CONCEPT + "function/education-of-children-in-care")
        above = set(vocabulary.transitive_objects(narrow, SKOS.broader))
        assert {URIRef(CONCEPT + f"function/{s}") for s in ("children-in-care", "care")} <= above


def test_every_item_is_mapped(vocabulary: Graph) -> None:
    for item in vocabulary.subjects(RDF.type, TP.InspectionItem):
        assert any(vocabulary.value(item, match) for match in MATCHES), item


def test_every_item_belongs_to_a_version_of_its_own_framework(vocabulary: Graph) -> None:
    for item in vocabulary.subjects(RDF.type, TP.InspectionItem):
        versions = set(vocabulary.objects(item, TP.itemOf))
        scheme = vocabulary.value(item, SKOS.inScheme)
        assert versions, item
        assert all(str(version).startswith(f"{scheme}/") for version in versions)
