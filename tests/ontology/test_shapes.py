from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph, Namespace, URIRef

from trigpoint.ontology import load
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.quads import vocabulary_triples

CANARIES = Path(__file__).parent / "canaries"
BAD = sorted(path.stem for path in CANARIES.glob("[0-9]*.ttl"))
IMPLIED = {"26-run-agent": {"26-run-version"}}
SHAPE = Namespace(CONCEPT + "shape/")


@cache
def shapes() -> Graph:
    return Graph().parse(data=load("shapes.ttl"), format="turtle")


@cache
def good() -> Graph:
    return Graph().parse(CANARIES / "good.ttl")


def broken_rules(data: Graph) -> set[str]:
    _, report, _ = validate(data, shacl_graph=shapes(), inference="none", inplace=True)
    found = set(report.objects(None, SH.sourceShape))
    return {str(shape).removeprefix(SHAPE) for shape in found}


def numbered_shapes() -> set[str]:
    names = (str(s).removeprefix(SHAPE) for s in shapes().subjects() if isinstance(s, URIRef))
    return {name for name in names if name[0].isdigit()}


def test_every_rule_has_a_canary() -> None:
    assert numbered_shapes() == set(BAD)


def test_good_graph_keeps_every_rule() -> None:
    assert broken_rules(good()) == set()


@pytest.mark.parametrize("rule", BAD)
def test_canary_breaks_its_rule_and_no_other(rule: str) -> None:
    data = good() + Graph().parse(CANARIES / f"{rule}.ttl")
    assert broken_rules(data) == {rule} | IMPLIED.get(rule, set())


@pytest.mark.slow
def test_good_graph_and_vocabulary_together_keep_every_rule() -> None:
    lines = "".join(f"{triple} .\n" for triple in vocabulary_triples())
    assert broken_rules(good() + Graph().parse(data=lines, format="nt")) == set()


@pytest.mark.parametrize("rule", BAD)
def test_rule_has_severity_and_message(rule: str) -> None:
    assert shapes().value(SHAPE[rule], SH.severity) in {SH.Violation, SH.Warning, SH.Info}
    assert shapes().value(SHAPE[rule], SH.message)


def test_shapes_are_shacl_core_only() -> None:
    assert not set(shapes().predicates()) & {SH.sparql, SH.select, SH.ask, SH.target, SH.rule}
    kinds = {SH.NodeShape, SH.PropertyShape}
    assert all(set(shapes().objects(SHAPE[rule], RDF.type)) <= kinds for rule in BAD)
