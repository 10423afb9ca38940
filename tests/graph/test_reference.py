from __future__ import annotations

import pyoxigraph as ox
import pytest

from trigpoint.graph import iris
from trigpoint.graph.authorities import Authority, authorities
from trigpoint.graph.authority_tables import changes
from trigpoint.graph.reference import reference_quads
from trigpoint.ontology.namespaces import PREFIXES

GRAPH = "https://example.org/reference"
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@pytest.fixture(name="store", scope="module")
def _store() -> ox.Store:
    store = ox.Store()
    store.extend(reference_quads(GRAPH))
    return store


def ask(store: ox.Store, query: str) -> set[tuple[str, ...]]:
    rows = store.query(HEAD + query, use_default_graph_as_union=True)
    assert isinstance(rows, ox.QuerySolutions)
    return {tuple("" if value is None else value.value for value in row) for row in rows}


def numbered(number: str) -> Authority:
    return next(body for body in authorities() if body.dfe_number == number)


def test_no_node_is_blank(store: ox.Store) -> None:
    nodes = {node for quad in store for node in (quad.subject, quad.object)}
    assert not {node for node in nodes if isinstance(node, ox.BlankNode)}


def test_every_body_is_typed_labelled_and_numbered(store: ox.Store) -> None:
    found = ask(
        store, "SELECT ?a ?n WHERE { ?a a tp:LocalAuthority ; rdfs:label ?l ; tp:dfeNumber ?n }"
    )
    assert found == {(iris.authority(body), body.dfe_number) for body in authorities()}


def test_every_change_has_its_day_and_bodies(store: ox.Store) -> None:
    found = ask(
        store,
        "SELECT DISTINCT ?c (STR(?t) AS ?day) WHERE { ?c a org:ChangeEvent ; prov:atTime ?t ;"
        " org:originalOrganization ?o ; org:resultingOrganization ?r }",
    )
    assert found == {(iris.change(event), f"{event.day}T00:00:00") for event in changes()}


def test_a_split_names_what_it_ended_and_what_it_made(store: ox.Store) -> None:
    change = "<https://w3id.org/trigpoint/id/change/2021-04-01-northamptonshire>"
    ended = ask(store, f"SELECT ?b WHERE {{ {change} org:originalOrganization ?b }}")
    made = ask(store, f"SELECT ?b WHERE {{ {change} org:resultingOrganization ?b }}")
    assert ended == {(iris.authority(numbered("928")),)}
    assert made == {(iris.authority(numbered(number)),) for number in ("940", "941")}


def test_lineage_reaches_back_over_two_changes(store: ox.Store) -> None:
    found = ask(
        store,
        "SELECT ?number WHERE { ?heir tp:dfeNumber '822' ."
        " ?heir (^org:resultingOrganization/org:originalOrganization)+/tp:dfeNumber ?number }",
    )
    assert found == {("820",), ("902",)}


def test_a_body_keeps_its_number_when_its_area_changes(store: ox.Store) -> None:
    found = ask(
        store,
        "SELECT ?gss ?from ?to WHERE { ?body tp:dfeNumber '825' ; tp:coverage ?c ."
        " ?c tp:gssCode ?gss OPTIONAL { ?c tp:validFrom ?from } OPTIONAL { ?c tp:validTo ?to } }",
    )
    assert found == {
        ("E10000002", "1997-04-01", "2020-03-31"),
        ("E06000060", "2020-04-01", ""),
    }


def test_neighbours_are_bodies_of_the_table(store: ox.Store) -> None:
    found = ask(
        store,
        "SELECT ?number WHERE {"
        " ?body tp:dfeNumber '343' ; tp:statisticalNeighbour/tp:dfeNumber ?number }",
    )
    assert found == {(number,) for number in numbered("343").neighbours}
    assert len(found) == 10
