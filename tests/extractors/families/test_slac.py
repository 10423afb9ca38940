from __future__ import annotations

from tests.extractors.printing import Sheet, block, bullet, heading, line, printed

from trigpoint.extractors.families import recognise, slac
from trigpoint.extractors.findings import Report


def cover(title: str, dates: str) -> Sheet:
    return [
        line(152, (85, title), size=26.0),
        line(216, (85, "Easthampton Council"), size=18.0),
        line(549, (85, "Inspection dates:"), (200, dates), size=10.0, bold=True, gap=True),
        line(
            565, (85, "Reporting inspector"), (200, "Ann Lee HMI"), size=10.0, bold=True, gap=True
        ),
        line(713, (85, "Published:"), (200, "23 August 2013"), size=10.0),
        line(750, (85, "Outstanding (Grade 1)"), (239, "Far more than is due")),
    ]


LOOKED_AFTER = cover("Inspection of looked after children services", "15-19 July 2013")
BOTH = cover("Inspection of safeguarding and looked after children services", "4 – 15 June 2012")


def record(top: float, service: str, *rows: tuple[str, str]) -> Sheet:
    cells = [line(top + 26 * n, (91, a), (366, b), gap=True) for n, (a, b) in enumerate(rows, 1)]
    return [heading(top, service, left=85), *cells]


def read(*sheets: Sheet) -> Report:
    (report,) = slac.extract(printed(*sheets))
    return report


def test_the_cover_gives_the_facts() -> None:
    found = read(LOOKED_AFTER)
    assert recognise(printed(LOOKED_AFTER)) is slac.FAMILY
    assert found.value("authority") == "Easthampton Council"
    assert (found.value("start"), found.value("end")) == ("2013-07-15", "2013-07-19")
    assert (found.value("lead_inspector"), found.value("published")) == ("Ann Lee", "2013-08-23")


def test_the_record_on_the_last_page_is_read_and_the_key_to_grades_is_not() -> None:
    table = record(
        117,
        "Services for looked after children",
        ("Overall effectiveness", "Inadequate Grade 4"),
        ("Capacity to improve", "Adequate Grade 3"),
    )
    found = read(LOOKED_AFTER, table).judgements
    assert [(one.item, one.grade, one.rank) for one in found] == [
        ("overall", "inadequate", 4),
        ("capacity", "adequate", 3),
    ]


def test_items_of_the_same_words_are_told_apart_by_their_service() -> None:
    whole = "Overall effectiveness"
    first = record(100, "Safeguarding services", (whole, "Good"), ("Partnership working", "Good"))
    second = record(
        300, "Services for looked after children", (whole, "Adequate"), ("Being healthy", "Good")
    )
    found = read(BOTH, [*first, *second]).judgements
    assert [(one.item, one.grade) for one in found] == [
        ("safeguarding-overall", "good"),
        ("safeguarding-partnership", "good"),
        ("care-overall", "adequate"),
        ("care-healthy", "good"),
    ]


def test_areas_for_improvement_have_the_time_they_are_due() -> None:
    page = [
        heading(100, "Areas for improvement", left=85),
        *block(130, 85, "20. The local authority should take the following action."),
        line(160, (113, "Immediately:"), bold=True, gap=True),
        *bullet(190, 113, "do this"),
        line(220, (113, "Within three months:"), bold=True, gap=True),
        *bullet(250, 113, "do that"),
    ]
    found = read(LOOKED_AFTER, page, block(100, 85, "Words.")).recommendations
    assert [(one.text, one.due, one.kind) for one in found] == [
        ("do this", "Immediately", "area-for-improvement"),
        ("do that", "Within three months", "area-for-improvement"),
    ]


def test_inspections_of_the_protection_of_children_have_lines_of_their_own() -> None:
    title = "Inspection of local authority arrangements for the protection of children"
    first = cover(title, "10 – 19 September 2012")
    table = record(
        117,
        "Local authority arrangements for the protection of children",
        ("Overall effectiveness", "Inadequate"),
        ("The quality of practice", "Adequate"),
        ("Leadership and governance", "Inadequate"),
    )
    found = read(first, table)
    assert recognise(printed(first, table)) is slac.FAMILY
    assert found.value("authority") == "Easthampton Council"
    assert [(one.item, one.grade) for one in found.judgements] == [
        ("protection-overall", "inadequate"),
        ("protection-practice", "adequate"),
        ("protection-leadership", "inadequate"),
    ]
