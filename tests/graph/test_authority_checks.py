from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from trigpoint.graph.authority_checks import problems
from trigpoint.graph.authority_tables import Area, Authority, Change

COUNTY = Authority(
    "Ambershire", "990", gss="E10000990", region="North", type="County", valid_to="2009-03-31",
    sources=("curated",),
)  # fmt: skip
EAST = Authority(
    "East Ambershire", "991", aliases=("East Amber",), gss="E06000991", ofsted_urn="80991",
    wikidata="Q991", region="North", type="Unitary Authority", valid_from="2009-04-01",
    sources=("curated",), neighbours=("992",),
)  # fmt: skip
WEST = replace(
    EAST, name="West Ambershire", dfe_number="992", aliases=(), gss="E06000992",
    ofsted_urn="80992", wikidata="Q992", neighbours=("991",),
)  # fmt: skip
SPLIT = Change("2009-04-01", "ambershire", "Split", ("990",), ("991", "992"), ("curated",))


def faults(*bodies: Authority, changes: tuple[Change, ...] = (SPLIT,)) -> list[str]:
    return list(problems(bodies, changes))


def test_sound_tables_have_no_fault() -> None:
    assert faults(COUNTY, EAST, WEST) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"dfe_number": "99"}, "dfe_number cannot be"),
        ({"gss": "E12000001"}, "gss cannot be"),
        ({"wikidata": "991"}, "wikidata cannot be"),
        ({"sources": ()}, "no source"),
        ({"valid_from": "2009-04-31"}, "is no day"),
        ({"valid_from": "1905-06-19"}, "day count"),
        ({"valid_to": "2005-06-18"}, "before it begins"),
        ({"ofsted_urn": "80992"}, "ofsted_urn 80992 stands twice"),
        ({"gss": "E06000992"}, "area E06000992 stands twice"),
        ({"aliases": ("East", "East")}, "name East stands twice"),
        ({"aliases": ("West Ambershire Council",)}, "answer to the name"),
        ({"neighbours": ("999",)}, "no authority has the number of its neighbour"),
        ({"neighbours": ("991",)}, "is the body itself"),
        ({"valid_from": "2010-04-01"}, "does not begin on that day"),
        ({"valid_from": ""}, "first day and the changes"),
        ({"valid_to": "2020-03-31"}, "last day and the changes"),
        ({"earlier_areas": (Area("E10000991", valid_to="2012-03-31"),)}, "does not begin when"),
    ],
)
def test_a_wrong_row_is_found(wrong: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in faults(COUNTY, replace(EAST, **wrong), WEST))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"original": ("998",)}, "no authority has the number 998"),
        ({"original": ()}, "is missing"),
        ({"sources": ()}, "is missing"),
        ({"day": "2009-05-01"}, "does not end on the day before"),
        ({"resulting": ("991",)}, "first day and the changes"),
    ],
)
def test_a_wrong_change_is_found(wrong: dict[str, Any], said: str) -> None:
    found = faults(COUNTY, EAST, WEST, changes=(replace(SPLIT, **wrong),))
    assert any(said in fault for fault in found)


def test_a_change_that_stands_twice_is_found() -> None:
    assert any("stands twice" in one for one in faults(COUNTY, EAST, WEST, changes=(SPLIT, SPLIT)))


def test_namesakes_of_different_times_are_no_fault() -> None:
    namesake = replace(EAST, name="Ambershire Council")
    assert faults(COUNTY, namesake, WEST) == []
