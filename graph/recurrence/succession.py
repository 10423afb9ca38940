"""Which frameworks took each other's place: what makes two inspections the same inspection."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode

from trigpoint.ontology.quads import vocabulary_triples
from trigpoint.ontology.turtle import expand


@cache
def lines_of_succession() -> dict[str, str]:
    """Return the first framework of its line for each framework that replaced another."""
    replaced = {
        triple.subject.value: triple.object.value
        for triple in vocabulary_triples()
        if triple.predicate.value == expand("dct:replaces")
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
    }
    return {framework: _first(framework, replaced) for framework in replaced}


def _first(framework: str, replaced: dict[str, str]) -> str:
    while framework in replaced:
        framework = replaced[framework]
    return framework
