from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pytest
from reportlab.lib.utils import ImageReader

from trigpoint.errors import DamagedFile, EmptyFile, EncryptedFile, NoTextLayer
from trigpoint.extractors.documents.pdf_chars import PageFrame

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Paper, Reads

PROSE = [f"Leaders know their services well, and line {at} says so again." for at in range(9)]


def locked(data: bytes, *, user: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="owner", user=user))
    return buffer.getvalue()


def scan() -> ImageReader:
    picture = b"P6 2 2 255 " + bytes(range(12))
    return ImageReader(io.BytesIO(picture))


def test_lines_follow_the_paper(read: Reads, paper: Paper) -> None:
    document = read("a.pdf", paper.lines(PROSE).done())
    assert [line.text for line in document.lines] == PROSE
    assert document.text == " ".join(PROSE)


def test_pages_are_joined_by_form_feeds(read: Reads, paper: Paper) -> None:
    paper.text(72, 300, "First page").next_page().text(72, 300, "Second page")
    document = read("a.pdf", paper.done())
    assert document.text == "First page\fSecond page"
    assert (document.pages[1].width, document.pages[1].height) == pytest.approx(
        (595.3, 841.9), 0.01
    )


def test_boxes_are_measured_from_the_top_left(read: Reads, paper: Paper) -> None:
    (line,) = read("a.pdf", paper.text(72, 300, "Here it stands").done()).lines
    assert line.box is not None
    assert line.box.left == pytest.approx(72, abs=2)
    assert line.box.top < 300 < line.box.bottom + 2


@pytest.mark.parametrize(("turns", "place"), [(0, (1, 4)), (1, (6, 1)), (2, (9, 6)), (3, (4, 9))])
def test_turned_pages_are_measured_as_shown(turns: int, place: tuple[float, float]) -> None:
    frame = PageFrame(left=0, top=10, right=10, bottom=0, turns=turns)
    assert frame.place(1, 6) == place


def test_a_wide_gap_parts_segments(read: Reads, paper: Paper) -> None:
    paper.text(72, 300, "Overall effectiveness").text(400, 300, "Requires improvement")
    (line,) = read("a.pdf", paper.done()).lines
    assert [segment.text for segment in line.segments] == [
        "Overall effectiveness",
        "Requires improvement",
    ]
    assert line.segments[1].left == pytest.approx(400, abs=2)


def test_wide_words_alone_do_not_part_segments(read: Reads, paper: Paper) -> None:
    (line,) = read("a.pdf", paper.text(72, 300, "Usual  spaces hold a line together").done()).lines
    assert len(line.segments) == 1


def test_a_grade_in_two_lines_beside_its_label_keeps_its_column(read: Reads, paper: Paper) -> None:
    paper.text(72, 307, "Care leavers").text(400, 300, "Requires").text(400, 314, "improvement")
    lines = read("a.pdf", paper.done()).lines
    assert [line.text for line in lines] == ["Care leavers", "Requires", "improvement"]
    assert [line.segments[0].left for line in lines] == pytest.approx([72, 400, 400], abs=2)


def test_the_raised_sign_of_a_footnote_stays_in_its_line(read: Reads, paper: Paper) -> None:
    paper.text(72, 795, "1", size=6.5).text(78, 800, "The first note", size=10)
    (line,) = read("a.pdf", paper.done()).lines
    assert line.text == "1 The first note"
    assert line.size == 10


def test_a_hyphen_at_the_end_of_a_line_is_kept_and_nothing_put_after_it(
    read: Reads, paper: Paper
) -> None:
    document = read("a.pdf", paper.lines(["Plans are well-", "considered now"]).done())
    assert document.text == "Plans are well-considered now"
    assert [line.text for line in document.lines] == ["Plans are well-", "considered now"]


def test_size_and_weight_are_those_of_most_words(read: Reads, paper: Paper) -> None:
    paper.text(72, 300, "What needs to improve", size=14, font="Helvetica-Bold")
    paper.text(72, 330, "The quality of plans")
    heading, body = read("a.pdf", paper.done()).lines
    assert (heading.size, heading.bold) == (14, True)
    assert (body.size, body.bold) == (12, False)


def test_size_includes_the_scale_of_the_page(read: Reads, paper: Paper) -> None:
    paper.canvas.scale(2, 2)
    (line,) = read("a.pdf", paper.text(40, 500, "Twice as large", size=7).done()).lines
    assert line.size == 14


def test_a_gap_larger_than_the_leading_is_seen(read: Reads, paper: Paper) -> None:
    document = read("a.pdf", paper.lines([*PROSE, "", "A new paragraph", "that goes on"]).done())
    assert [line.text for line in document.lines if line.gap_before] == ["A new paragraph"]


def test_a_password_is_asked_for(read: Reads, paper: Paper) -> None:
    with pytest.raises(EncryptedFile, match="password"):
        read("a.pdf", locked(paper.lines(PROSE).done(), user="secret"))


def test_a_file_that_only_its_owner_may_change_is_read(read: Reads, paper: Paper) -> None:
    assert read("a.pdf", locked(paper.lines(PROSE).done(), user="")).lines


def test_a_file_that_is_cut_off_is_refused(read: Reads, paper: Paper) -> None:
    whole = paper.lines(PROSE).done()
    with pytest.raises(DamagedFile, match="cut off"):
        read("a.pdf", whole[: len(whole) // 2])


def test_zeros_after_the_end_do_no_harm(read: Reads, paper: Paper) -> None:
    assert read("a.pdf", paper.lines(PROSE).done() + bytes(9999)).lines


def test_a_scan_has_no_text(read: Reads, paper: Paper) -> None:
    for _ in range(3):
        paper.canvas.drawImage(scan(), 0, 0, 500, 700)
        paper.text(500, 800, "3").next_page()
    with pytest.raises(NoTextLayer, match="pictures"):
        read("a.pdf", paper.done())


def test_a_picture_beside_text_is_no_scan(read: Reads, paper: Paper) -> None:
    paper.canvas.drawImage(scan(), 0, 0, 50, 70)
    assert read("a.pdf", paper.lines(PROSE).done()).lines


def test_blank_pages_hold_nothing(read: Reads, paper: Paper) -> None:
    with pytest.raises(EmptyFile):
        read("a.pdf", paper.next_page().done())
