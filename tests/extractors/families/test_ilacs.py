from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.extractors.printing import Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.documents.layout import LineDraft
from trigpoint.extractors.families import ilacs, recognise
from trigpoint.extractors.findings import Report

LEADERS = ("The impact of leaders on social work", "practice with children and families")
HELP = ("The experiences and progress of", "children who need help and protection")
CARE = ("The experiences and progress of", "children in care")
LEAVERS = ("The experiences and progress of care", "leavers")
TOGETHER = ("The experiences and progress of children", "in care and care leavers")
FIVE = (LEADERS, HELP, CARE, LEAVERS, ("Overall effectiveness",))
GRADES = (("Good",), ("Outstanding",), ("Inadequate",), ("Good",), ("Good",))


def title(*lines: str, dates: str = "26 June to 7 July 2023", lead: str = "Ann Lee HMI") -> Sheet:
    return [
        *(line(100 + 30 * n, (71, text), size=26.0) for n, text in enumerate(lines)),
        line(207, (71, f"Inspection dates: {dates}"), gap=True),
        line(234, (71, f"Lead inspector: {lead}"), gap=True),
    ]


def table(
    labels: Sequence[Sequence[str]] = FIVE,
    grades: Sequence[Sequence[str]] = GRADES,
    *,
    shift: float = 0.0,
) -> Sheet:
    """A judgement table; grades stand `shift` points below the first line of their labels."""
    rows: list[LineDraft] = [line(273, (77, "Judgement"), (303, "Grade"), bold=True, gap=True)]
    for n, (label, grade) in enumerate(zip(labels, grades, strict=True)):
        top = 306.0 + 42 * n
        lines = block(top, 77, *label)
        cell = [line(top + shift + 14.5 * m, (303, text)) for m, text in enumerate(grade)]
        rows += sorted([*lines, *cell], key=lambda one: one.box.top if one.box else 0)
    return rows


def opening(*lists: Sheet, head: str = "What needs to improve?") -> Sheet:
    return [heading(140, head, left=71), *(one for part in lists for one in part)]


def read(*sheets: Sheet) -> Report:
    (report,) = ilacs.extract(printed(*sheets))
    return report


def report(*, shift: float = 0.0, grades: Sequence[Sequence[str]] = GRADES) -> Report:
    cover = [*title("Inspection of Easthampton local", "authority children’s services")]
    points = [bullet(170, 71, "The pace of plans.")]
    return read([*cover, *table(grades=grades, shift=shift)], opening(*points))


def test_recognises_a_report_and_not_the_letter_after_a_visit() -> None:
    name = "Inspection of Easthampton local authority children’s services"
    families = [
        recognise(printed([*title(name), *table()])),
        recognise(printed([*title(f"Focused visit to {name[14:]}"), *block(300, 71, "Dear Ann")])),
    ]
    assert families[0] is ilacs.FAMILY
    assert families[1] is not ilacs.FAMILY


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Inspection of Easthampton local", "authority children’s services"), "Easthampton"),
        (
            ("Inspection of the Royal Borough of", "Wold local authority", "children’s services"),
            "Royal Borough of Wold",
        ),
        (("Easthampton City Council", "Inspection of children’s social care services"),
         "Easthampton City Council"),
        (("10 to 14 June 2024", "Wold", "Inspection of local authority children’s services"),
         "Wold"),
    ],
)  # fmt: skip
def test_the_title_names_the_authority(lines: tuple[str, ...], name: str) -> None:
    assert read([*title(*lines), *table()]).value("authority") == name


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ("26 June to 7 July 2023", "2023-06-26", "2023-07-07"),
        ("4 to 15 February 2019", "2019-02-04", "2019-02-15"),
        ("8 October to 2 November 2018 and 9–24 January 2019", "2018-10-08", "2019-01-24"),
        ("15 December to 9 January 2020", "2019-12-15", "2020-01-09"),
        ("26th February 2024 to 8th March 2024", "2024-02-26", "2024-03-08"),
    ],
)
def test_periods_give_their_outer_bounds(dates: str, start: str, end: str) -> None:
    found = read([*title("Wold", dates=dates), *table()])
    assert (found.value("start"), found.value("end")) == (start, end)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("Ann Lee HMI", ("Ann Lee",)),
        ("Ann Lee-Ray, His Majesty’s Inspector", ("Ann Lee-Ray",)),
        ("Máire de Wold, Senior HMI", ("Máire de Wold",)),
    ],
)
def test_a_lead_inspector_is_named_without_title(label: str, names: tuple[str, ...]) -> None:
    assert read([*title("Wold", lead=label), *table()]).values("lead_inspector") == names


def test_two_lead_inspectors_on_two_lines_are_two_facts() -> None:
    both = [
        line(
            234, (71, "Lead inspectors: Ann Lee, Her Majesty’s Inspector, and Cy Dell,"), gap=True
        ),
        line(248, (71, "Her Majesty’s Inspector")),
    ]
    assert read([*both, *table()]).values("lead_inspector") == ("Ann Lee", "Cy Dell")


@pytest.mark.parametrize("shift", [0.0, 7.0, 14.0, -9.0])
def test_a_grade_goes_to_the_label_beside_it_wherever_it_stands(shift: float) -> None:
    judged = {one.item: one.grade for one in report(shift=shift).judgements}
    assert judged == {
        "leaders": "good",
        "help-and-protection": "outstanding",
        "care": "inadequate",
        "care-leavers": "good",
        "overall": "good",
    }


@pytest.mark.parametrize(
    "cell",
    [
        ("Requires improvement to be good",),
        ("Requires improvement to", "be good"),
        ("Requires improvement",),
        ("Require improvement",),
        ("requires improvement", "to be good"),
    ],
)
def test_all_prints_of_the_third_grade_are_one(cell: tuple[str, ...]) -> None:
    first, *_ = report(grades=(cell, *GRADES[1:])).judgements
    assert (first.grade, first.rank, first.scale) == (
        "requires improvement to be good",
        3,
        "ofsted-4",
    )


def test_what_is_not_judged_has_no_grade_and_a_reason() -> None:
    first, *_ = report(grades=(("Not judged",), *GRADES[1:])).judgements
    assert (first.grade, first.no_grade_reason, first.statements) == (None, "not-judged", ())


def test_children_in_care_and_care_leavers_judged_together_are_one_item() -> None:
    labels = (LEADERS, HELP, TOGETHER, ("Overall effectiveness",))
    found = read([*title("Wold"), *table(labels, GRADES[:4])])
    assert [one.item for one in found.judgements][2] == "care-and-care-leavers"
    assert found.judgements[2].label == " ".join(TOGETHER)


def test_a_heading_that_repeats_the_grade_belongs_to_the_judgement() -> None:
    chapter = block(200, 71, "The experiences and progress of children who need help and",
                    "protection: outstanding", bold=True)  # fmt: skip
    found = read([*title("Wold"), *table()], chapter)
    assert [one.stated_in for one in found.judgements[1].statements] == ["table", "heading"]


def test_a_grade_told_of_an_earlier_inspection_is_none_of_this_one() -> None:
    earlier = block(600, 71, "In 2018, overall effectiveness was judged to be inadequate.")
    found = read([*title("Wold"), *table(), *earlier])
    assert found.judgements[-1].grade == "good"


def test_points_keep_their_tags_and_lose_their_bullets() -> None:
    first = bullet(170, 71, "The quality of contacts and their", "timeliness (Outcome 3).")
    second = bullet(220, 71, "Advocacy (Enabler two).")
    found = read([*title("Wold"), *table()], opening(first, second)).recommendations
    assert [one.text for one in found] == [
        "The quality of contacts and their timeliness (Outcome 3).",
        "Advocacy (Enabler two).",
    ]
    assert [one.tags for one in found] == [("Outcome 3",), ("Enabler two",)]
    assert {one.kind for one in found} == {"improvement-point"}


@pytest.mark.parametrize("ending", ["", "?", ":", "?1", "? 1"])
def test_the_heading_may_have_any_ending(ending: str) -> None:
    head = f"What needs to improve{ending}"
    found = read([*title("Wold"), *table()], opening(bullet(170, 71, "Plans."), head=head))
    assert [one.text for one in found.recommendations] == ["Plans."]


def test_two_like_points_are_kept_both() -> None:
    twice = [bullet(170, 71, "Plans."), bullet(200, 71, "Plans.")]
    found = read([*title("Wold"), *table()], opening(*twice)).recommendations
    assert [(one.text, one.position) for one in found] == [("Plans.", 1), ("Plans.", 2)]


def test_a_point_over_two_pages_has_its_words_whole_and_its_places_apart() -> None:
    foot = line(800, (71, "Inspection of Wold"), (500, "2"))
    first = [heading(140, "What needs to improve?", left=71), *bullet(750, 71, "The quality of")]
    rest = [
        [line(96, (left, text)), foot]
        for left, text in ((89, "assessments."), (71, "An end."), (71, "Another."))
    ]
    document = printed([*title("Wold"), *table()], [*first, foot], *rest)
    (point,) = ilacs.extract(document)[0].recommendations
    assert point.text == "The quality of assessments."
    assert [document.text[one.start : one.end] for one in point.evidence] == [
        "The quality of",
        "assessments.",
    ]
    assert [one.page for one in point.evidence] == [2, 3]


def test_what_the_report_does_not_say_is_a_gap() -> None:
    found = read([*block(100, 71, "Nothing of the kind.")])
    missing = {(one.field, one.reason) for one in found.gaps}
    assert ("start", "not-found") in missing
    assert ("published", "not-in-framework") in missing
    assert ("recommendations", "not-found") in missing
