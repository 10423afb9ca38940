from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from rapidfuzz import fuzz
from tests.extractors.printing import LEADING, Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.documents.layout import LineDraft
from trigpoint.extractors.families import extract, jtai, recognise
from trigpoint.extractors.findings import Recommendation, Report

Labels: TypeAlias = list[tuple[dict[str, Any], Report]]

OLD_TITLE = (
    "Joint targeted area inspection of the multi-agency response to abuse and",
    "neglect in Easthampton",
)
OLD_OPENING = (
    "Between 28 June and 2 July, Ofsted, the Care Quality Commission (CQC), HMI",
    "Constabulary (HMIC) and HMI Probation (HMI Prob) visited Easthampton together.1",
    "They took a ‘deep dive’ on the response to children who go missing. The town is small",
    "and its services know each other well.",
)
NEW_OPENING = (
    "Here is what the joint targeted area inspection (JTAI) found out about the",
    "multi-agency response to serious youth violence in Easthampton.",
    "It took place from 9 May to 13 May 2022. Those who came were from Ofsted,",
    "the Care Quality Commission (CQC) and His Majesty’s Inspectorate of",
    "Constabulary and Fire & Rescue Services (HMICFRS).",
)
ADDRESS = (
    "Ann Beck, Director of Children’s Services, Easthampton Council",
    "Cy Dell OBE, Chief Constable of Wold Police",
)


def letter(*address: str, date: str = "4 August 2016") -> Sheet:
    """The head of the old layout."""
    return [
        line(130, (71, date)),
        *(line(160 + n * LEADING, (71, entry)) for n, entry in enumerate(address or ADDRESS)),
        line(370, (71, "Dear local partnership"), gap=True),
        *block(400, 71, *OLD_TITLE, bold=True),
        *block(440, 71, *OLD_OPENING),
        line(760, (71, "1 It was conducted under section 20 of the Children Act 2004."), size=10.0),
    ]


def new_letter() -> Sheet:
    return [
        line(130, (71, "4 July 2022")),
        *block(160, 71, *ADDRESS),
        line(300, (71, "Dear Easthampton Local Safeguarding Partnership"), gap=True),
        *block(330, 71, "Joint targeted area inspection of Easthampton", bold=True),
        *block(360, 71, *NEW_OPENING),
    ]


def next_steps(*paragraphs: tuple[str, ...]) -> Sheet:
    texts = [block(140 + 60 * n, 71, *lines) for n, lines in enumerate(paragraphs)]
    return [heading(100, "Next steps", left=71), *(one for text in texts for one in text)]


def report(*sheets: Sheet) -> Report:
    return jtai.extract(printed(*sheets))[0]


def asked(found: Report, kind: str) -> list[Recommendation]:
    return [one for one in found.recommendations if one.kind == kind]


def under(title: str, *parts: list[LineDraft]) -> Sheet:
    return [heading(100, title, left=71), *(one for part in parts for one in part)]


def test_is_recognised_by_its_words() -> None:
    family = recognise(printed(letter()))
    assert family is not None
    assert family.name == "jtai"


def test_the_old_title_names_area_and_theme() -> None:
    found = report(letter())
    assert found.value("authority") == "Easthampton"
    assert found.values("theme") == ("abuse and neglect", "children who go missing")


def test_a_title_that_no_type_sets_apart_is_found_all_the_same() -> None:
    sheet = [replace(one, bold=False) for one in letter()]
    found = report(sheet)
    assert (found.value("authority"), found.value("start")) == ("Easthampton", "2016-06-28")


def test_days_without_a_year_take_that_of_the_letter() -> None:
    found = report(letter())
    assert found.value("published") == "2016-08-04"
    assert (found.value("start"), found.value("end")) == ("2016-06-28", "2016-07-02")


def test_the_new_opening_names_theme_dates_and_inspectorates() -> None:
    found = report(new_letter())
    assert found.values("theme") == ("serious youth violence",)
    assert (found.value("start"), found.value("end")) == ("2022-05-09", "2022-05-13")
    assert found.values("inspectorate") == (
        "Ofsted",
        "Care Quality Commission (CQC)",
        "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
    )


def test_a_theme_that_is_no_response_follows_the_name_of_the_inspection() -> None:
    opening = (
        "The joint targeted area inspection (JTAI) of services for young carers in Easthampton."
    )
    title = block(330, 71, "Joint targeted area inspection of Easthampton", bold=True)
    assert report([*title, *block(360, 71, opening)]).values("theme") == (
        "services for young carers",
    )


def test_inspectorates_are_named_as_printed() -> None:
    assert report(letter()).values("inspectorate") == (
        "Ofsted",
        "Care Quality Commission (CQC)",
        "HMI Constabulary (HMIC)",
        "HMI Probation (HMI Prob)",
    )


def test_addressees_are_roles_and_bodies_without_names() -> None:
    found = report(letter())
    assert found.values("addressee_role") == (
        "Director of Children’s Services, Easthampton Council",
        "Chief Constable of Wold Police",
    )
    assert found.values("partner") == ("Easthampton Council", "Wold Police")


@pytest.mark.parametrize(
    ("entry", "bodies"),
    [
        ("Ann Beck, Strategic Director, People, Easthampton Council", ("Easthampton Council",)),
        ("Ann Beck Designated Nurse for NHS Wold CCG", ("NHS Wold CCG",)),
        ("Cy Dell, CEO, Fen, Marsh and Moor Community Rehabilitation Company",
         ("Fen, Marsh and Moor Community Rehabilitation Company",)),
        ("Cy Dell, Director of Nursing Fen Dales, Marsh and Moor CCG and Wold CCG",
         ("Fen Dales, Marsh and Moor CCG", "Wold CCG")),
        ("Dr Eve Fern, Executive Lead of the Clinical Commissioning Group, with responsibility for"
         " North Wold and South & Mid Wold Clinical Commissioning Groups",
         ("North Wold and South & Mid Wold Clinical Commissioning Groups",)),
        ("Eve Fern, Executive lead of the CCG with responsibility for young carers", ("CCG",)),
        ("Jo Gill, Head of Communities, with responsibility for the Youth Offending Team",
         ("Youth Offending Team",)),
        ("Jo Gill, Youth Justice Service Manager", ("Youth Justice Service",)),
        ("Jo Gill, Probation Trust, Regional Chief Executive", ("Probation Trust",)),
        ("Jo Gill, Deputy Director, National Probation Service, Wold and Fen Division",
         ("National Probation Service, Wold and Fen Division",)),
        ("Sir Hal Ivy QPM, Wold Police and Crime Commissioner",
         ("Wold Police and Crime Commissioner",)),
        ("Jo Gill, Chief Officer for NHS Hill City CCG and NHS Dale, Wharf and Moor CCG",
         ("NHS Hill City CCG", "NHS Dale, Wharf and Moor CCG")),
        ("Hal Ivy, Independent Scrutineer", ()),
        ("Ann Beck, Director of Children’s Services, Easthampton", ("Easthampton",)),
    ],
)  # fmt: skip
def test_the_body_follows_the_role(entry: str, bodies: tuple[str, ...]) -> None:
    assert report(letter(entry)).values("partner") == bodies


def test_an_entry_goes_on_where_the_next_word_had_no_room() -> None:
    found = report(
        letter(
            "Ann Beck, Director of Children’s Services and Skills, Easthampton and District",
            "Council",
            "Cy Dell, Chair of Easthampton Safeguarding Children Board and its very many groups,",
            "Jo Gill, Manager, Wold Youth Offending Team",
        )
    )
    assert found.values("addressee_role")[0].endswith("Easthampton and District Council")
    assert found.values("partner")[-1] == "Wold Youth Offending Team"


def test_a_body_named_in_two_ways_is_one() -> None:
    found = report(
        letter(
            "Cy Dell, Borough Commander, Wold Police",
            "Jo Gill, Commissioner, Wold Police Service",
            "Ann Beck, Chief Nurse, North Wold CCGs",
            "Eve Fern, Chief Officer, North Wold CCG",
        )
    )
    assert found.values("partner") == ("Wold Police Service", "North Wold CCGs")


def test_the_partnership_greeted_is_a_partner() -> None:
    assert "Easthampton Local Safeguarding Partnership" in report(new_letter()).values("partner")


def test_lists_in_any_order_have_their_kinds() -> None:
    found = report(
        letter(),
        under("Areas for priority action", bullet(140, 71, "Meetings are late.")),
        under("What needs to improve?", bullet(140, 71, "The timeliness of", "plans.")),
        under("Early help strengths", bullet(140, 71, "Staff listen.")),
        under("Main findings", bullet(140, 71, "This is no item.")),
    )
    assert [(one.kind, one.text) for one in found.recommendations] == [
        ("priority-action", "Meetings are late."),
        ("area-for-improvement", "The timeliness of plans."),
    ]
    assert [(one.kind, one.text) for one in found.findings] == [("strength", "Staff listen.")]


def test_sub_headings_are_kept_and_positions_go_on() -> None:
    found = report(
        letter(),
        [
            heading(100, "Areas for improvement", left=71),
            *bullet(130, 71, "Plans are late."),
            line(170, (71, "Leadership"), bold=True, gap=True),
            *bullet(200, 71, "Leaders are new."),
        ],
    )
    assert [(one.position, one.heading) for one in found.recommendations] == [
        (1, ""),
        (2, "Leadership"),
    ]


def test_deeper_bullets_belong_to_their_item() -> None:
    (one,) = report(
        letter(),
        under(
            "Areas for priority action",
            bullet(140, 71, "Leaders need to act:"),
            bullet(170, 89, "by planning", "well", sign="−"),
            bullet(210, 89, "by listening.", sign="−"),
        ),
    ).recommendations
    assert one.text == "Leaders need to act: by planning well by listening."
    assert one.addressees == ("Leaders",)


def test_the_words_before_a_list_say_who_should_act() -> None:
    found = report(
        letter(),
        under(
            "Areas for priority action",
            block(130, 71, "Leaders across the partnership need to", "ensure that:"),
            bullet(170, 89, "plans are swift"),
            bullet(190, 89, "waits are short"),
        ),
    )
    assert [(one.text, one.addressees) for one in found.recommendations] == [
        ("plans are swift", ("Leaders across the partnership",)),
        ("waits are short", ("Leaders across the partnership",)),
    ]


def test_priority_actions_in_a_table_have_the_bodies_beside_them() -> None:
    found = report(
        letter(),
        [
            heading(100, "Areas for priority action", left=71),
            line(130, (71, "Responsible body"), (224, "Action"), bold=True, gap=True),
            *block(150, 71, "Wold Police and", "Easthampton Council"),
            *block(150, 224, "Officers must", "write. They must", "call."),
        ],
    )
    assert [(one.text, one.addressees) for one in found.recommendations] == [
        ("Officers must write. They must call.", ("Wold Police", "Easthampton Council"))
    ]


def test_a_list_that_says_there_are_none_has_none() -> None:
    said = bullet(140, 71, "There are no areas for priority action.")
    found = report(letter(), under("Areas for priority action", said))
    assert not found.recommendations
    assert ("priority-action", "none-stated") in {(gap.field, gap.reason) for gap in found.gaps}


@pytest.mark.parametrize("bold", [True, False])
def test_a_boxed_case_study_is_no_item_and_the_list_goes_on_after_it(bold: bool) -> None:
    found = report(
        letter(),
        [
            heading(100, "Areas for improvement", left=71),
            *bullet(130, 71, "Plans are", "late."),
            line(180, (96, "Case study: area for improvement"), bold=bold, gap=True),
            *block(200, 96, "A child waited for a long time.", "Nobody wrote."),
            *bullet(240, 114, "A boxed bullet."),
            *bullet(280, 71, "Waits are long."),
        ],
    )
    assert [one.text for one in found.recommendations] == ["Plans are late.", "Waits are long."]


def test_an_item_over_two_pages_leaves_out_the_footnote_between() -> None:
    foot = line(760, (71, "3 Wold Watch is a scheme of the police."), size=10.0, gap=True)
    (one,) = report(
        letter(),
        [*under("Areas for improvement", bullet(700, 71, "Wold Watch3 is not yet", "known")), foot],
        [line(120, (89, "to all schools."))],
    ).recommendations
    assert one.text == "Wold Watch is not yet known to all schools."
    assert [place.page for place in one.evidence] == [2, 3]


def test_a_list_without_bullets_is_read_by_paragraph_with_less_confidence() -> None:
    found = report(
        letter(),
        under(
            "Key strengths",
            block(130, 71, "Staff listen to", "children."),
            block(190, 71, "Leaders learn."),
        ),
    )
    assert [one.text for one in found.findings] == ["Staff listen to children.", "Leaders learn."]
    assert all(one.confidence < 0.9 for one in found.findings)


def test_next_steps_say_who_prepares_who_sends_and_when() -> None:
    found = report(
        letter(),
        next_steps(
            (
                "We have determined that the chair of the partnership (by delegation of the three",
                "partners) is the principal authority and should prepare a written statement of",
                "action, which the partners and, where appropriate, agencies2",
            ),
            (
                "The local authority should send the written statement of action to",
                "us@example.org by Friday 5 May 2017. It will inform later inspections.",
            ),
        ),
    )
    assert found.value("plan_prepared_by") == "the chair of the partnership"
    assert found.value("plan_sent_by") == "The local authority"
    assert found.value("plan_due") == "2017-05-05"


def test_grades_are_not_in_the_framework() -> None:
    reasons = {gap.field: gap.reason for gap in report(letter()).gaps}
    assert reasons["judgements"] == "not-in-framework"


@pytest.fixture(scope="module")
def labels(shared: Path) -> Labels:
    records = json.loads((shared / "gold" / "jtai.json").read_text(encoding="utf-8"))
    paths = [(one, shared / "corpus" / one["file"]) for one in records]
    return [(one, jtai.extract(read_document(path))[0]) for one, path in paths]


def share_found(texts: list[str], wanted: list[str]) -> int:
    left = [" ".join(text.split()[:10]) for text in texts]
    hits = 0
    for label in wanted:
        near = [one for one in left if fuzz.token_sort_ratio(one, label) >= 90]
        if near:
            left.remove(near[0])
            hits += 1
    return hits


@pytest.mark.corpus
def test_facts_of_real_letters_are_those_of_the_labels(labels: Labels) -> None:
    for label, found in labels:
        steps = label["next_steps"]
        assert found.value("authority") == label["authority"]
        assert found.value("start") == label["inspection_start"]
        assert found.value("end") == label["inspection_end"]
        assert list(found.values("inspectorate")) == label["inspectorates"]
        assert found.value("plan_prepared_by") == steps["prepared_by"]
        assert found.value("plan_sent_by") == steps["sent_by"]
        assert found.value("plan_due") == steps["due"]


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("kind", "key"),
    [("priority-action", "priority_actions"), ("area-for-improvement", "recommendations")],
)
def test_the_items_of_real_letters_are_those_of_the_labels(
    labels: Labels, kind: str, key: str
) -> None:
    scores = [
        (share_found([one.text for one in asked(found, kind)], label[key]), label[key], found)
        for label, found in labels
    ]
    hits = sum(hit for hit, _, _ in scores)
    assert hits >= 0.98 * sum(len(wanted) for _, wanted, _ in scores)
    assert hits >= 0.98 * sum(len(asked(found, kind)) for _, _, found in scores)


@pytest.mark.corpus
def test_real_letters_have_as_many_strengths_as_labelled(labels: Labels) -> None:
    for label, found in labels:
        assert len(found.findings) == (label["strengths"] or 0)


@pytest.mark.corpus
def test_the_bodies_that_real_letters_address_are_found(labels: Labels) -> None:
    wanted = [(name, found) for label, found in labels for name in label["partners"]]
    hits = [
        any(fuzz.token_sort_ratio(name, one) >= 90 for one in found.values("partner"))
        for name, found in wanted
    ]
    assert sum(hits) >= 0.95 * len(hits)


@pytest.mark.corpus
@pytest.mark.slow
def test_every_real_letter_is_read_whole(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "jtai").glob("*.pdf")):
        (found,) = extract(read_document(path))
        lost = {gap.field for gap in found.gaps if gap.reason == "not-found"}
        assert (path.name, found.family, lost) == (path.name, "jtai", set())
        assert asked(found, "area-for-improvement")
        assert all(len(one.text) < 1600 for one in found.recommendations)
