from __future__ import annotations

import pytest
from rdflib import Graph

from trigpoint.ontology import load
from trigpoint.ontology.quads import vocabulary_triples


@pytest.fixture(scope="session")
def core() -> Graph:
    return Graph().parse(data=load("core.ttl"), format="turtle")


@pytest.fixture(scope="session")
def vocabulary() -> Graph:
    lines = "".join(f"{triple} .\n" for triple in vocabulary_triples())
    return Graph().parse(data=lines, format="nt")
