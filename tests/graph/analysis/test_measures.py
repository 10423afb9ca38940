from __future__ import annotations

import networkx as nx
import pytest

from trigpoint.graph.analysis import Analysis, analyses, analysis
from trigpoint.graph.analysis.analysis import weighted

COMMUNITIES, BRIDGES, CENTRALITY = (
    analysis(name) for name in ("communities", "bridges", "centrality")
)


def authorities(*ties: tuple[str, str, int]) -> nx.MultiGraph:
    graph = nx.MultiGraph()
    graph.add_nodes_from(sorted({end for tie in ties for end in tie[:2]} | {"alone"}), asks=10)
    graph.add_edges_from((one, other, {"weight": weight}) for one, other, weight in ties)
    return graph


def two_triangles() -> nx.MultiGraph:
    return authorities(
        *(("a", "b", 5), ("b", "c", 5), ("a", "c", 5)),
        *(("x", "y", 5), ("y", "z", 5), ("x", "z", 5)),
        ("c", "x", 1),
    )


def test_authorities_that_share_asks_are_one_community() -> None:
    found = COMMUNITIES.measure(two_triangles())
    groups = {node: row["community"] for node, row in found.items()}

    assert groups["a"] == groups["b"] == groups["c"]
    assert groups["x"] == groups["y"] == groups["z"] != groups["a"]
    assert {row["community_size"] for row in found.values()} == {3}


def test_share_inside_is_of_ties_by_weight() -> None:
    found = COMMUNITIES.measure(two_triangles())

    assert found["a"]["inside"] == 1
    assert found["c"]["inside"] == round(10 / 11, 3)
    assert {row["steady"] for row in found.values()} == {1}


def test_authority_that_shares_nothing_is_in_no_community() -> None:
    assert "alone" not in COMMUNITIES.measure(two_triangles())


def test_a_tie_counts_by_what_the_two_could_share() -> None:
    graph = two_triangles()
    graph.nodes["x"]["asks"] = 1000

    assert COMMUNITIES.measure(graph)["c"]["inside"] == round(10 / (10 + 0.1), 3)


def partners() -> nx.MultiDiGraph:
    """Two pairs of authorities with a body each, and one body beside all; in two roles once."""
    graph = nx.MultiDiGraph()
    for name, region in (("a", "North"), ("b", "North"), ("x", "South"), ("y", "South")):
        graph.add_node(name, kind="authority", region=region)
    graph.add_nodes_from(("north", "south", "both"), kind="partner")
    for body, beside in (("north", "ab"), ("south", "xy"), ("both", "abxy")):
        graph.add_edges_from(((name, body) for name in beside), weight=2)
    graph.add_edge("a", "both", weight=1)
    return graph


def test_body_between_regions_connects_most() -> None:
    found = BRIDGES.measure(partners())

    assert list(found) == ["both", "north", "south"]
    assert found["both"]["betweenness"] > found["north"]["betweenness"]  # type: ignore[operator]
    assert (found["both"]["authorities"], found["both"]["regions"]) == (4, 2)
    assert (found["both"]["only_link"], found["north"]["only_link"]) == (True, False)


def test_authorities_are_no_bridges() -> None:
    assert not set("abxy") & BRIDGES.measure(partners()).keys()


def themes() -> nx.MultiGraph:
    """A star: one theme that comes up with three others, and one in a report of its own."""
    graph = nx.MultiGraph()
    graph.add_nodes_from(("hub", "p", "q", "r", "alone"), reports=4)
    graph.add_edges_from((("hub", other) for other in "pqr"), weight=2)
    return graph


def test_theme_that_comes_up_with_all_others_is_most_central() -> None:
    found = CENTRALITY.measure(themes())

    assert next(iter(found)) == "hub"
    assert found["hub"] == {"ties": 3, "company": 1.5, "centrality": 1}
    assert found["p"]["centrality"] == pytest.approx(1 / 3**0.5, abs=0.001)
    assert found["alone"] == {"ties": 0, "company": 0, "centrality": 0}


def test_parallel_edges_are_summed() -> None:
    network = weighted(partners())

    assert network.number_of_edges() == 8
    assert sorted(weight for *_, weight in network.edges(data="weight")) == [2] * 7 + [3]


@pytest.mark.parametrize("one", analyses().values(), ids=list(analyses()))
def test_every_analysis_says_what_its_columns_mean(one: Analysis) -> None:
    assert all((one.title, one.about, one.caveat, one.columns))
    assert all(one.columns.values())
