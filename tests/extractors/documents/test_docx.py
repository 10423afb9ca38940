from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from trigpoint.extractors.documents.lists import ordinal

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Reads


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_paragraphs_headings_and_rows_come_in_document_order(read: Reads) -> None:
    word = docx.Document()
    word.add_heading("Findings", 2)
    table = word.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text, table.cell(1, 0).text = "Care", "Good", "Help"
    word.add_paragraph("After the table").runs[0].bold = True
    lines = read("a.docx", saved(word)).lines
    assert [line.text for line in lines] == ["Findings", "Care Good", "Help", "After the table"]
    assert [segment.text for segment in lines[2].segments] == ["Help", ""]
    assert [line.level for line in lines] == [2, 0, 0, 0]
    assert lines[3].bold


def test_items_have_bullets_and_numbers(read: Reads) -> None:
    word = docx.Document()
    for text, style in [("a", "List Bullet"), ("b", "List Number"), ("c", "List Number")]:
        word.add_paragraph(text, style=style)
    assert [line.text for line in read("a.docx", saved(word)).lines] == ["• a", "1. b", "2. c"]


def test_tabs_part_segments_and_breaks_part_lines(read: Reads) -> None:
    word = docx.Document()
    word.add_paragraph("Overall\tGood\nSecond line")
    first, second = read("a.docx", saved(word)).lines
    assert [segment.text for segment in first.segments] == ["Overall", "Good"]
    assert (second.text, second.gap_before) == ("Second line", False)


def test_deleted_and_moved_words_are_left_out_and_inserted_ones_read(read: Reads) -> None:
    word = docx.Document()
    changed = (
        f"<w:p {nsdecls('w')}><w:r><w:t>Kept </w:t></w:r>"
        "<w:ins><w:r><w:t>added</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom></w:p>"
    )
    word.element.body.insert(0, parse_xml(changed))
    assert read("a.docx", saved(word)).text == "Kept added"


def test_content_controls_and_text_boxes_are_read_once(read: Reads) -> None:
    word = docx.Document()
    control = (
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Control</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</w:r></w:p></w:sdtContent></w:sdt>"
    )
    word.element.body.insert(0, parse_xml(control))
    assert [line.text for line in read("a.docx", saved(word)).lines] == ["Control", "Box"]


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (3, "1", "3"),
        (3, "a", "c"),
        (3, "A", "C"),
        (14, "i", "xiv"),
        (49, "I", "XLIX"),
        (27, "a", "27"),
    ],
)
def test_ordinals_are_written_as_shown(number: int, style: str, written: str) -> None:
    assert ordinal(number, style) == written
