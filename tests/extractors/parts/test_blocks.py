from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from trigpoint.extractors.documents import Box, Document, Line, Page, Segment
from trigpoint.extractors.parts.blocks import Block, blocks

Reader = Callable[[str], Document]


def _kinds(found: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in found]


def _printed(*lines: tuple[str, float, float]) -> Document:
    """A page of lines: each its text, its right edge and its type size in points."""
    text = " ".join(line for line, _, _ in lines)
    start, made = 0, []
    for place, (line, right, size) in enumerate(lines):
        end = start + len(line)
        box = Box(72, 20.0 * place, right, 20.0 * place + 12)
        cell = Segment(line, start, end, 72, right)
        made.append(Line(line, 1, start, end, (cell,), box, size))
        start = end + 1
    page = Page(1, 0, len(text), tuple(made), 595, 842)
    return Document("it.pdf", "0", "application/pdf", "x 1", text, (page,))


def test_a_sentence_cut_by_a_page_break_is_one_paragraph(read: Reader) -> None:
    found = blocks(read("The council plans\n\n---\n\nwell ahead.\n\nIt also spends."))
    assert _kinds(found) == [
        ("paragraph", "The council plans well ahead."),
        ("paragraph", "It also spends."),
    ]


def test_headings_bullets_numbers_and_rows_are_told_apart(read: Reader) -> None:
    found = blocks(read("# One\n\n1. Said first.\n\n- done; and\n\n• done too.\n\nLabel\t3\n"))
    assert [(block.kind, block.number) for block in found] == [
        ("heading", ""),
        ("numbered", "1."),
        ("bullet", ""),
        ("bullet", ""),
        ("row", ""),
    ]


def test_a_number_after_a_bullet_is_a_paragraph_and_no_item(read: Reader) -> None:
    assert blocks(read("- 12. Support is good."))[0].kind == "numbered"


def test_hard_wrapped_lines_make_one_paragraph(read: Reader) -> None:
    assert len(blocks(read("The council has\nagreed a plan\nfor schools."))) == 1


def test_a_short_line_alone_is_a_heading_and_a_label_with_its_value_is_none(read: Reader) -> None:
    found = blocks(read("Support for pupils\n\nLead inspector: A Person\n\nIt is good.\n"))
    assert [block.kind for block in found] == ["heading", "paragraph", "paragraph"]


def test_a_larger_line_is_a_heading_and_a_short_last_line_ends_a_paragraph() -> None:
    long = "This line of running text goes on until the right edge of the page, as most do,"
    found = blocks(
        _printed(("Support", 120, 14), (long, 520, 11), ("and ends.", 130, 11), (long, 520, 11))
    )
    assert [block.kind for block in found] == ["heading", "paragraph", "paragraph"]


def test_raw_offsets_lead_back_to_the_canonical_text(read: Reader) -> None:
    document = read("- first words\nand more\n")
    (block,) = blocks(document)
    place = block.raw.index("more")
    assert document.text[block.offset(place) :] == "more"


def test_furniture_is_in_no_block(read: Reader) -> None:
    document = read("It goes\n\nPage 7\n\non here.")
    page = document.pages[0]
    lines = tuple(replace(line, furniture=line.text == "Page 7") for line in page.lines)
    found = blocks(replace(document, pages=(replace(page, lines=lines),)))
    assert [block.text for block in found] == ["It goes on here."]


def test_a_short_line_alone_above_a_bullet_heads_its_list(read: Reader) -> None:
    found = blocks(read("It was seen.\n\nWhat needs to improve?\n• Plans.\n• Visits.\n"))
    assert [block.kind for block in found] == ["paragraph", "heading", "bullet", "bullet"]
