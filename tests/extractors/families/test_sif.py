from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.extractors.printing import Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.documents import Document
from trigpoint.extractors.documents.layout import LineDraft
from trigpoint.extractors.documents.plain import read_plain
from trigpoint.extractors.families import recognise, sif
from trigpoint.extractors.findings import Report

ITEMS = (
    (71, ("1. Children who need help and protection",), True),
    (71, ("2. Children looked after and achieving", "permanence"), True),
    (119, ("2.1 Adoption performance",), False),
    (119, ("2.2 Experiences and progress of care leavers",), False),
    (71, ("3. Leadership, management and governance",), True),
)
TITLE = (
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
)
OVERALL = "Children’s services in Easthampton require improvement to be good"


def cover(
    *grades: Sequence[str],
    overall: str = OVERALL,
    shift: float = 0.0,
    published: str = "Report published: 7/08/2015",
) -> Sheet:
    """A cover; grades stand `shift` points below the first line of their labels."""
    cells = grades or (
        ("Good",),
        ("Requires", "improvement"),
        ("Outstanding",),
        ("Good",),
        ("Good",),
    )
    rows: list[LineDraft] = []
    for n, ((left, label, bold), grade) in enumerate(zip(ITEMS, cells, strict=True)):
        top = 320.0 + 46 * n
        lines = block(top, left, *label, bold=bold)
        cell = [line(top + shift + 14.5 * m, (400, text)) for m, text in enumerate(grade)]
        rows += sorted([*lines, *cell], key=lambda one: one.box.top if one.box else 0)
    return [
        line(90, (71, "Easthampton Borough Council"), size=26.0),
        *block(128, 71, *TITLE, bold=True),
        line(
            174, (71, "and Review of the effectiveness of the Local Safeguarding Children Board1")
        ),
        line(208, (71, "Inspection date: 1/06/2015 – 25/06/2015"), bold=True, gap=True),
        line(231, (71, published), bold=True, gap=True),
        line(260, (71, overall), size=14.0, bold=True, gap=True),
        *rows,
    ]


def numbered(top: float, number: int, *texts: str) -> Sheet:
    first = line(top, (71, f"{number}."), (99, texts[0]), gap=True)
    return [first, *(line(top + 14.5 * n, (99, one)) for n, one in enumerate(texts[1:], 1))]


def sheet(*parts: LineDraft | Sheet) -> Sheet:
    return [one for part in parts for one in ([part] if isinstance(part, LineDraft) else part)]


def read(*sheets: Sheet) -> tuple[Report, ...]:
    contents = block(100, 71, "Contents")
    return sif.extract(printed(cover(), contents, *sheets))


BOARD = sheet(
    line(90, (71, "The Local Safeguarding Children Board (LSCB)"), size=16.0, bold=True),
    line(130, (71, "The Local Safeguarding Children Board is inadequate"), size=14.0, bold=True,
         gap=True),
    heading(160, "Recommendations", left=71),
    bullet(190, 71, "Agree one plan."),
)  # fmt: skip


@pytest.mark.parametrize("word", ["Inspection", "Re-inspection", "Reinspection"])
def test_recognises_inspections_and_re_inspections(word: str) -> None:
    title = [line(128, (71, f"{word}{TITLE[0][10:]} {TITLE[1]}"), bold=True)]
    assert recognise(printed([*title, *cover()])) is sif.FAMILY


@pytest.mark.parametrize("shift", [0.0, 7.0, -10.0])
def test_the_cover_grades_every_item_and_the_whole(shift: float) -> None:
    grades = (("Good",), ("Requires improvement",), ("Outstanding",), ("Inadequate",), ("Good",))
    (found,) = sif.extract(printed(cover(*grades, shift=shift)))
    assert {one.item: one.grade for one in found.judgements} == {
        "overall": "requires improvement to be good",
        "help-and-protection": "good",
        "care": "requires improvement to be good",
        "adoption": "outstanding",
        "care-leavers": "inadequate",
        "leadership": "good",
    }


@pytest.mark.parametrize(
    ("sentence", "label", "grade"),
    [
        (OVERALL, "Children’s services in Easthampton", "requires improvement to be good"),
        ("The overall judgement is inadequate", "The overall judgement", "inadequate"),
        (
            "The overall judgement is that children’s services require improvement",
            "The overall judgement is that children’s services",
            "requires improvement to be good",
        ),
        ("The overall judgement is requires improvement.", "The overall judgement",
         "requires improvement to be good"),
    ],
)  # fmt: skip
def test_a_sentence_of_the_cover_grades_the_whole(sentence: str, label: str, grade: str) -> None:
    (found,) = sif.extract(printed(cover(overall=sentence)))
    whole = next(one for one in found.judgements if one.item == "overall")
    assert (whole.label, whole.grade, whole.statements[0].stated_in) == (label, grade, "heading")


def test_numeric_dates_are_read_day_first() -> None:
    (found,) = sif.extract(printed(cover()))
    dates = (found.value("start"), found.value("end"), found.value("published"))
    assert dates == ("2015-06-01", "2015-06-25", "2015-08-07")


def test_the_board_is_a_report_of_its_own_with_its_own_grade_and_list() -> None:
    own = sheet(heading(90, "Recommendations", left=71), numbered(120, 1, "Do this."))
    authority, board = read(own, BOARD)
    assert (authority.part, board.part) == ("", "lscb")
    assert [one.text for one in authority.recommendations] == ["Do this."]
    assert [one.text for one in board.recommendations] == ["Agree one plan."]
    assert [(one.item, one.grade) for one in board.judgements] == [("lscb", "inadequate")]
    assert board.value("authority") == "Easthampton Borough Council"


def test_a_report_without_a_board_is_one_report() -> None:
    assert (
        len(read(sheet(heading(90, "Recommendations", left=71), numbered(120, 1, "Do it.")))) == 1
    )


def test_priority_actions_and_areas_for_improvement_are_kinds_and_numbered_apart() -> None:
    lists = sheet(
        heading(90, "What does the local authority need to improve?", left=71),
        line(120, (71, "Priority and immediate action"), bold=True, gap=True),
        numbered(150, 14, "Act now."),
        line(180, (71, "Areas for improvement"), bold=True, gap=True),
        numbered(210, 15, "Act soon."),
        numbered(240, 16, "Act later."),
    )
    found = read(lists)[0].recommendations
    assert [(one.kind, one.position, one.text) for one in found] == [
        ("priority-action", 1, "Act now."),
        ("area-for-improvement", 1, "Act soon."),
        ("area-for-improvement", 2, "Act later."),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "There are no areas for priority or immediate action.",
        "The inspection did not find any areas for priority and immediate action.",
        "There are no priority actions.",
        "None",
    ],
)
@pytest.mark.parametrize("marked", [True, False])
def test_words_that_there_are_none_give_none(words: str, *, marked: bool) -> None:
    said = numbered(150, 18, words) if marked else block(150, 71, words)
    lists = sheet(line(120, (71, "Priority and immediate action"), bold=True, gap=True), said)
    authority = read(lists)[0]
    assert authority.recommendations == ()
    assert ("recommendations", "none-stated") in {(one.field, one.reason) for one in authority.gaps}


def test_a_list_stops_where_the_numbers_run_on_into_strengths() -> None:
    lists = sheet(
        line(120, (71, "Areas for improvement"), bold=True, gap=True),
        numbered(150, 17, "Act."),
        heading(180, "The local authority’s strengths", left=71),
        numbered(210, 18, "All is well."),
    )
    assert [one.text for one in read(lists)[0].recommendations] == ["Act."]


def test_headings_in_plain_type_end_a_list_as_well_as_bold_ones() -> None:
    heads = [heading(100, "Recommendations"), heading(240, "The quality of practice")]
    plain = [replace(one, bold=False) for one in heads]
    page = [
        plain[0],
        *block(130, 71, "1. Do this."),
        plain[1],
        *block(270, 71, "2. It was seen."),
    ]
    report, *_ = sif.extract(printed(cover(), page, block(100, 71, *["It is said."] * 40)))
    assert [one.text for one in report.recommendations] == ["Do this."]


def test_lists_of_strengths_are_findings_and_those_with_weaknesses_are_not() -> None:
    strengths = sheet(
        heading(100, "Areas for improvement", left=71),
        numbered(130, 1, "Write clear plans."),
        heading(200, "The local authority has the following strengths:", left=71),
        numbered(230, 2, "Homes are safe and", "warm."),
        heading(300, "Key strengths and weaknesses of the service", left=71),
        numbered(330, 3, "Much is mixed."),
    )
    (found,) = read(strengths)
    assert [(one.kind, one.text) for one in found.findings] == [
        ("strength", "Homes are safe and warm.")
    ]


def test_the_board_of_a_short_report_begins_below_the_list_of_the_authority() -> None:
    own = sheet(heading(60, "Recommendations", left=71), numbered(75, 1, "Write clear plans."))
    authority, board = sif.extract(printed(cover(), [*own, *BOARD]))
    assert [one.text for one in authority.recommendations] == ["Write clear plans."]
    assert [one.text for one in board.recommendations] == ["Agree one plan."]


def test_the_first_row_of_a_table_without_places_grades_the_whole() -> None:
    rows = "\n".join(f"{label}\tGood" for _, (label, *_), _ in ITEMS if label[0] != "2")
    text = f"Easthampton Council\n\n{' '.join(TITLE)}\n\n{OVERALL}\t\n{rows}\n"
    canonical, pages = read_plain(text.encode())
    (found,) = sif.extract(Document("it.txt", "0", "text/plain", "x 1", canonical, pages))
    assert "overall" in {one.item for one in found.judgements}


def test_sub_headings_part_a_list_and_sub_bullets_belong_to_their_item() -> None:
    lists = sheet(
        line(120, (71, "Areas for improvement"), bold=True, gap=True),
        line(145, (71, "Workforce"), size=12.6, gap=True),
        numbered(170, 1, "Improve planning by:"),
        bullet(200, 125, "seeing young people", sign="\uf0b7"),
        bullet(230, 125, "hearing them.", sign="\uf0b7"),
        line(260, (71, "Care leavers"), size=12.6, gap=True),
        numbered(290, 2, "Tell them (paragraph 127)."),
    )
    found = read(lists)[0].recommendations
    assert [(one.heading, one.text) for one in found] == [
        ("Workforce", "Improve planning by: seeing young people hearing them."),
        ("Care leavers", "Tell them (paragraph 127)."),
    ]


def test_numbered_titles_over_bullets_are_sub_headings() -> None:
    lists = sheet(
        heading(90, "Recommendations", left=71),
        numbered(120, 1, "Quality of practice"),
        bullet(150, 99, "Do this."),
        numbered(180, 2, "Oversight by leaders"),
        bullet(210, 99, "Do that."),
    )
    found = read(lists)[0].recommendations
    assert [(one.heading, one.text) for one in found] == [
        ("Quality of practice", "Do this."),
        ("Oversight by leaders", "Do that."),
    ]


def test_a_footnote_and_its_sign_are_no_part_of_an_item() -> None:
    lists = sheet(
        heading(90, "Recommendations", left=71),
        numbered(120, 1, "Ensure that cared for children2 are", "heard."),
        [line(760, (71, "2 Known so in Easthampton."), size=10.0)],
        *(block(140 + 30 * n, 71, "Words of the running text that are many.") for n in range(3, 6)),
    )
    first, *_ = read(lists)[0].recommendations
    assert first.text == "Ensure that cared for children are heard."


def test_a_heading_in_a_box_that_is_drawn_last_still_heads_its_list() -> None:
    page = [*bullet(130, 71, "Do this."), *bullet(160, 71, "Do that."),
            *block(700, 71, "1. More."), heading(101, "Recommendations", left=79)]  # fmt: skip
    found = read(page)[0].recommendations
    assert [one.text for one in found][:2] == ["Do this.", "Do that."]


@pytest.mark.parametrize(
    ("heads", "item"),
    [
        (("The graded judgement for adoption performance is that it is outstanding",), "adoption"),
        (
            ("The graded judgment about the experience and progress of care leavers is",
             "that it is good"),
            "care-leavers",
        ),
        (("Leadership, management and governance", "Good"), "leadership"),
    ],
)  # fmt: skip
def test_headings_of_chapters_repeat_the_grade(heads: tuple[str, ...], item: str) -> None:
    authority = read(block(100, 71, *heads, bold=True))[0]
    judged = next(one for one in authority.judgements if one.item == item)
    assert [one.stated_in for one in judged.statements] == ["table", "heading"]


def test_inspections_before_are_told_with_date_and_grade() -> None:
    told = (
        "The previous inspection of the town’s safeguarding arrangements was in May 2011.",
        "The local authority was judged to be adequate. Much has changed since the last",
        "inspection in 2012, when winters were cold. The previous inspection in 2011 was long.",
    )
    report, *_ = sif.extract(printed(cover(), block(100, 71, *told)))
    assert report.values("previous_inspection") == ("2011-05", "2012")
    assert report.values("previous_grade") == ("adequate",)


@pytest.mark.parametrize(
    "licence",
    [
        "Open Government Licence",
        "may copy all or parts of this document for non-commercial educational purposes",
    ],
)
def test_the_licence_is_named_where_it_is_printed(licence: str) -> None:
    report, *_ = sif.extract(printed(cover(), block(100, 71, f"You {licence}, if you wish.")))
    assert report.values("licence") == (licence,)
