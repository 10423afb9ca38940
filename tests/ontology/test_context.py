from __future__ import annotations

import json

import pyoxigraph as ox
from rdflib import OWL, RDF, Graph, URIRef

from trigpoint.ontology import load
from trigpoint.ontology.namespaces import CONCEPT, DEF, ID, PREFIXES

CONTEXT = json.loads(load("context.jsonld"))["@context"]


def own_names(core: Graph, kind: URIRef) -> set[str]:
    return {str(term).removeprefix(DEF) for term in core.subjects(RDF.type, kind)}


def test_every_term_has_its_short_name(core: Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        assert own_names(core, kind) <= set(CONTEXT)


def test_links_and_only_links_are_read_as_iris(core: Graph) -> None:
    links = {
        name
        for name, rule in CONTEXT.items()
        if isinstance(rule, dict) and rule["@id"].startswith("tp:") and rule.get("@type") == "@id"
    }
    assert links == own_names(core, OWL.ObjectProperty)


def test_prefixes_are_ours() -> None:
    assert PREFIXES.items() <= CONTEXT.items()


def test_short_json_becomes_the_triples_it_means() -> None:
    document = {
        "@context": CONTEXT,
        "id": "tpi:x",
        "type": "Judgement",
        "grade": "tpc:grade/lea-7/4",
        "rank": 4,
        "gradeText": "satisfactory",
    }
    quads = ox.parse(json.dumps(document), format=ox.RdfFormat.JSON_LD)
    found = {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in quads}
    assert found == {
        (ID + "x", str(RDF.type), DEF + "Judgement"),
        (ID + "x", DEF + "grade", CONCEPT + "grade/lea-7/4"),
        (ID + "x", DEF + "rank", "4"),
        (ID + "x", DEF + "gradeText", "satisfactory"),
    }
