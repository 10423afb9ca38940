from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from rapidfuzz import fuzz
from tests.extractors.printing import LEADING, Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.documents.layout import LineDraft
from trigpoint.extractors.families import area_send, extract, recognise
from trigpoint.extractors.findings import Recommendation, Report

Labels: TypeAlias = list[tuple[dict[str, Any], Report]]

FAILINGS = (
    "Inspectors saw widespread and/or systemic failings, which all the partners together",
    "must mend soon.",
)
UNEVEN = ("What the partners do has led to inconsistent experiences for children in the", "area.")
REQUIRED = "HMCI requires the local area partnership to submit a priority action plan."
ASKED = "Ofsted and CQC ask that the partnership publishes its strategic plan."
ONE_COLUMN = [heading(100, "Areas for improvement")]


def cover(
    outcome: tuple[str, ...] = UNEVEN,
    plan: str = ASKED,
    *,
    area: str = "Easthampton",
    responsible: tuple[str, ...] = (
        "Easthampton Council and NHS Wold and Fen, Marsh and Moor Integrated Care Board (ICB)",
        "are jointly responsible for the planning of services.",
    ),
    previous: str = "3 to 7 July 2017",
) -> Sheet:
    return [
        heading(100, f"Area SEND inspection of {area} Local"),
        line(116, (57, "Area Partnership"), size=14.0, bold=True),
        line(180, (57, "Inspection dates:"), (156, "28 September to 2 October 2023"), gap=True),
        line(200, (57, f"Dates of previous inspection: {previous}"), gap=True),
        heading(240, "Inspection outcome"),
        *block(270, 57, *outcome),
        *block(310, 57, "The next full inspection will be within approximately three years."),
        *block(340, 57, plan),
        heading(380, "Information about the local area partnership"),
        *block(410, 57, *responsible),
    ]


def closing(*team: LineDraft) -> Sheet:
    return [
        heading(100, "Local area partnership details"),
        line(130, (62, "Local authority"), (289, "Integrated care board"), bold=True, gap=True),
        line(145, (62, "Easthampton Council"), (289, "NHS Wold and Fen")),
        *block(170, 62, "Jo Alder, Director of Children’s", "Services"),
        heading(300, "Information about this inspection"),
        *block(330, 57, "It was requested under section 20(1)(a) of the Children Act 2004."),
        heading(370, "Inspection team"),
        line(400, (57, "Ofsted"), (298, "Care Quality Commission"), bold=True, gap=True),
        *team,
    ]


def action_table(*rows: LineDraft, top: float = 100) -> list[LineDraft]:
    return [
        heading(top, "Areas for priority action"),
        line(
            top + 30,
            (62, "Responsible body"),
            (224, "Areas for priority action"),
            bold=True,
            gap=True,
        ),
        *rows,
    ]


def cells(top: float, left: tuple[str, ...], right: tuple[str, ...]) -> list[LineDraft]:
    """Return a row as a PDF gives it: the left cell, then the right one."""
    return [*block(top, 62, *left), *block(top, 224, *right)]


def report(*sheets: Sheet) -> Report:
    return area_send.extract(printed(*sheets))[0]


def asked(found: Report, kind: str) -> list[Recommendation]:
    return [one for one in found.recommendations if one.kind == kind]


def test_is_recognised_by_its_words() -> None:
    family = recognise(printed(cover(), closing()))
    assert family is not None
    assert family.name == "area-send"


def test_the_area_is_read_over_two_lines_of_the_title() -> None:
    assert report(cover(area="Sand and Shingle")).value("authority") == "Sand and Shingle"


def test_dates_come_from_the_cover() -> None:
    found = report(cover())
    assert (found.value("start"), found.value("end")) == ("2023-09-28", "2023-10-02")
    assert found.value("previous_inspection") == "2017-07-03"


def test_no_previous_inspection_is_a_gap_with_the_words_that_say_so() -> None:
    found = report(cover(previous="Not previously inspected"))
    (gap,) = (gap for gap in found.gaps if gap.field == "previous_inspection")
    assert (gap.reason, gap.note) == ("none-stated", "Not previously inspected")


@pytest.mark.parametrize(
    ("said", "grade", "rank"),
    [
        (("Partners typically lead to positive experiences and outcomes.",),
         "typically positive", 1),
        (UNEVEN, "inconsistent", 2),
        (FAILINGS, "widespread and/or systemic failings", 3),
    ],
)  # fmt: skip
def test_the_outcome_is_the_sentence_that_states_it(
    said: tuple[str, ...], grade: str, rank: int
) -> None:
    (outcome,) = report(cover(said)).judgements
    assert (outcome.item, outcome.label) == ("outcome", "Inspection outcome")
    assert (outcome.grade, outcome.rank, outcome.statements[0].stated_in) == (grade, rank, "prose")
    assert outcome.evidence[0].quote == " ".join(said)


@pytest.mark.parametrize(
    ("outcome", "plan", "value"),
    [
        (FAILINGS, REQUIRED, "true"),
        (UNEVEN, ASKED, "false"),
        (UNEVEN, "Ofsted asks the area to bring its strategic plan up to date.", "false"),
    ],
)
def test_whether_a_plan_is_required_is_a_fact(
    outcome: tuple[str, ...], plan: str, value: str
) -> None:
    found = report(cover(outcome, plan))
    assert found.value("priority_action_plan_required") == value
    assert found.value("next_inspection") == (
        "The next full inspection will be within approximately three years."
    )


def test_a_body_keeps_the_and_and_the_commas_of_its_name() -> None:
    assert report(cover()).values("partner") == (
        "Easthampton Council",
        "NHS Wold and Fen, Marsh and Moor Integrated Care Board (ICB)",
    )


def test_a_borough_keeps_the_and_of_the_area() -> None:
    said = (
        "The London Borough of Sand and Shingle and the Tidal Integrated Care Board are",
        "jointly responsible.",
    )
    found = report(cover(area="Sand and Shingle", responsible=said))
    assert found.values("partner") == (
        "The London Borough of Sand and Shingle",
        "Tidal Integrated Care Board",
    )


def test_bodies_named_in_the_sentence_before_are_responsible() -> None:
    said = (
        "The partnership is made up of Easthampton Council and Wold Integrated Care Board (ICB).",
        "They are jointly responsible for services.",
    )
    assert report(cover(responsible=said)).values("partner") == (
        "Easthampton Council",
        "Wold Integrated Care Board (ICB)",
    )


def test_without_such_a_sentence_the_details_name_the_bodies() -> None:
    said = ("There have been several changes to the senior leadership.",)
    found = report(cover(responsible=said), closing())
    assert found.values("partner") == ("Easthampton Council", "NHS Wold and Fen")


def test_all_who_led_are_lead_inspectors() -> None:
    found = report(
        cover(),
        closing(
            line(415, (57, "Ann Beck HMI, Ofsted Lead inspector Dr Cy Dell, CQC lead inspector")),
            line(430, (57, "Eve Fern-Gill, Ofsted HMI lead"), (298, "Hal O’Ivy, CQC inspector")),
            line(445, (57, "inspector")),
        ),
    )
    assert found.values("lead_inspector") == ("Ann Beck", "Cy Dell", "Eve Fern-Gill")


def test_each_row_has_the_bodies_of_its_left_cell() -> None:
    found = report(
        cover(FAILINGS, REQUIRED),
        action_table(
            *cells(
                150,
                ("Easthampton Council,", "school and college leaders."),
                ("Leaders must plan.",),
            ),
            *cells(
                200,
                ("Wold Integrated Care", "Board"),
                ("The board should", "act.", "It must report."),
            ),
        ),
    )
    assert [(one.addressees, one.text) for one in asked(found, "priority-action")] == [
        (("Easthampton Council", "school and college leaders"), "Leaders must plan."),
        (("Wold Integrated Care Board",), "The board should act. It must report."),
    ]


def test_rows_without_a_gap_between_them_are_told_apart() -> None:
    found = report(
        action_table(
            *cells(150, ("Easthampton", "Council"), ("Leaders must plan", "soon.")),
            *cells(150 + 2 * LEADING, ("Easthampton", "Council"), ("Leaders must act", "now.")),
        )
    )
    assert [one.text for one in asked(found, "priority-action")] == [
        "Leaders must plan soon.",
        "Leaders must act now.",
    ]


def test_a_row_broken_over_pages_is_one_with_two_places() -> None:
    (row,) = asked(
        report(
            action_table(
                *cells(740, ("Easthampton Council and", "NHS Wold"), ("Leaders must", "improve"))
            ),
            [
                line(806, (519, "Page 2")),
                *cells(95, ("Care Board",), ("the plans of all children.",)),
            ],
        ),
        "priority-action",
    )
    assert row.addressees == ("Easthampton Council", "NHS Wold Care Board")
    assert row.text == "Leaders must improve the plans of all children."
    assert [place.page for place in row.evidence] == [1, 2]


def test_the_last_word_of_a_left_cell_on_the_next_page_begins_no_row() -> None:
    found = report(
        action_table(*cells(740, ("Wold Integrated Care",), ("Leaders must plan.",))),
        [
            *block(95, 62, "Board"),
            *cells(125, ("Wold Integrated Care", "Board"), ("They must act.",)),
        ],
    )
    assert [(one.addressees, one.text) for one in asked(found, "priority-action")] == [
        (("Wold Integrated Care Board",), "Leaders must plan."),
        (("Wold Integrated Care Board",), "They must act."),
    ]


def test_a_head_row_printed_again_on_the_next_page_cuts_no_row() -> None:
    head = line(95, (62, "Responsible body"), (224, "Areas for priority action"), bold=True)
    (row,) = asked(
        report(
            action_table(*cells(740, ("Easthampton",), ("Leaders must",))),
            [head, *cells(115, ("Council",), ("improve all plans.",))],
        ),
        "priority-action",
    )
    assert (row.addressees, row.text) == (
        ("Easthampton Council",),
        "Leaders must improve all plans.",
    )


def test_a_heading_printed_again_on_the_next_page_cuts_no_row() -> None:
    (row,) = asked(
        report(
            cover(),
            [heading(700, "Areas for improvement"), *block(730, 62, "Leaders should plan")],
            [heading(95, "Areas for improvement"), *block(120, 62, "for all children.")],
        ),
        "area-for-improvement",
    )
    assert row.text == "Leaders should plan for all children."


def test_bullets_in_a_cell_belong_to_its_row() -> None:
    (row,) = asked(
        report(
            action_table(
                *cells(150, ("Easthampton Council",), ("Leaders must ensure:",)),
                *bullet(185, 241, "swift plans; and"),
                *bullet(205, 241, "short", "waits.", sign="−"),
            )
        ),
        "priority-action",
    )
    assert row.text == "Leaders must ensure: swift plans; and short waits."


def test_rows_of_one_cell_are_told_apart_by_the_border_between_them() -> None:
    texts = (
        ("Leaders should", "plan. They should", "listen."),
        ("Health leaders need to", "act."),
    )
    first = [line(130 + n * LEADING, (62, text)) for n, text in enumerate(texts[0])]
    top = 130 + 2 * LEADING + LEADING + 0.5
    second = [line(top + n * LEADING, (62, text)) for n, text in enumerate(texts[1])]
    found = asked(report([*ONE_COLUMN, *first, *second]), "area-for-improvement")
    assert [(one.text, one.addressees) for one in found] == [
        ("Leaders should plan. They should listen.", ("Leaders",)),
        ("Health leaders need to act.", ("Health leaders",)),
    ]


def test_a_number_before_a_row_is_no_part_of_it() -> None:
    rows = [
        *block(130, 62, "1. Leaders should", "plan."),
        *block(180, 62, "2. Leaders should act."),
    ]
    found = asked(report([*ONE_COLUMN, *rows]), "area-for-improvement")
    assert [one.text for one in found] == ["Leaders should plan.", "Leaders should act."]


def test_a_word_broken_at_a_line_end_is_whole_where_the_report_knows_it() -> None:
    rows = block(130, 62, "Leaders should plan ser-", "vices with well-", "known services.")
    (row,) = asked(report([*ONE_COLUMN, *rows]), "area-for-improvement")
    assert row.text == "Leaders should plan services with well-known services."


def test_a_stray_bullet_after_the_table_is_nothing() -> None:
    rows = [*block(130, 62, "Leaders should plan."), line(160, (57, "◼"), gap=True)]
    assert len(asked(report([*ONE_COLUMN, *rows]), "area-for-improvement")) == 1


def test_what_is_effective_and_what_is_not_are_findings() -> None:
    found = report(
        cover(),
        [
            heading(100, "What is it like to be a child or young person with SEND in this area?"),
            *block(130, 57, "It varies."),
            heading(160, "What is the area partnership doing that is effective?"),
            *bullet(190, 57, "Schools help", "early."),
            heading(240, "What does the area partnership need to do better?"),
            *bullet(270, 57, "Waits are long for those under", "18."),
        ],
    )
    assert [(one.kind, one.text, one.position) for one in found.findings] == [
        ("strength", "Schools help early.", 1),
        ("weakness", "Waits are long for those under 18.", 1),
    ]


def test_no_priority_action_has_its_reason() -> None:
    reasons = {gap.field: gap.reason for gap in report(cover()).gaps}
    assert reasons["priority-action"] == "none-stated"
    lost = {gap.field: gap.reason for gap in report(cover(FAILINGS, REQUIRED)).gaps}
    assert lost["priority-action"] == "not-found"


def test_every_quote_stands_where_it_says() -> None:
    document = printed(
        cover(FAILINGS, REQUIRED), action_table(*cells(150, ("A Council",), ("Act.",)))
    )
    (found,) = area_send.extract(document)
    places = [fact.evidence for fact in found.facts]
    places += [place for one in found.recommendations for place in one.evidence]
    assert all(document.text[one.start : one.end] == one.quote for one in places)


RANKS = {"positive": 1, "inconsistent": 2, "widespread-systemic-failings": 3}


@pytest.fixture(scope="module")
def labels(shared: Path) -> Labels:
    records = json.loads((shared / "gold" / "area_send.json").read_text(encoding="utf-8"))
    paths = [(one, shared / "corpus" / one["file"]) for one in records]
    return [(one, area_send.extract(read_document(path))[0]) for one, path in paths]


def share_found(items: list[Recommendation], wanted: list[dict[str, Any]]) -> tuple[int, int]:
    left = [" ".join(one.text.split()[:10]) for one in items]
    hits = 0
    for label in wanted:
        near = [one for one in left if fuzz.token_sort_ratio(one, label["text"]) >= 90]
        if near:
            left.remove(near[0])
            hits += 1
    return hits, max(len(wanted), len(items))


@pytest.mark.corpus
def test_facts_and_outcomes_of_real_reports_are_those_of_the_labels(labels: Labels) -> None:
    for label, found in labels:
        leads = [one["name"] for one in label["inspectors"] if "lead" in one["role"].lower()]
        assert found.value("authority") == label["area"]
        assert found.value("start") == label["inspection_start"]
        assert found.value("end") == label["inspection_end"]
        assert found.value("previous_inspection") == label["previous_inspection_start"]
        assert found.value("next_inspection") == label["next_inspection"]
        assert [one.rank for one in found.judgements] == [RANKS[label["outcome"]]]
        required = str(label["priority_action_plan_required"]).lower()
        assert found.value("priority_action_plan_required") == required
        assert sorted(found.values("lead_inspector")) == sorted(leads)
        assert list(found.values("partner")) == label["partners"]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("priority-action", "priority_actions"),
        ("area-for-improvement", "areas_for_improvement"),
    ],
)
def test_the_items_of_real_reports_are_those_of_the_labels(
    labels: Labels, kind: str, key: str
) -> None:
    scores = [share_found(asked(found, kind), label[key]) for label, found in labels]
    assert sum(hits for hits, _ in scores) >= 0.98 * sum(of for _, of in scores)


@pytest.mark.corpus
def test_the_responsible_bodies_of_real_rows_are_those_of_the_labels(labels: Labels) -> None:
    for label, found in labels:
        rows = asked(found, "priority-action")
        for row, wanted in zip(rows, label["priority_actions"], strict=True):
            printed_as = wanted["addressed_to"].replace(",", "").replace(" and ", " ")
            named = " ".join(row.addressees).replace(",", "").replace(" and ", " ")
            assert fuzz.token_sort_ratio(named, printed_as) >= 95


@pytest.mark.corpus
@pytest.mark.slow
def test_every_real_report_is_read_whole(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "area-send").glob("*.pdf")):
        (found,) = extract(read_document(path))
        fields = {gap.field for gap in found.gaps} - {"published", "previous_inspection"}
        assert (path.name, found.family) == (path.name, "area-send")
        assert (path.name, fields - {"priority-action"}) == (path.name, set())
        lowest = found.judgements[0].rank == 3
        assert (path.name, "priority-action" in fields) == (path.name, not lowest)
        assert asked(found, "area-for-improvement")
        assert all(one.text.endswith(".") for one in found.recommendations)
