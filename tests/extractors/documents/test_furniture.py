from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Paper, Reads

    from trigpoint.extractors.documents import Document

BODY = ["Social workers visit often.", "Plans are clear.", "Records are up to date."]


def furniture(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines if line.furniture]


def test_running_heads_footers_and_numbers_are_marked(read: Reads, paper: Paper) -> None:
    for number in range(1, 5):
        paper.text(72, 40, "Inspection of Norchester").lines(BODY)
        paper.text(72, 800, f"3 to 7 May 2021, part {number}").text(500, 820, str(number))
        paper.next_page()
    document = read("a.pdf", paper.done())
    assert len(furniture(document)) == 12
    assert [line.text for line in document.lines] == BODY * 4


def test_footers_that_move_with_the_last_page_are_marked(read: Reads, paper: Paper) -> None:
    for top in (800, 800, 800, 780):
        paper.lines(BODY).text(72, top, "Inspection of Norchester").next_page()
    assert len(furniture(read("a.pdf", paper.done()))) == 4


def test_a_heading_at_the_top_of_two_pages_is_text(read: Reads, paper: Paper) -> None:
    for _ in range(2):
        paper.text(72, 60, "Recommendations").lines(BODY).next_page()
    assert furniture(read("a.pdf", paper.done())) == []


def test_a_line_repeated_in_the_middle_of_pages_is_text(read: Reads, paper: Paper) -> None:
    for _ in range(5):
        paper.lines(BODY, top=300).next_page()
    assert furniture(read("a.pdf", paper.done())) == []


def test_a_number_on_a_short_report_is_marked_only_if_it_is_that_of_its_page(
    read: Reads, paper: Paper
) -> None:
    paper.lines(BODY).text(500, 800, "1").next_page().lines(BODY).text(500, 800, "4")
    assert furniture(read("a.pdf", paper.done())) == ["1"]


def test_a_grade_in_the_last_row_of_some_pages_is_text(read: Reads, paper: Paper) -> None:
    for grade in (3, 3, 2, 3, 1):
        paper.lines(BODY).text(500, 800, str(grade)).next_page()
    assert furniture(read("a.pdf", paper.done())) == []


def test_a_grade_that_equals_the_number_of_its_page_is_text(read: Reads, paper: Paper) -> None:
    for number in range(1, 5):
        paper.lines(BODY).text(300, 820, str(number))
        if number == 3:
            paper.text(420, 770, str(number))
        paper.next_page()
    assert len(furniture(read("a.pdf", paper.done()))) == 4


def test_the_sign_of_a_footnote_is_text(read: Reads, paper: Paper) -> None:
    paper.lines(BODY).text(72, 797, "1", size=7).text(120, 800, "The first note", size=10)
    assert furniture(read("a.pdf", paper.done())) == []


def test_lone_page_numbers_in_plain_text_are_marked(read: Reads) -> None:
    document = read("a.txt", "One.\n\nPage 5\n\nTwo.\nPage 6\nThree.\n\n12\n\nSee\n\nPage 7 of 9")
    assert furniture(document) == ["Page 5", "Page 7 of 9"]


def test_a_copyright_line_at_the_end_of_plain_text_is_marked(read: Reads) -> None:
    document = read("a.txt", "© Crown copyright 2004.\n\nA report.\n\n© Crown copyright 2004")
    assert furniture(document) == ["© Crown copyright 2004"]
    assert document.lines[0].text == "© Crown copyright 2004."


def test_running_lines_between_form_feeds_are_marked(read: Reads) -> None:
    pages = [f"Norchester report\n\n{word} is said.\n\n- {at} -" for at, word in enumerate(BODY, 7)]
    assert len(furniture(read("a.txt", "\f".join(pages)))) == 6
