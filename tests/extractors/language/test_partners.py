from __future__ import annotations

from tests.extractors.conftest import TextReader

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, Fact, PartnerMention, Report
from trigpoint.extractors.language.partners import with_partners


def report(
    *facts: Fact, family: str = "ilacs", start: str = "2016-05-09", part: str = ""
) -> Report:
    place = Evidence(1, 0, 1, "T")
    known = (Fact("authority", "Tarnhythe", place), Fact("start", start, place))
    return Report(family, "inspection", family, facts=(*known, *facts), part=part)


def partners(document: Document, about: Report | None = None) -> dict[str, PartnerMention]:
    return {one.name: one for one in with_partners(document, about or report()).partners}


def test_a_body_is_named_once_where_it_stands_first(read: TextReader) -> None:
    text = "Work with Merseyside Police is good. It is new.\n\nMerseyside Police agree."
    found = partners(read(text))
    assert list(found) == ["Merseyside Police"]
    assert found["Merseyside Police"].evidence.quote == "Work with Merseyside Police is good."


def test_every_quote_stands_in_the_text(read: TextReader) -> None:
    document = read("The police and the Schools Forum met. Health visitors did not.\n")
    for one in with_partners(document, report()).partners:
        place = one.evidence
        assert document.text[place.start : place.end] == place.quote
        assert one.name in place.quote


def test_a_generic_role_is_kept_apart(read: TextReader) -> None:
    found = partners(read("The police, health visitors and Merseyside Police work together."))
    assert {name: one.proper for name, one in found.items()} == {
        "police": False,
        "health visitors": False,
        "Merseyside Police": True,
    }


def test_the_authority_and_its_services_are_no_partners(read: TextReader) -> None:
    assert not partners(read("Tarnhythe Borough Council and its fostering service improved."))


def test_another_council_is_a_partner(read: TextReader) -> None:
    assert list(partners(read("Places are shared with Wharfshire County Council."))) == [
        "Wharfshire County Council"
    ]


def test_an_acronym_has_the_long_name_that_the_document_gives(read: TextReader) -> None:
    text = "The CCG pays.\n\nThe clinical commissioning group (CCG) plans."
    assert partners(read(text))["CCG"].long_name == "clinical commissioning group"


def test_an_acronym_means_what_its_document_says(read: TextReader) -> None:
    start = "2004-10-04"
    skills = partners(read("The LSC funds colleges’ work."), report(start=start))
    assert [one.kind for one in skills.values() if one.proper] == ["learning-and-skills-council"]
    other = "The Lower School Cabinet (LSC) met. The LSC agreed."
    assert not partners(read(other), report(start=start))


def test_a_body_that_handed_over_its_work_is_none_of_today(read: TextReader) -> None:
    text = "In 2022 services passed from Tarn Valley Clinical Commissioning Group to a board."
    assert not partners(read(text), report(start="2023-05-09"))
    assert partners(read(text), report(start="2022-05-09"))


def test_a_department_is_a_partner_only_where_it_deals_with_the_authority(
    read: TextReader,
) -> None:
    assert not partners(read("This follows DfE guidance on attendance."))
    assert list(partners(read("The DfE appointed an adviser in March."))) == ["DfE"]


def test_the_closing_words_on_the_inspectorate_name_nobody(read: TextReader) -> None:
    assert not partners(read("Ofsted regulates and inspects Cafcass, schools and colleges."))


def test_bodies_that_the_family_found_come_first_with_their_role(read: TextReader) -> None:
    document = read("Tarnhythe Council and NHS Devon ICB are jointly responsible. The ICB leads.")
    facts = (
        Fact("partner", "Tarnhythe Council", Evidence(1, 0, 17, "Tarnhythe Council")),
        Fact("partner", "NHS Devon ICB", Evidence(1, 22, 35, "NHS Devon ICB")),
    )
    found = partners(document, report(*facts, family="area-send", start="2023-05-09"))
    assert {name: (one.kind, one.role) for name, one in found.items()} == {
        "Tarnhythe Council": ("council", "responsible"),
        "NHS Devon ICB": ("integrated-care-board", "responsible"),
    }


def test_a_second_review_and_an_unknown_document_name_nobody(read: TextReader) -> None:
    document = read("Work with Merseyside Police is good.")
    assert not partners(document, report(part="lscb"))
    assert not partners(document, report(family=""))


def test_a_board_of_another_area_stays_beside_the_own(read: TextReader) -> None:
    text = "The LSCB works well.\n\nIt learns from Wharfshire LSCB and from Tarnhythe LSCB."
    assert list(partners(read(text))) == ["LSCB", "Wharfshire LSCB"]


def test_a_board_named_by_its_kind_alone_is_the_one_named_in_full(read: TextReader) -> None:
    text = "The integrated care board plans.\n\nNHS Devon Integrated Care Board pays."
    found = partners(read(text), report(start="2023-05-09"))
    assert list(found) == ["integrated care board"]


def test_a_word_broken_at_the_end_of_a_line_is_put_together(read: TextReader) -> None:
    assert "Wharf-on-Sea Youth Trust" in partners(read("Work with Wharf-\non-Sea Youth Trust."))


def test_an_acronym_in_brackets_tells_where_a_name_begins(read: TextReader) -> None:
    found = partners(read("The Keeping Adults Safe in Wharfshire Board (KASIWB) meets."))
    assert list(found) == ["Keeping Adults Safe in Wharfshire Board"]


def test_the_rest_of_a_name_that_a_page_cut_is_no_name(read: TextReader) -> None:
    first = (
        "The plan for the year was made early. It is shared, as it was last year, with the Tarn and"
    )
    cut = f"{first}\n\nWharf Constabulary as before.\n"
    assert "Wharf Constabulary" not in partners(read(cut))
    listed = "- Tarn and Wharf Partnership\n- Ouse Constabulary\n"
    assert "Ouse Constabulary" in partners(read(listed))


def test_one_of_many_and_the_records_of_a_body_are_no_partners(read: TextReader) -> None:
    assert not partners(read("A review was made in a Wharfside NHS Trust."))
    assert not partners(read("Staff use NHS electronic records."))
    assert list(partners(read("Work with the NHS is good."))) == ["NHS"]


def test_groups_of_young_people_and_events_are_no_partners(read: TextReader) -> None:
    text = "The Student LSCB, the Care Leavers Advisory Board and the Summer University met."
    assert not partners(read(text))


def test_an_agency_named_by_its_kind_alone_is_a_role(read: TextReader) -> None:
    found = partners(read("Work with the Regional Adoption Agency is good."))
    assert [one.proper for one in found.values()] == [False]
