"""Every picture of the sample: what it says, that all of it can be seen, and that it repeats."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from matplotlib.figure import Figure
from matplotlib.image import imread
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from pyoxigraph import QuerySolutions

from trigpoint.errors import NothingToShow, UnknownName
from trigpoint.graph.pictures import Drawing, draw, pictures
from trigpoint.graph.pictures.words import count
from trigpoint.graph.questions import ask, bindings_for
from trigpoint.graph.store import EmbeddedStore
from trigpoint.queries import picture_queries, picture_query

ON_TOP_OF_LINES = {"repeat-chains"}
"""Pictures whose numbers stand on circles and arcs that may come near each other."""


def given(name: str) -> dict[str, str]:
    return {p.name: p.example for p in picture_query(name).parameters if p.required}


@pytest.fixture(scope="module", params=picture_queries())
def named(request: pytest.FixtureRequest, sample_store: EmbeddedStore) -> tuple[str, Drawing]:
    return request.param, draw(sample_store, request.param, given(request.param))


def texts(figure: Figure) -> list[tuple[str, Bbox]]:
    """All words that are drawn, with their boxes in dots."""
    figure.draw_without_rendering()
    beyond = set(labels_beyond_their_axis(figure))
    found = (text for text in figure.findobj(Text) if text.get_visible() and text not in beyond)
    return [(text.get_text(), text.get_window_extent()) for text in found if text.get_text()]


def labels_beyond_their_axis(figure: Figure) -> Iterator[Text]:
    """Labels of ticks that matplotlib keeps but does not draw."""
    for axis in (axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)):
        low, high = sorted(axis.get_view_interval())
        for tick in axis.get_major_ticks():
            if not low <= tick.get_loc() <= high:
                yield from (tick.label1, tick.label2)


def words(figure: Figure) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in figure.texts)


def test_every_query_has_a_picture_and_every_picture_a_query() -> None:
    assert pictures().keys() == picture_queries().keys()
    assert len(pictures()) >= 8


def test_title_states_a_finding_and_stands_above(named: tuple[str, Drawing]) -> None:
    name, drawing = named

    assert drawing.title != picture_query(name).title
    assert re.search(r"\d|one|two|three|four|five|six|seven|only|“", drawing.title)
    assert drawing.title in words(drawing.figure)


def test_source_date_and_caveat_stand_below(named: tuple[str, Drawing]) -> None:
    name, drawing = named
    said = words(drawing.figure)

    assert "Source: 17 reports" in said
    assert re.search(r"the latest of \d+ \w+ \d{4}", said)
    assert picture_query(name).caveat in said


def test_no_words_are_cut_off(named: tuple[str, Drawing]) -> None:
    _, drawing = named
    page = drawing.figure.bbox

    for said, box in texts(drawing.figure):
        assert page.x0 <= box.x0 <= box.x1 <= page.x1, said
        assert page.y0 <= box.y0 <= box.y1 <= page.y1, said


def test_no_words_stand_on_others(named: tuple[str, Drawing]) -> None:
    name, drawing = named
    if name in ON_TOP_OF_LINES:
        return
    for (one, box), (other, second) in itertools.combinations(texts(drawing.figure), 2):
        shared = Bbox.intersection(box, second)
        assert shared is None or shared.width < 1 or shared.height < 2, (one, other)


def test_saved_files_hold_title_and_caveat_and_repeat(
    named: tuple[str, Drawing], tmp_path: Path
) -> None:
    _, drawing = named
    drawing.save(tmp_path / "one.svg")
    drawing.save(tmp_path / "other.svg")
    svg = (tmp_path / "one.svg").read_bytes()

    assert svg == (tmp_path / "other.svg").read_bytes()
    text = " ".join(etree.fromstring(svg).itertext())
    assert drawing.title in text
    assert drawing.caveat in text


def test_png_is_a_picture_on_paper(named: tuple[str, Drawing], tmp_path: Path) -> None:
    _, drawing = named
    drawing.save(tmp_path / "picture.png")
    dots = imread(tmp_path / "picture.png")[..., :3]

    assert dots.shape[1] > 800
    assert (dots[0] == 1).all()
    assert 0.001 < (dots.mean(axis=2) < 0.5).mean() < 0.5


def test_picture_is_the_same_when_drawn_again(
    named: tuple[str, Drawing], sample_store: EmbeddedStore
) -> None:
    name, drawing = named

    assert draw(sample_store, name, given(name)).data("svg") == drawing.data("svg")


@pytest.mark.parametrize("name", picture_queries())
def test_every_parameter_is_in_the_query(name: str) -> None:
    asked = picture_query(name)

    for parameter in asked.parameters:
        assert re.search(rf"\?{parameter.variable}\b", asked.text), parameter.name


@pytest.mark.parametrize("name", picture_queries())
def test_parameter_that_a_picture_does_not_take_is_refused(
    name: str, sample_store: EmbeddedStore
) -> None:
    takes = [parameter.name for parameter in picture_query(name).parameters]

    with pytest.raises(UnknownName) as refused:
        draw(sample_store, name, given(name) | {"scale": "lea-7"})

    assert all(one in refused.value.remedy for one in takes)


def test_themes_are_shown_by_share_of_authorities(sample_store: EmbeddedStore) -> None:
    rows = {
        (row["framework"].value, row["theme"].value): (
            int(row["authorities"].value),
            int(row["of_authorities"].value),
        )
        for row in sample_store.query(picture_query("themes").text)  # type: ignore[union-attr] # rows of a SELECT
    }
    table = {
        (row["framework"].value, row["theme"].value): (
            int(row["authorities"].value),
            int(row["ofAuthorities"].value),
        )
        for row in ask(sample_store, "themes-by-framework", {})
    }

    assert rows == table
    drawing = draw(sample_store, "themes", {"framework": "sif"})
    told, whole = max(of for (framework, _), of in table.items() if framework == "sif")
    assert f"{told} of {whole} authorit" in drawing.title
    assert f"share of {count(whole, 'authority', 'authorities')}" in drawn(drawing)


def test_themes_can_be_narrowed_to_one(sample_store: EmbeddedStore) -> None:
    theme = next(iter(ask(sample_store, "themes-by-framework", {})))["theme"].value

    one = draw(sample_store, "themes", {"theme": theme})

    [axes, *_] = one.figure.axes
    assert [label.get_text() for label in axes.get_yticklabels()] == [theme]
    assert theme.lower() in one.title.lower()


def drawn(drawing: Drawing) -> str:
    """All words of the axes."""
    return " ".join(" ".join(text.split()) for text, _ in texts(drawing.figure))


def test_unknown_picture_names_the_nearest(sample_store: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="timeline"):
        draw(sample_store, "time-line")


def test_other_formats_are_refused(named: tuple[str, Drawing], tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match=r"\.svg, \.png"):
        named[1].save(tmp_path / "picture.gif")


@pytest.mark.parametrize("name", picture_queries())
def test_store_without_reports_says_what_is_missing(name: str, tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)

    with pytest.raises((NothingToShow, UnknownName)):
        draw(store, name, given(name))


def test_authority_chooses_the_partners_that_are_drawn(sample_store: EmbeddedStore) -> None:
    asked = picture_query("partner-network")

    def bodies(chosen: dict[str, str]) -> set[str]:
        bindings = bindings_for(sample_store, asked, chosen)
        rows = sample_store.query(asked.text, bindings=bindings)
        assert isinstance(rows, QuerySolutions)
        return {row["body"].value for row in rows}

    assert bodies({"authority": "Brindlewick"}) < bodies({})
