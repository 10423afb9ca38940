from __future__ import annotations

import pytest
from markupsafe import Markup
from tests.web.charts.grades import GOOD, INADEQUATE, RI, texts, tree

from trigpoint.web.charts import (
    Bar,
    Cell,
    Column,
    Part,
    Point,
    Row,
    bars,
    distribution,
    heat_table,
    legend,
    sparkline,
)


def widths(chart: Markup) -> list[float]:
    found = tree(chart).xpath("//rect[@class='bar-value']/@width")
    return [float(one.removesuffix("%")) for one in found]


def test_bars_say_their_denominator() -> None:
    chart = bars([Bar("Plans", 37, 108, "/p"), Bar("Waits", 0, 108)], title="T")
    assert texts(chart, "//*[@class='bar-number']") == ["37 of 108 (34%)", "0 of 108 (0%)"]
    assert widths(chart) == [100, 0]


def test_bars_compare_shares_where_wholes_differ() -> None:
    assert widths(bars([Bar("a", 1, 2), Bar("b", 10, 80)], title="T")) == [100, 25]
    assert widths(bars([Bar("a", 8), Bar("b", 2)], title="T")) == [100, 25]
    assert bars([], title="T")


def test_a_distribution_fills_its_width() -> None:
    chart = distribution([Part(GOOD, 1), Part(RI, 3), Part(INADEQUATE, 0)], title="T")
    pieces = tree(chart).xpath("//rect")
    assert [one.get("x") for one in pieces] == ["0%", "25%"]
    assert [one.get("width") for one in pieces] == ["25%", "75%"]
    assert texts(chart, "//li") == [
        "G good: 1 of 4 reports (25%)",
        "RI requires improvement: 3 of 4 reports (75%)",
        "I inadequate: 0 of 4 reports (0%)",
    ]


def test_a_small_part_has_no_letters_but_a_share() -> None:
    chart = distribution([Part(GOOD, 999), Part(INADEQUATE, 1)], title="T")
    assert texts(chart, "//svg/text") == ["G"]
    assert "1 of 1,000 reports (under 1%)" in " ".join(texts(chart, "//li"))


def test_cells_hold_letters_and_the_worst_band() -> None:
    rows = [Row("Care", (Cell((GOOD, RI)), Cell()), group="Services")]
    chart = heat_table([Column("2016"), Column("2019", breaks=True)], rows, title="T")
    [graded, empty] = tree(chart).xpath("//tbody//td")
    assert "band-middle" in graded.get("class")
    assert "breaks" in empty.get("class")
    assert texts(chart, "//tbody//td") == ["G / RIgood and requires improvement", "·not graded"]
    assert texts(chart, "//tbody//th") == ["Services", "Care"]


def test_a_group_is_headed_once() -> None:
    rows = [Row(one, (Cell(),), group="G1") for one in "ab"] + [Row("c", (Cell(),), group="G2")]
    chart = heat_table([Column("2016")], rows, title="T")
    assert texts(chart, "//th[@class='group']") == ["G1", "G2"]


def test_a_legend_names_each_grade_once_best_first() -> None:
    assert texts(legend([INADEQUATE, GOOD, RI, GOOD]), "//li") == [
        "G good",
        "RI requires improvement",
        "I inadequate",
    ]


@pytest.mark.parametrize(
    ("values", "lines", "dots"),
    [([1, 2, 3], 1, 1), ([1, 2, None, 3, 4], 2, 1), ([None, 5, None], 1, 2), ([], 0, 0)],
)
def test_a_sparkline_breaks_where_nothing_is_known(
    values: list[float | None], lines: int, dots: int
) -> None:
    points = [Point(str(place), value) for place, value in enumerate(values)]
    drawn = tree(sparkline(points, title="T"))
    assert len(drawn.xpath("//polyline")) == lines
    assert len(drawn.xpath("//circle")) == dots


def test_a_sparkline_starts_at_zero() -> None:
    drawn = tree(sparkline([Point("1", 0), Point("2", 4)], title="Asks"))
    [line] = drawn.xpath("//polyline/@points")
    low, high = (float(corner.split(",")[1]) for corner in line.split())
    [ground] = drawn.xpath("//line/@y1")
    assert low == float(ground)
    assert high < low
    assert drawn.xpath("//svg/@aria-label") == ["Asks. 1: 0, 2: 4"]
