from __future__ import annotations

import math
from typing import Any

import networkx as nx
import pytest

from trigpoint.graph.export.plain import RESERVED, clean, plain


def nodes(*rows: dict[str, Any], lists: bool = True) -> list[dict[str, Any]]:
    graph = nx.MultiDiGraph()
    for n, row in enumerate(rows):
        graph.add_node(f"https://example.org/{n}")
        graph.nodes[f"https://example.org/{n}"].update(row)
    return [row for _, row in plain(graph, lists=lists).nodes(data=True)]


@pytest.mark.parametrize("value", [None, math.nan, math.inf, -math.inf, "", [], [None, ""], "\x00"])
def test_value_that_says_nothing_is_left_out(value: Any) -> None:
    assert nodes({"a": value}) == [{}]


@pytest.mark.parametrize(
    ("values", "same"),
    [
        ((1, 2.5), (1.0, 2.5)),
        ((1, "x"), ("1", "x")),
        ((True, 1), ("true", "1")),
        ((True, False), (True, False)),
        ((2**70, 1), (str(2**70), "1")),
        ((["x", None, "y"], "z"), (["x", "y"], ["z"])),
    ],
)
def test_values_of_an_attribute_get_one_type(
    values: tuple[Any, Any], same: tuple[Any, Any]
) -> None:
    found = [row["a"] for row in nodes(*({"a": value} for value in values))]

    assert found == list(same)
    assert {type(value) for value in found} == {type(same[0])}


def test_empty_text_among_lists_is_left_out() -> None:
    assert nodes({"a": ["x"]}, {"a": ""}) == [{"a": ["x"]}, {}]


def test_list_becomes_one_text_where_a_format_has_no_lists() -> None:
    assert nodes({"a": ["x", "y"]}, lists=False) == [{"a": "x; y"}]


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_reserved_name_gets_an_underscore(name: str) -> None:
    assert nodes({name: "x"}) == [{f"{name}_": "x"}]


def test_renamed_attribute_displaces_no_other() -> None:
    (row,) = nodes({"id": "renamed", "id_": "kept", "i d": "x", "1": "y", "": "z"})

    assert row == {"id__": "renamed", "id_": "kept", "i_d": "x", "_1": "y", "_": "z"}


def test_weight_that_is_no_number_is_not_the_weight() -> None:
    assert nodes({"weight": "heavy"}) == [{"weight_": "heavy"}]


def test_label_is_text() -> None:
    assert nodes({"label": 5}) == [{"label": "5"}]


def test_parallel_edges_are_kept_in_order_of_their_keys() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edge("b", "a", key="2", kind="x")
    graph.add_edge("b", "a", key="1", kind="x")

    assert list(plain(graph, lists=True).edges(keys=True)) == [("b", "a", "1"), ("b", "a", "2")]


def test_clean_text_keeps_lines_and_every_letter() -> None:
    assert clean("a\r\nb\tc\rd – é\U0001f600") == "a\nb\tc\nd – é\U0001f600"


def test_clean_text_has_nothing_that_xml_refuses() -> None:
    assert clean("a\x00\x1f\x7f\x85\ud800\ufffeb") == "ab"
