from __future__ import annotations

import pytest
from tests.web.charts.grades import GOOD, INADEQUATE, INCONSISTENT, RI, texts, tree

from trigpoint.web.charts import Judged, Lane, timeline
from trigpoint.web.charts.years import Axis, year_of


def number(percent: str) -> float:
    return float(percent.removesuffix("%"))


def ribbons(lane: Lane, until: str = "2024") -> list[tuple[float, float, bool]]:
    """Return start, end and openness of each ribbon of a lane."""
    drawn = tree(timeline([lane], title="T", until=until))
    return [
        (
            number(one.get("x")),
            number(one.get("x")) + number(one.get("width")),
            "open" in one.get("class"),
        )
        for one in drawn.xpath("//rect[contains(@class, 'ribbon')]")
    ]


def test_nothing_judged_is_nothing_drawn() -> None:
    assert timeline([Lane("Care", ())], title="T", until="2024") == ""


def test_a_grade_stands_until_the_next() -> None:
    lane = Lane("Care", (Judged("2019-06", GOOD), Judged("2012-06", RI)))
    (start, end, first_open), (next_start, last, last_open) = ribbons(lane)
    assert start < end
    assert end == pytest.approx(next_start, abs=0.02)
    assert (first_open, last_open) == (False, True)
    axis = Axis.over(["2012-06", "2019-06", "2024"])
    assert last == pytest.approx(axis.x("2024"), abs=0.02)


def test_a_grade_ends_with_its_framework() -> None:
    [(start, end, is_open)] = ribbons(Lane("Care", (Judged("2012-06", RI, ended="2015"),)))
    axis = Axis.over(["2012-06", "2024"])
    assert (start, end) == pytest.approx((axis.x("2012-06"), axis.x("2015")), abs=0.02)
    assert not is_open


def test_a_change_of_framework_is_a_break_in_its_lane_alone() -> None:
    changed = Lane(
        "Care", (Judged("2012", RI, framework="old"), Judged("2016", RI, framework="new"))
    )
    same = Lane("Help", (Judged("2012", RI, framework="old"),))
    chart = timeline([changed, same], title="T", until="2020")
    [care, help_] = tree(chart).xpath("//li[*[contains(@class, 'lane-label')]]")
    assert len(care.xpath(".//line[@class='break']")) == 1
    assert not help_.xpath(".//line[@class='break']")
    assert texts(chart, "//dl/div") == [
        "A 2016: from old to new. Do not compare grades across this line."
    ]


def test_years_are_drawn_once_and_shown_in_every_lane() -> None:
    lanes = [Lane(label, (Judged("2012", GOOD),)) for label in ("Care", "Help", "Plans")]
    drawn = tree(timeline(lanes, title="T", until="2020"))
    [years] = drawn.xpath("//defs/g/@id")
    assert drawn.xpath("//li//use/@href") == [f"#{years}"] * 3
    assert not drawn.xpath("//li//line[@class='year-line']")


def test_like_judgements_of_one_day_are_one_pill() -> None:
    three = tuple(Judged("2012", GOOD, note=note) for note in "abc")
    chart = timeline([Lane("Care", (*three, Judged("2012", RI)))], title="T", until="2020")
    assert texts(chart, "//*[local-name()='g']/title") == [
        "2012: good × 3 (a; b; c)",
        "2012: requires improvement",
    ]


def test_pills_that_are_near_do_not_cover_each_other() -> None:
    lane = Lane("Care", tuple(Judged(f"{year}-06", GOOD) for year in range(2000, 2020)))
    places = [
        (number(one.get("x")), int(one.get("y")))
        for one in tree(timeline([lane], title="T", until="2020")).xpath("//svg//svg")
    ]
    for x, y in places:
        beside = [other for other, level in places if level == y and other != x]
        assert all(abs(other - x) >= 9 for other in beside)


def test_letters_that_two_scales_share_are_told_apart() -> None:
    lane = Lane("Care", (Judged("2012", INADEQUATE), Judged("2020", INCONSISTENT)))
    assert texts(timeline([lane], title="T", until="2022"), "//*[@class='letters']") == [
        "Ina",
        "Inc",
    ]
    alone = Lane("Care", (Judged("2012", INADEQUATE),))
    assert texts(timeline([alone], title="T", until="2022"), "//*[@class='letters']") == ["I"]


@pytest.mark.parametrize(
    ("date", "year"), [("2004", 2004.5), ("2004-01", 2004 + 0.5 / 12), ("2004-07-01", 2004.5)]
)
def test_a_date_lies_within_its_year(date: str, year: float) -> None:
    assert year_of(date) == pytest.approx(year)


@pytest.mark.parametrize(("first", "last"), [("2022", "2022"), ("2000", "2024"), ("1900", "2024")])
def test_years_are_named_as_far_as_there_is_room(first: str, last: str) -> None:
    ticks = Axis.over([first, last]).ticks
    assert 1 < len(ticks) <= 9
    assert all(0 <= x <= 100 for _, x in ticks)
