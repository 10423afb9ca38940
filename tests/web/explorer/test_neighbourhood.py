from __future__ import annotations

import pytest
from tests.web.explorer.looking import (
    ATTENDANCE,
    OLDMERE,
    THORNMERE,
    THORNMERE_2004,
    WEXCOMBE,
    kinds,
    relations,
)

from trigpoint.ontology.namespaces import CONCEPT, ID
from trigpoint.web.explorer import neighbourhood as module
from trigpoint.web.explorer.drawing import Drawing, Link
from trigpoint.web.explorer.look import Look
from trigpoint.web.explorer.neighbourhood import neighbourhood, share
from trigpoint.web.library import Library


def around(library: Library, iri: str, **more: object) -> Drawing:
    return neighbourhood(library, Look(iri, **more))  # type: ignore[arg-type] # of many types


def test_authority_has_its_reports_themes_partners_and_lineage(seven: Library) -> None:
    found = relations(around(seven, THORNMERE, rings=1), THORNMERE)

    assert ("to", "became", OLDMERE) in found
    assert ("from", "inspected in", THORNMERE_2004) in found
    assert ("from", "asked about", ATTENDANCE) in found
    assert ("from", "named beside", f"{ID}organisation/moorland-police") in found


def test_second_ring_opens_reports_but_no_hubs(seven: Library) -> None:
    one, two = (around(seven, THORNMERE, rings=rings) for rings in (1, 2))

    assert "recommendation" not in kinds(one)
    assert kinds(two)["judgement"] == 4
    assert {two.things[parent].kind for parent in two.parents.values()} == {"authority", "report"}


def test_no_grade_scale_or_year_is_drawn(seven: Library) -> None:
    drawing = around(seven, THORNMERE)

    hubs = tuple(f"{CONCEPT}{kind}/" for kind in ("grade", "scale", "framework"))
    assert not [iri for iri in drawing.things if iri.startswith(hubs)]


def test_everything_but_the_centre_hangs_on_something_drawn(seven: Library) -> None:
    drawing = around(seven, THORNMERE)

    assert set(drawing.parents) == set(drawing.things) - {THORNMERE}
    assert set(drawing.parents.values()) <= set(drawing.things)
    assert all({link.source, link.target} <= set(drawing.things) for link in drawing.links)


def test_a_link_is_the_same_from_both_ends(seven: Library) -> None:
    def recommends(drawing: Drawing) -> set[Link]:
        return {link for link in drawing.links if link.relation == "recommends"}

    report = around(seven, THORNMERE_2004, rings=1)
    (first, second) = sorted(recommends(report), key=lambda link: link.key)

    assert recommends(around(seven, first.target, rings=1)) == {first}
    assert recommends(around(seven, second.target, rings=1)) == {second}


@pytest.mark.parametrize(
    ("iri", "relation"),
    [
        (ATTENDANCE, "asked about"),
        (f"{CONCEPT}function/education-of-children-in-care", "judged on"),
        (f"{ID}organisation/thornmere-police", "addressed to"),
        (f"{THORNMERE_2004}/judgement/5.6", "judges"),
    ],
)
def test_every_kind_can_be_the_centre(seven: Library, iri: str, relation: str) -> None:
    drawing = around(seven, iri)

    assert relation in {link.relation for link in drawing.links}
    assert drawing.things[iri].name


def test_links_carry_the_dates_of_their_reports(seven: Library) -> None:
    links = {link.target: link for link in around(seven, THORNMERE, rings=1).links}

    assert (links[THORNMERE_2004].start, links[THORNMERE_2004].end) == ("2004-10", "2004-10")
    assert (links[ATTENDANCE].start[:4], links[ATTENDANCE].end[:4]) == ("2004", "2024")


def test_years_leave_out_what_falls_outside(seven: Library) -> None:
    late = around(seven, THORNMERE, first=2015)

    assert THORNMERE_2004 not in late.things
    assert OLDMERE in late.things, "what has no date stays"
    assert {each.start[:4] for each in late.things.values() if each.start} == {"2019", "2024"}
    assert late.years == (2004, 2024), "the slider keeps its whole length"


def test_kinds_leave_out_others_and_keep_their_counts(seven: Library) -> None:
    every, few = around(seven, THORNMERE), around(seven, THORNMERE, kinds=frozenset({"report"}))

    assert set(kinds(few)) == {"authority", "report"}
    assert few.counts == every.counts
    assert every.counts == {**kinds(every), "authority": 1}


def test_a_branch_is_closed_and_another_opened(seven: Library) -> None:
    shut = around(seven, THORNMERE, closed=frozenset({THORNMERE_2004}))
    wide = around(seven, THORNMERE, opened=frozenset({ATTENDANCE}))

    assert shut.children(THORNMERE_2004) == []
    assert WEXCOMBE in wide.children(ATTENDANCE)


def test_what_is_too_much_is_counted_and_can_be_shown(
    seven: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_RING", 3)
    full, cut = around(seven, THORNMERE, whole=frozenset({THORNMERE})), around(seven, THORNMERE)

    rest = [each for each in cut.things.values() if each.more and each.kind == "theme"]
    assert len(cut.children(THORNMERE)) < len(full.children(THORNMERE))
    assert kinds(around(seven, THORNMERE, rings=1)) == kinds(
        around(seven, THORNMERE, rings=1, whole=frozenset({THORNMERE}))
    )
    assert rest[0].name == f"and {rest[0].more} more themes"


def test_nothing_is_drawn_of_what_is_no_kind(seven: Library) -> None:
    assert not around(seven, f"{CONCEPT}grade/lea-7/3").things
    assert not around(seven, "https://example.org/elsewhere").things


def near(**sizes: int) -> list[tuple[str, Link]]:
    return [
        (kind, Link("a", f"{kind}{n}", "to")) for kind, size in sizes.items() for n in range(size)
    ]


@pytest.mark.parametrize(
    ("limit", "left_out"),
    [
        (20, {}),
        (9, {"theme": 1}),
        (6, {"theme": 3, "partner": 1}),
        (1, {"report": 1, "theme": 5, "partner": 3}),
    ],
)
def test_each_kind_gets_its_share(limit: int, left_out: dict[str, int]) -> None:
    chosen, rest = share(near(report=1, theme=6, partner=3), limit)

    assert rest == left_out
    assert len(chosen) + sum(rest.values()) == 10
    assert len(chosen) <= limit
