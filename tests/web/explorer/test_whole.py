from __future__ import annotations

from tests.web.explorer.looking import ATTENDANCE, THORNMERE

from trigpoint.web.explorer.look import Look
from trigpoint.web.explorer.whole import whole_drawing, whole_places
from trigpoint.web.library import Library


def test_everything_has_a_place(seven: Library) -> None:
    drawing = whole_drawing(seven, Look())

    assert {each.kind for each in drawing.things.values()} == {"authority", "theme"}
    assert set(drawing.things) == set(whole_places(seven))
    assert any((link.source, link.target) == (THORNMERE, ATTENDANCE) for link in drawing.links)


def test_names_of_themes_alone_lead_outwards(seven: Library) -> None:
    places = whole_places(seven)

    assert places[ATTENDANCE].angle is not None
    assert places[THORNMERE].angle is None


def test_years_and_kinds_leave_out(seven: Library) -> None:
    every, early, themes = (
        whole_drawing(seven, look)
        for look in (Look(), Look(last=2003), Look(kinds=frozenset({"theme"})))
    )

    assert 0 < len(early.things) < len(every.things)
    assert all(link.start[:4] <= "2003" for link in early.links)
    assert not themes.links
    assert themes.counts == every.counts
