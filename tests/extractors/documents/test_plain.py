from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trigpoint.errors import MislabelledFile

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Reads

REPORT = (
    "Support was good – the council’s café costs £4.\nIt is “well placed” to improve further.\n"
)


def test_white_space_is_folded_and_markup_kept(read: Reads) -> None:
    document = read("a.txt", "\n  # The \t **report**\u00a0 \n\n\n is   short\n")
    assert document.text == "# The **report** is short"


def test_each_line_is_a_line_with_its_place(read: Reads) -> None:
    document = read("a.txt", "One\n\nTwo  words\nThree")
    assert [line.text for line in document.lines] == ["One", "Two words", "Three"]
    assert [(line.start, line.end) for line in document.lines] == [(0, 3), (4, 13), (14, 19)]


def test_an_empty_line_is_a_gap(read: Reads) -> None:
    document = read("a.txt", "One\n \t \nTwo\nThree")
    assert [line.gap_before for line in document.lines] == [False, True, False]


def test_tabs_part_cells_and_empty_cells_count(read: Reads) -> None:
    (line,) = read("a.txt", "12\tLiteracy support\t\t3").lines
    assert line.text == "12 Literacy support 3"
    assert [segment.text for segment in line.segments] == ["12", "Literacy support", "", "3"]


def test_form_feeds_part_pages(read: Reads) -> None:
    document = read("a.txt", "One\fTwo\f\fFour\f")
    assert document.text == "One\fTwo\f\fFour"
    assert [page.number for page in document.pages] == [1, 2, 3, 4]
    assert document.page_at(document.text.index("Four")) == 4


def test_number_signs_give_the_level(read: Reads) -> None:
    document = read("a.txt", "# A\n### B\n#no heading\nNo. # 3")
    assert [line.level for line in document.lines] == [1, 3, 0, 0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_read_alike(read: Reads, encoding: str) -> None:
    assert read("a.txt", REPORT.encode(encoding)).text == " ".join(REPORT.split())


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_endings_read_alike(read: Reads, ending: str) -> None:
    plain, other = read("a.txt", REPORT), read("b.txt", REPORT.replace("\n", ending))
    assert other.pages == plain.pages


@pytest.mark.parametrize("content", [b"\0\1\2\3" * 99, b"\xff\xfea\0b\0\0\0"])
def test_binary_data_is_no_text(read: Reads, content: bytes) -> None:
    with pytest.raises(MislabelledFile, match="binary data"):
        read("a.txt", content)
