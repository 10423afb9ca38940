from __future__ import annotations

import re

from tests.web.charts.grades import GOOD, INADEQUATE, INCONSISTENT, texts, tree

from trigpoint.web.charts import Tile, locator, tile_map
from trigpoint.web.charts.tile_map import places

FIRST, SECOND, THIRD, *_ = places()


def test_places_are_all_different() -> None:
    known = list(places().values())
    assert len({(one.column, one.row) for one in known}) == len(known)
    assert len({one.letters for one in known}) == len(known)


def test_every_tile_says_what_it_is() -> None:
    tiles = [Tile(FIRST, "Quillborough", "/q", GOOD, "May 2024"), Tile(SECOND, "Ambershire", "/a")]
    chart = tile_map(tiles, title="Grades")
    assert [one.get("aria-label") for one in tree(chart).xpath("//a")] == [
        "Quillborough: good, May 2024",
        "Ambershire",
    ]
    assert texts(chart, "//*[@class='value']") == ["G"]
    assert len(tree(chart).xpath("//rect")) == len(places())


def test_shared_letters_are_told_apart_and_explained() -> None:
    tiles = [Tile(FIRST, "Q", "/q", INADEQUATE), Tile(SECOND, "A", "/a", INCONSISTENT)]
    chart = tile_map(tiles, title="Grades")
    assert sorted(texts(chart, "//*[contains(@class, 'value')]")) == ["Ina", "Inc"]
    assert texts(chart, "//li") == ["Inc inconsistent", "Ina inadequate"]


def test_who_is_on_no_map_is_listed() -> None:
    chart = tile_map([Tile("of the past", "Oldshire", "/o", GOOD)], title="Grades")
    assert texts(chart, "//p/a") == ["Oldshire: good"]


def test_a_locator_is_small_and_marks_one_place() -> None:
    drawn = locator(THIRD, [Tile(FIRST, "Q", "", GOOD)], title="Here")
    assert len(drawn) < 4_000
    assert not tree(drawn).xpath("//a")
    [here] = tree(drawn).xpath("//rect")
    assert (int(here.get("x")), int(here.get("y"))) == (places()[THIRD].x, places()[THIRD].y)
    squares = re.findall("M", str(drawn))
    assert len(squares) == len(places())


def test_no_locator_for_a_place_that_is_not_there() -> None:
    assert locator("of the past", title="Here") == ""
