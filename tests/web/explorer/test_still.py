from __future__ import annotations

from lxml import etree

from trigpoint.web.explorer.drawing import Drawing, Link, Place, Thing
from trigpoint.web.explorer.kinds import KINDS
from trigpoint.web.explorer.still import mark, still

SVG = "{http://www.w3.org/2000/svg}"
DRAWING = Drawing(
    {
        "a": Thing("a", "Thornmere & <Moors>", "authority", "/doc/authority/thornmere"),
        "b": Thing("b", "Attendance", "theme", "/doc/def/theme/attendance"),
        "c": Thing("c", "a word", "other", ""),
        "d": Thing("d", "and 3 more themes", "theme", "/explore?x=1&y=2", more=3),
    },
    (Link("a", "b", "asked about"), Link("a", "c", "says")),
    centre="a",
)
PLACES = {
    "a": Place(0, 0),
    "b": Place(100, 0, 0.0),
    "c": Place(-100, 0, 3.1416),
    "d": Place(0, 100, 1.57),
}


def drawn() -> etree._Element:
    return etree.fromstring(str(still(DRAWING, PLACES, "Around <Thornmere>")))


def test_it_is_well_formed_and_says_what_it_is() -> None:
    assert drawn().get("aria-label") == "Around <Thornmere>"


def test_names_lead_to_pages_where_there_are_any() -> None:
    links = {link.get("href"): "".join(link.itertext()) for link in drawn().iter("a")}

    assert links == {
        "/doc/authority/thornmere": "Thornmere & <Moors>",
        "/doc/def/theme/attendance": "Attendance",
        "/explore?x=1&y=2": "and 3 more themes",
    }
    assert "a word" in {text.text for text in drawn().iter("text")}


def test_names_on_the_left_are_not_upside_down() -> None:
    turns = {text.text: text.get("transform") for text in drawn().iter("text")}

    assert turns["Attendance"].startswith("rotate(0.0 ")
    assert turns["a word"].startswith("rotate(360.0 ")
    assert turns["Thornmere & <Moors>"] is None


def test_nothing_in_it_needs_a_style_attribute() -> None:
    assert not [element for element in drawn().iter() if element.get("style")]


def test_every_kind_has_a_shape_of_its_own() -> None:
    shapes = {str(mark(kind)).replace(f"kind-{kind}", "") for kind in KINDS}

    assert len(shapes) == len(KINDS)
