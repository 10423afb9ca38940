from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.parts.assignment import certain


def _all_ways(gaps: list[list[str]], free: list[bool]) -> list[dict[int, str]]:
    """Every assignment that gives each value to the row before or after it, in order."""
    values = [(gap, value) for gap, values in enumerate(gaps) for value in values]
    ways = []
    for shifts in product((-1, 0), repeat=len(values)):
        rows = [gap + shift for (gap, _), shift in zip(values, shifts, strict=True)]
        allowed = all(0 <= row < len(free) and free[row] for row in rows)
        if allowed and all(a < b for a, b in pairwise(rows)):
            ways.append({row: value for row, (_, value) in zip(rows, values, strict=True)})
    return ways


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[list[str]], list[bool]]:
    rows = draw(st.integers(1, 5))
    gaps = draw(st.lists(st.integers(0, 2), min_size=rows + 1, max_size=rows + 1))
    free = draw(st.lists(st.booleans(), min_size=rows, max_size=rows))
    return [[f"{gap}{n}" for n in range(count)] for gap, count in enumerate(gaps)], free


@given(_tables())
def test_what_is_certain_is_so_in_every_way_that_there_is(
    table: tuple[list[list[str]], list[bool]],
) -> None:
    gaps, free = table
    ways = _all_ways(gaps, free)
    for row, value in certain(gaps, free).items():
        assert free[row]
        assert all(way.get(row) == value for way in ways)


@pytest.mark.parametrize(
    ("gaps", "free", "expected"),
    [
        ([[], ["2"], []], [True, False], {0: "2"}),
        ([[], ["2"], []], [False, True], {1: "2"}),
        ([[], ["2"], []], [True, True], {}),
        ([[], ["2", "3"], []], [True, True], {0: "2", 1: "3"}),
        ([[], ["2"], ["3"]], [True, True], {0: "2", 1: "3"}),
        ([[], ["2", "3", "4"], []], [True, True], {}),
    ],
    ids=["left", "right", "either", "both", "pushed by the end", "too many"],
)
def test_a_value_goes_where_it_must(
    gaps: list[list[str]], free: list[bool], expected: dict[int, str]
) -> None:
    assert certain(gaps, free) == expected
