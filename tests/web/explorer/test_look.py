from __future__ import annotations

import pytest
from starlette.datastructures import QueryParams

from trigpoint.web.explorer.drawing import Link
from trigpoint.web.explorer.look import Look, look_at

FULL = Look(
    iri="https://example.org/a b&c",
    rings=1,
    opened=frozenset({"x", "y"}),
    closed=frozenset({"z"}),
    whole=frozenset({"x"}),
    kinds=frozenset({"theme", "report"}),
    first=2004,
    last=2019,
)


@pytest.mark.parametrize("look", [FULL, Look(), Look("a")])
def test_an_address_says_all_of_a_look(look: Look) -> None:
    assert look_at(QueryParams(look.query)) == look


def test_what_makes_no_sense_is_left_out() -> None:
    assert look_at(QueryParams("kinds=dragon&first=soon&last=&rings=9")) == Look()


def test_a_look_opens_so_many_things_and_no_more() -> None:
    assert len(look_at(QueryParams("&".join(f"opened={n}" for n in range(1000)))).opened) == 100


@pytest.mark.parametrize(
    ("start", "end", "seen"),
    [
        ("2004-10", "2004-11", True),
        ("1999", "2003-12-31", False),
        ("2020-01", "", False),
        ("1999", "2024", True),
        ("", "", True),
    ],
)
def test_years_are_those_of_the_whole_span(start: str, end: str, *, seen: bool) -> None:
    assert Look(first=2004, last=2019).shows_time(Link("a", "b", "to", start, end)) is seen
