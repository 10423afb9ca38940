from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.web.explorer.drawing import Drawing, Place, Thing
from trigpoint.web.explorer.radial import radial_places

LINE = 13.0  # units: the height of a name


def tree(owners: list[int]) -> Drawing:
    """Return a drawing in which thing n + 1 hangs on the given thing before it."""
    names = [f"n{n}" for n in range(len(owners) + 1)]
    things = {name: Thing(name, name, "theme", "") for name in names}
    parents = {f"n{n + 1}": f"n{owner % (n + 1)}" for n, owner in enumerate(owners)}
    return Drawing(things, (), "n0", parents)


def depth(drawing: Drawing, iri: str) -> int:
    return 0 if iri == drawing.centre else 1 + depth(drawing, drawing.parents[iri])


def apart(one: Place, other: Place) -> float:
    return math.hypot(one.x - other.x, one.y - other.y)


@given(st.lists(st.integers(0, 30), max_size=60))
def test_things_stand_on_the_ring_of_their_depth(owners: list[int]) -> None:
    drawing = tree(owners)
    places = radial_places(drawing)
    rings: dict[int, set[float]] = {}
    for iri, place in places.items():
        rings.setdefault(depth(drawing, iri), set()).add(round(math.hypot(place.x, place.y), 3))

    assert set(places) == set(drawing.things)
    assert all(len(radii) == 1 for radii in rings.values())
    assert [min(rings[n]) for n in sorted(rings)] == sorted(min(radii) for radii in rings.values())


@given(st.lists(st.integers(0, 5), min_size=2, max_size=60))
def test_names_on_a_ring_do_not_touch(owners: list[int]) -> None:
    drawing = tree(owners)
    places = radial_places(drawing)
    by_depth: dict[int, list[Place]] = {}
    for iri, place in places.items():
        by_depth.setdefault(depth(drawing, iri), []).append(place)

    for ring in by_depth.values():
        assert all(apart(one, other) > LINE for one, other in itertools.combinations(ring, 2))


def test_the_centre_alone_stands_in_the_middle() -> None:
    assert radial_places(tree([])) == {"n0": Place(0, 0)}
    assert radial_places(Drawing({}, ())) == {}


def test_a_single_branch_leads_downwards() -> None:
    place = radial_places(tree([0]))["n1"]

    assert place.angle == pytest.approx(math.pi / 2)
    assert place.y > 0
