from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.namespace import NamespaceManager

from trigpoint.ontology import files
from trigpoint.ontology.namespaces import BASE, DEF, PREFIXES
from trigpoint.ontology.turtle import triples

ONTOLOGY = URIRef(BASE + "def")
SCHEMA = Namespace(PREFIXES["schema"])
VANN = Namespace(PREFIXES["vann"])
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty)
DATATYPES = (RDFS.Literal, RDF.langString)


def terms(core: Graph, *kinds: URIRef) -> Iterator[URIRef]:
    for kind in kinds:
        for term in core.subjects(RDF.type, kind):
            assert isinstance(term, URIRef)
            yield term


def classes(core: Graph) -> set[URIRef]:
    return set(terms(core, OWL.Class))


def properties(core: Graph) -> set[URIRef]:
    return set(terms(core, *PROPERTIES))


def domains(core: Graph, term: URIRef) -> set[URIRef]:
    found = {*core.objects(term, RDFS.domain), *core.objects(term, SCHEMA.domainIncludes)}
    return {domain for domain in found if isinstance(domain, URIRef)}


@pytest.mark.parametrize(
    "annotation", [RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy]
)
def test_every_term_has_one(core: Graph, annotation: URIRef) -> None:
    for term in classes(core) | properties(core):
        assert len(set(core.objects(term, annotation))) == 1, term


def test_every_term_is_defined_by_the_ontology(core: Graph) -> None:
    defined = set(core.subjects(RDFS.isDefinedBy, ONTOLOGY))
    assert defined == classes(core) | properties(core)


def test_every_definition_is_a_sentence(core: Graph) -> None:
    for term in classes(core) | properties(core):
        assert re.match(r"[A-Z].+\.$", str(core.value(term, SKOS.definition))), term


def test_no_label_is_used_twice_for_one_kind_of_term(core: Graph) -> None:
    for kind in (classes(core), properties(core)):
        labels = [str(core.value(term, RDFS.label)).lower() for term in kind]
        assert len(labels) == len(set(labels))


def test_every_term_used_in_the_vocabulary_is_defined(core: Graph) -> None:
    defined = classes(core) | properties(core)
    for name in files():
        for triple in triples(name):
            for term in (triple.predicate, triple.object):
                iri = getattr(term, "value", "")
                assert not iri.startswith(DEF) or URIRef(iri) in defined or iri == DEF, iri


class TestPitfalls:
    """Mechanical ones of the OOPS! catalogue, by their numbers."""

    def test_p04_no_class_is_isolated(self, core: Graph) -> None:
        for term in classes(core):
            uses = set(core.predicates(None, term)) | set(core.predicates(term))
            links = {RDFS.domain, RDFS.range, RDFS.subClassOf, SCHEMA.domainIncludes}
            assert uses & links, term

    def test_p06_no_class_is_its_own_ancestor(self, core: Graph) -> None:
        for term in classes(core):
            parents = set(core.objects(term, RDFS.subClassOf))
            ancestors = {a for p in parents for a in core.transitive_objects(p, RDFS.subClassOf)}
            assert term not in ancestors

    def test_p11_every_property_has_domain_and_range(self, core: Graph) -> None:
        for term in properties(core):
            assert domains(core, term), term
            assert core.value(term, RDFS.range), term

    def test_p19_no_property_has_two_domains_or_ranges(self, core: Graph) -> None:
        for term in properties(core):
            assert len(set(core.objects(term, RDFS.domain))) <= 1, term
            assert len(set(core.objects(term, RDFS.range))) == 1, term
            several = set(core.objects(term, SCHEMA.domainIncludes))
            assert len(several) != 1, term
            assert not (several and core.value(term, RDFS.domain)), term

    def test_p22_names_follow_one_pattern(self, core: Graph) -> None:
        for term in classes(core):
            assert re.fullmatch(r"([A-Z][a-z]+)+", term.removeprefix(DEF)), term
        for term in properties(core):
            assert re.fullmatch(r"[a-z][a-zA-Z0-9]+", term.removeprefix(DEF)), term

    def test_p24_no_term_is_defined_by_itself(self, core: Graph) -> None:
        axioms = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.disjointWith)
        assert not [s for p in axioms for s, o in core.subject_objects(p) if s == o]

    def test_p34_every_own_class_that_is_used_is_declared(self, core: Graph) -> None:
        used = {
            o for p in (RDFS.domain, RDFS.range, RDFS.subClassOf) for o in core.objects(None, p)
        }
        used |= set(core.objects(None, SCHEMA.domainIncludes))
        assert {term for term in used if str(term).startswith(DEF)} <= classes(core)

    def test_p35_every_own_property_that_is_used_is_declared(self, vocabulary: Graph) -> None:
        used = {term for term in vocabulary.predicates() if str(term).startswith(DEF)}
        assert used <= properties(vocabulary)

    def test_p38_the_ontology_is_declared(self, core: Graph) -> None:
        assert list(core.subjects(RDF.type, OWL.Ontology)) == [ONTOLOGY]

    def test_p41_the_ontology_is_licensed(self, core: Graph) -> None:
        assert isinstance(core.value(ONTOLOGY, DCTERMS.license), URIRef)


@pytest.mark.parametrize(
    "field",
    [
        DCTERMS.title,
        SKOS.prefLabel,
        DCTERMS.description,
        DCTERMS.creator,
        DCTERMS.publisher,
        DCTERMS.created,
        DCTERMS.modified,
        DCTERMS.issued,
        DCTERMS.bibliographicCitation,
        OWL.versionIRI,
        OWL.versionInfo,
        VANN.preferredNamespacePrefix,
    ],
)
def test_header_has(core: Graph, field: URIRef) -> None:
    assert core.value(ONTOLOGY, field)


def test_header_agrees_with_the_namespaces(core: Graph) -> None:
    assert core.value(ONTOLOGY, VANN.preferredNamespaceUri) == Literal(DEF)
    prefix = str(core.value(ONTOLOGY, VANN.preferredNamespacePrefix))
    assert PREFIXES[prefix] == DEF


def test_object_properties_point_to_things_and_others_to_literals(core: Graph) -> None:
    for kind, expected in zip(PROPERTIES, (False, True), strict=True):
        for term in terms(core, kind):
            target = core.value(term, RDFS.range)
            literal = target in DATATYPES or str(target).startswith(PREFIXES["xsd"])
            assert literal is expected, term


@pytest.mark.parametrize("name", files())
def test_files_declare_only_prefixes_they_use(name: str) -> None:
    from trigpoint.ontology import load  # noqa: PLC0415 - named like the fixture's helper

    text = load(name)
    declared = re.findall(r"^@prefix (\w+):", text, re.MULTILINE)
    body = re.sub(r"^@prefix.*$", "", text, flags=re.MULTILINE)
    assert not [prefix for prefix in declared if not re.search(rf"(?<!\w){prefix}:", body)]


def test_prefixes_of_the_files_agree_with_the_namespaces(core: Graph) -> None:
    manager: NamespaceManager = core.namespace_manager
    declared = {prefix: str(iri) for prefix, iri in manager.namespaces() if prefix in PREFIXES}
    assert declared.items() <= PREFIXES.items()
