from __future__ import annotations

import pytest
from pyoxigraph import BlankNode, NamedNode
from rdflib import RDF, Graph, Namespace

from trigpoint.ontology.mappings import Mapping, functions_of, mapping_iri, mappings
from trigpoint.ontology.namespaces import CONCEPT, PREFIXES
from trigpoint.ontology.quads import VOCABULARY_GRAPH, mapping_triples, vocabulary_quads
from trigpoint.ontology.turtle import expand, resources
from trigpoint.ontology.vocabulary import framework, frameworks

SSSOM = Namespace(PREFIXES["sssom"])
TARGETS = {**resources("functions.ttl"), **resources("concepts.ttl")}


@pytest.fixture(scope="module")
def items() -> set[str]:
    return {
        f"{CONCEPT}item/{key}/{item.key}" for key in frameworks() for item in framework(key).items
    }


def test_both_ends_exist(items: set[str]) -> None:
    assert {expand(row.subject_id) for row in mappings()} == items
    assert {expand(row.object_id) for row in mappings()} <= set(TARGETS)


def test_every_row_says_why_and_how_far() -> None:
    for row in mappings():
        assert row.predicate_id.startswith("skos:")
        assert row.mapping_justification == "semapv:ManualMappingCuration"
        assert row.comparability in {"A", "B", "C", "X"}
        assert 0 < float(row.confidence) <= 1


def test_no_pair_is_mapped_twice() -> None:
    names = [mapping_iri(row) for row in mappings()]
    assert len(names) == len(set(names))


def test_broader_function_counts_only_where_nothing_is_closer() -> None:
    assert functions_of(CONCEPT + "item/lea-2004/5.6") == ("education-of-children-in-care",)
    assert functions_of(CONCEPT + "item/lea-2003/20a") == ("school-management-services",)
    assert functions_of(CONCEPT + "item/none/1") == ()


def test_best_comparability_is_kept_for_two_tables_of_one_scale() -> None:
    same = {row.subject_id.split("/")[1] for row in mappings() if row.comparability == "A"}
    assert same == {"lea-2003", "lea-2004"}


def test_row_becomes_a_match_and_a_node_with_its_reason() -> None:
    row = Mapping(
        "tpc:item/x/1",
        "skos:closeMatch",
        "tpc:function/y",
        "semapv:ManualMappingCuration",
        "0.9",
        "B",
        "",
    )
    found = [str(triple) for triple in mapping_triples(row)]
    assert f"<{CONCEPT}item/x/1> <{expand('skos:closeMatch')}> <{CONCEPT}function/y>" in found
    assert (
        f"<{CONCEPT}mapping/x/1/y> <{expand('tp:comparability')}> <{CONCEPT}comparability/B>"
        in found
    )
    assert not [line for line in found if "comment" in line]


def test_every_row_is_a_node_of_the_vocabulary(vocabulary: Graph) -> None:
    assert len(set(vocabulary.subjects(RDF.type, SSSOM.Mapping))) == len(mappings())


def test_vocabulary_is_one_graph_without_blank_nodes() -> None:
    quads = list(vocabulary_quads())
    assert {quad.graph_name for quad in quads} == {NamedNode(VOCABULARY_GRAPH)}
    ends = {type(end) for quad in quads for end in (quad.subject, quad.object)}
    assert BlankNode not in ends


def test_vocabulary_goes_into_the_graph_that_is_asked_for() -> None:
    assert {quad.graph_name for quad in vocabulary_quads("urn:g")} == {NamedNode("urn:g")}
