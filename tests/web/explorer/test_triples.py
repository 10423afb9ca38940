from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple
from tests.web.explorer.looking import ATTENDANCE, THORNMERE

from trigpoint.ontology.namespaces import DEF
from trigpoint.web.explorer.triples import MOST, drawn, triples_drawing, triples_places
from trigpoint.web.library import Library

ASKED = NamedNode(f"{DEF}theme")


def test_triples_are_things_and_links(seven: Library) -> None:
    triples = [
        Triple(NamedNode(THORNMERE), ASKED, NamedNode(ATTENDANCE)),
        Triple(NamedNode(THORNMERE), ASKED, Literal("attendance")),
        Triple(BlankNode("b"), ASKED, Literal("attendance")),
    ]
    drawing = triples_drawing(seven, triples)

    assert [each.kind for each in drawing.things.values()] == [
        "authority",
        "theme",
        "other",
        "other",
    ]
    assert [link.relation for link in drawing.links] == [seven.label(f"{DEF}theme")] * 3
    assert [each.href for each in drawing.things.values()][2:] == ["", ""]


def test_every_thing_has_a_place_of_its_own(seven: Library) -> None:
    triples = [Triple(NamedNode(THORNMERE), ASKED, Literal(str(n))) for n in range(30)]
    drawing = triples_drawing(seven, triples)
    places = triples_places(drawing)

    assert set(places) == set(drawing.things)
    assert len(set(places.values())) == len(places)
    assert places == triples_places(drawing)


def test_no_more_are_drawn_than_can_be_read(seven: Library) -> None:
    triples = [Triple(NamedNode(THORNMERE), ASKED, Literal(str(n))) for n in range(2 * MOST)]

    assert len(triples_drawing(seven, triples).links) == MOST


def test_no_triples_are_an_empty_picture(seven: Library) -> None:
    assert drawn(seven, [])["data"]["nodes"] == []
