from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trigpoint.errors import EmptyFile

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Reads


def texts(read: Reads, body: str) -> list[str]:
    return [line.text for line in read("a.html", f"<html><body>{body}</body></html>").lines]


def test_a_block_is_a_line(read: Reads) -> None:
    body = (
        "<h2>Findings</h2><div>Leaders\n<b>act</b>\n<i>soon</i>.<p>Help<br>is good.</p>Then</div>"
    )
    assert texts(read, body) == ["Findings", "Leaders act soon.", "Help", "is good.", "Then"]


def test_headings_have_levels_and_bold_is_seen(read: Reads) -> None:
    lines = read("a.htm", "<h3>Heading</h3><p><strong>Loud</strong></p><p>Plain</p>").lines
    assert [(line.level, line.bold) for line in lines] == [(3, False), (0, True), (0, False)]


def test_what_is_not_the_text_is_left_out(read: Reads) -> None:
    body = "<nav>Home</nav><script>run()</script><style>p{}</style><!-- note --><p>Text</p>"
    assert texts(read, body) == ["Text"]


def test_items_have_bullets_and_numbers_are_kept(read: Reads) -> None:
    body = (
        "<ul><li>one<ul><li>inner</li></ul>still one</li><li><p>two</p><p>more</p></li></ul>"
        "<ol start='3'><li>three<li>four</ol><ol type='a'><li>x</li><li value='5'>y</li></ol>"
    )
    assert texts(read, body) == [
        *("• one", "• inner", "still one", "• two", "more"),
        *("3. three", "4. four", "a. x", "e. y"),
    ]


def test_items_that_say_the_same_are_told_apart(read: Reads) -> None:
    assert texts(read, "<ul><li>same</li><li>same</li></ul>") == ["• same", "• same"]


def test_rows_of_a_table_are_lines_with_cells(read: Reads) -> None:
    table = (
        "<table><tr><th>Area</th><th>Grade</th></tr>"
        "<tr><td>Care<br>leavers <ul><li>all</li></ul></td><td>Good</td></tr>"
        "<tr><td>Help</td><td> </td></tr></table>"
    )
    lines = read("a.html", table).lines
    assert [[segment.text for segment in line.segments] for line in lines] == [
        ["Area", "Grade"],
        ["Care leavers all", "Good"],
        ["Help", ""],
    ]


def test_a_table_that_lays_out_a_page_is_no_row(read: Reads) -> None:
    body = "<table><tr><td>Menu</td><td><h1>Report</h1><p>Text</p></td></tr></table>"
    assert texts(read, body) == ["Menu", "Report", "Text"]


def test_a_declared_encoding_is_used(read: Reads) -> None:
    page = '<html><head><meta charset="windows-1252"></head><p>It costs £4 – “so far”</p></html>'
    assert read("a.html", page.encode("cp1252")).text == "It costs £4 – “so far”"


def test_entities_from_elsewhere_are_not_fetched(read: Reads) -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><p>Said: &x;</p>'
    assert "&x" in read("a.html", page).text


def test_deep_nesting_is_read(read: Reads) -> None:
    assert read("a.html", "<div>" * 3000 + "deep").text == "deep"


def test_items_that_are_never_closed_are_read(read: Reads) -> None:
    assert texts(read, "<ul>" + "<li>item" * 300) == ["• item"] * 300


def test_a_page_of_scripts_is_empty(read: Reads) -> None:
    with pytest.raises(EmptyFile):
        read("a.html", "<html><script>write('words')</script></html>")
