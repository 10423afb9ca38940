from __future__ import annotations

import re
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import Store as Oxigraph

from trigpoint.errors import ReferenceDataError, UnknownName
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.guard import blank_out
from trigpoint.graph.views import DEFAULT_VIEW, view_graph
from trigpoint.ontology.namespaces import DEF, GRAPH, ID
from trigpoint.queries import View, view, view_files, views

NODE_COLUMNS = ["id", "label", "kind"]
EDGE_COLUMNS = ["source", "target", "kind"]


@pytest.fixture(params=views().values(), ids=list(views()))
def drawn(request: pytest.FixtureRequest) -> View:
    found: View = request.param
    return found


def columns(query: str) -> list[str]:
    return [variable.value for variable in Oxigraph().query(query).variables]  # type: ignore[union-attr]


def graph_of(store: EmbeddedStore, drawn: View) -> nx.MultiGraph:
    given = {p.name: p.example for p in drawn.parameters if p.required}
    return view_graph(store, drawn.name, given)


def test_header_is_complete(drawn: View) -> None:
    assert all((drawn.title, drawn.about, drawn.caveat))
    assert all(parameter.about for parameter in drawn.parameters)
    assert DEFAULT_VIEW in views()


def test_columns_are_described_in_their_order(drawn: View) -> None:
    assert columns(drawn.nodes) == NODE_COLUMNS + list(drawn.node_columns)
    assert columns(drawn.edges) == EDGE_COLUMNS + list(drawn.edge_columns)


def test_parameters_are_variables_of_both_queries(drawn: View) -> None:
    declared = {parameter.variable for parameter in drawn.parameters}

    for query in (drawn.nodes, drawn.edges):
        assert set(re.findall(r"\?(_\w+)", blank_out(query))) == declared


def test_every_node_and_edge_has_what_every_view_has(
    drawn: View, sample_store: EmbeddedStore
) -> None:
    graph = graph_of(sample_store, drawn)

    assert all(row["label"] and row["kind"] for _, row in graph.nodes(data=True))
    assert all(row["kind"] and row["weight"] > 0 for *_, row in graph.edges(data=True))
    assert graph.is_directed() == drawn.directed


def test_no_edge_stands_twice(drawn: View, sample_store: EmbeddedStore) -> None:
    graph = graph_of(sample_store, drawn)
    keys = [key for *_, key in graph.edges(keys=True)]

    assert len(set(keys)) == len(keys)


def test_view_is_the_same_every_time(drawn: View, sample_store: EmbeddedStore) -> None:
    one, other = graph_of(sample_store, drawn), graph_of(sample_store, drawn)

    assert nx.utils.graphs_equal(one, other)


def test_partner_in_two_roles_has_two_edges(sample_store: EmbeddedStore) -> None:
    graph = view_graph(sample_store, "authority-partner")
    kinds = {row["kind"] for *_, row in graph.edges(data=True)}

    assert {"addressed", "responsible"} <= kinds
    assert not list(nx.selfloop_edges(graph))


def test_parameter_narrows_the_view(sample_store: EmbeddedStore) -> None:
    every = view_graph(sample_store, "function-tree")
    some = view_graph(sample_store, "function-tree", {"framework": "sif"})
    frameworks = {row.get("framework") for _, row in some.nodes(data=True)} - {None}

    assert frameworks == {"sif"}
    assert len(some) < len(every)


def test_grade_has_its_scale(sample_store: EmbeddedStore) -> None:
    graph = view_graph(sample_store, "neighbours", {"authority": "Quillborough"})
    judged = [row for *_, row in graph.edges(data=True) if row["kind"] == "judged"]

    assert judged
    assert all(row["scale"] for row in judged)


def test_themes_are_weighed_by_recommendations(library: EmbeddedStore, tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    for name in library.graphs.names():
        store.graphs.write(name, library.graphs.read(name))
    asked = [f"{ID}inspection/r{n}/recommendation/1" for n in (1, 2)]
    theme = "https://w3id.org/trigpoint/def/theme/planning"
    graph = GRAPH + "inspection/r"
    store.graphs.write(graph, invented_themes(asked, theme, graph))

    found = view_graph(store, "authority-theme")

    weights = {(source, target): row["weight"] for source, target, row in found.edges(data=True)}
    assert weights[f"{ID}authority/a", theme] == 2
    assert found.nodes[theme]["label"] == "Planning"


def invented_themes(asked: list[str], theme: str, graph: str) -> bytes:
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    triples = [
        f'<{ID}authority/a> <{label}> "A"',
        f'<{theme}> <http://www.w3.org/2004/02/skos/core#prefLabel> "Planning"',
    ]
    for n, iri in enumerate(asked):
        triples += [
            f"<{iri}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DEF}Recommendation>",
            f"<{iri}> <{DEF}theme> <{theme}>",
            f"<{iri}> <{DEF}aboutAuthority> <{ID}authority/a>",
            f"<{iri}> <{DEF}madeIn> <{ID}inspection/r{n}>",
        ]
    return "".join(sorted(f"{triple} <{graph}> .\n" for triple in triples)).encode()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("#+ title: A title\nSELECT * {}", "no line '#= edges'"),
        ("SELECT * {}\n#= edges\nSELECT * {}", "no header"),
        ("#+ title: A title\n#= edges\nSELECT * {}", "incomplete"),
    ],
)
def test_wrong_file_is_named(monkeypatch: pytest.MonkeyPatch, text: str, problem: str) -> None:
    monkeypatch.setattr(view_files, "read_query", lambda _: text)

    with pytest.raises(ReferenceDataError, match=f"mine: .*{problem}"):
        view_files._read_view("mine")


def test_edge_starts_when_the_second_authority_was_asked(sample_store: EmbeddedStore) -> None:
    graph = view_graph(sample_store, "authority-similarity")

    assert graph.number_of_edges()
    for one, other, row in graph.edges(data=True):
        shared = min(graph.nodes[end]["asks"] for end in (one, other))
        assert 0 < row["weight"] <= shared
        assert row["start"]


def test_unknown_view_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="authority-theme"):
        view("authority-themes")


def test_required_parameter_is_asked_for(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="needs --authority"):
        view_graph(library, "recommendation-network")


def test_unknown_parameter_names_the_known(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="framework"):
        view_graph(library, "authority-theme", {"frame": "sif"})


def test_framework_chooses_the_themes_as_it_does_the_edges(sample_store: EmbeddedStore) -> None:
    whole = view_graph(sample_store, "authority-theme")
    part = view_graph(sample_store, "authority-theme", {"framework": "lea-2000"})

    assert 0 < len(part) < len(whole)
    assert min(dict(part.degree()).values()) > 0
