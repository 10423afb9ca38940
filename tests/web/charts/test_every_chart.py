from __future__ import annotations

import re

import pytest
from markupsafe import Markup
from tests.web.charts.grades import GOOD, INADEQUATE, RI, tree

from trigpoint.web import charts
from trigpoint.web.charts.tile_map import places
from trigpoint.web.templating import STATIC

NASTY = "<img src=x onerror=alert(1)> \"Q\" & 'R'"
_NUMBER = next(iter(places()))


def every_chart(word: str) -> dict[str, Markup]:
    """Return one of each chart with a word wherever one may stand."""
    judged = charts.Judged("2016-04-11", GOOD, f"/r?{word}", word, word)
    later = charts.Judged("2019-04", RI, "", word, "other")
    cell = charts.Cell((GOOD, RI), f"/c?{word}")
    tile = charts.Tile(_NUMBER, word, f"/a?{word}", INADEQUATE, word)
    return {
        "bars": charts.bars([charts.Bar(word, 3, 7, f"/b?{word}")], title=word),
        "distribution": charts.distribution([charts.Part(GOOD, 2, f"/d?{word}")], title=word),
        "heat table": charts.heat_table(
            [charts.Column(word, word, f"/h?{word}")],
            [charts.Row(word, (cell,), f"/f?{word}", word)],
            title=word,
        ),
        "legend": charts.legend([GOOD, RI]),
        "locator": charts.locator(_NUMBER, [tile], title=word),
        "sparkline": charts.sparkline([charts.Point(word, 1), charts.Point("2", 2)], title=word),
        "tile map": charts.tile_map(
            [tile, charts.Tile("none", word, f"/n?{word}")], title=word, about=word
        ),
        "timeline": charts.timeline(
            [charts.Lane(word, (judged, later), f"/l?{word}")], title=word, until="2020"
        ),
    }


@pytest.mark.parametrize("name", every_chart("a"))
def test_what_is_given_is_text(name: str) -> None:
    drawn = tree(every_chart(NASTY)[name])
    assert not drawn.xpath("//img")
    plain = {one.tag for one in tree(every_chart("plain")[name]).iter()}
    assert {one.tag for one in drawn.iter()} == plain


@pytest.mark.parametrize("name", every_chart("a"))
def test_a_strict_content_policy_is_kept(name: str) -> None:
    drawn = tree(every_chart("a")[name])
    assert not drawn.xpath("//script | //style | //@style")
    assert not [at for one in drawn.iter() for at in one.attrib if at.startswith("on")]


@pytest.mark.parametrize("name", every_chart("a"))
def test_every_class_has_a_rule(name: str) -> None:
    sheets = ("style.css", "charts.css")
    rules = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in sheets)
    used = {word for one in tree(every_chart("a")[name]).xpath("//@class") for word in one.split()}
    assert used - set(re.findall(r"\.([a-z][\w-]*)", rules)) == set()
