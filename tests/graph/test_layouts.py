from __future__ import annotations

import itertools
import json
import math
from pathlib import Path

import networkx as nx
import pytest

from trigpoint.graph import layouts
from trigpoint.graph.layouts import compute_places, places
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.files import write_whole
from trigpoint.ontology.namespaces import GRAPH


def network(pairs: str) -> nx.MultiGraph:
    """Return a network of capital and small letters, as `Aa Ab Ba`."""
    graph = nx.MultiDiGraph()
    for source, target in map(tuple, pairs.split()):
        graph.add_node(source, kind="authority")
        graph.add_node(target, kind="theme")
        graph.add_edge(source, target, weight=1)
    return graph


def test_the_smaller_kind_stands_on_the_rim_and_the_other_inside() -> None:
    found = compute_places(network("Aa Ab Bb Bc Ca Cc Dd Da Eb Fa"))

    assert all(math.hypot(*found[node]) == pytest.approx(1, abs=1e-3) for node in "abcd")
    assert all(math.hypot(*found[node]) < 1 for node in "ABCDEF")


def test_like_stands_beside_like() -> None:
    found = compute_places(
        network("Aa Ae Ac Ba Be Bc Cb Cd Cf Db Dd Df Ea Ee Fb Fd Gc Gb Ha Hc Ib If")
    )

    order = sorted("abcdef", key=lambda node: math.atan2(*found[node]))
    turned = "".join(order * 2)
    assert any("".join(group) in turned for group in itertools.permutations("ace"))


@pytest.mark.parametrize("pairs", ["", "Aa", "Aa Ab", "Aa Bb Cc"])
def test_small_and_broken_networks_have_places(pairs: str) -> None:
    graph = network(pairs)

    assert set(compute_places(graph)) == set(graph)


def test_the_order_of_nodes_changes_nothing() -> None:
    assert compute_places(network("Aa Ab Ba")) == compute_places(network("Ba Ab Aa"))


def test_places_are_kept_until_the_store_changes(
    sample_store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = EmbeddedStore(tmp_path / "store", create=True)
    for name in sample_store.graphs.names():
        write_whole(store.graphs.path(name), sample_store.graphs.path(name).read_bytes())
    first = places(store)
    computed: list[nx.MultiGraph] = []

    def compute(graph: nx.MultiGraph) -> dict[str, tuple[float, float]]:
        computed.append(graph)
        return {}

    monkeypatch.setattr(layouts, "compute_places", compute)

    assert places(store) == first
    assert not computed
    store.graphs.write(f"{GRAPH}more", b"")
    assert places(store) == {}
    assert len(computed) == 1


@pytest.mark.parametrize("content", ["", "[]", '{"state": "x"}', "{"])
def test_a_broken_file_is_made_anew(sample_store: EmbeddedStore, content: str) -> None:
    first = places(sample_store)
    (path,) = (sample_store.folder / "layouts").iterdir()
    path.write_text(content, encoding="utf-8")

    assert places(sample_store) == first
    assert json.loads(path.read_text(encoding="utf-8"))["places"]
