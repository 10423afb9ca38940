from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Reads


def test_a_block_is_a_line_without_markup(read: Reads) -> None:
    document = read(
        "a.md", "# The *report*\n\nLeaders are\n**very** [able](https://example.org).\n"
    )
    assert [line.text for line in document.lines] == ["The report", "Leaders are very able."]
    assert [line.level for line in document.lines] == [1, 0]


def test_items_have_bullets_and_numbers_are_kept(read: Reads) -> None:
    document = read("a.md", "- first\n  - inner\n\n3. third\n4. fourth\n")
    assert [line.text for line in document.lines] == [
        "• first",
        "• inner",
        "3. third",
        "4. fourth",
    ]


def test_rows_of_a_table_are_lines_with_cells(read: Reads) -> None:
    document = read("a.md", "| Judgement | Grade |\n|---|---|\n| Care | **Good** |\n| Help | |\n")
    assert [[segment.text for segment in line.segments] for line in document.lines] == [
        ["Judgement", "Grade"],
        ["Care", "Good"],
        ["Help", ""],
    ]


def test_bold_and_gaps_are_seen(read: Reads) -> None:
    document = read("a.md", "**Overall: good**\n\nText with **one** word.  \nSame paragraph.\n")
    assert [(line.bold, line.gap_before) for line in document.lines] == [
        (True, True),
        (False, True),
        (False, False),
    ]


def test_raw_html_gives_its_text_and_no_script(read: Reads) -> None:
    document = read(
        "a.md", "<div>Plain <b>words</b></div>\n\n<script>alert(1)</script>\n\nEnd<br>s\n"
    )
    assert document.text == "Plain words End s"
