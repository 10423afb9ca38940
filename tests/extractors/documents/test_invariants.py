"""What holds for every document, however its file was made or mangled."""

from __future__ import annotations

import io
import random
from functools import cache
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from trigpoint.errors import ReadError
from trigpoint.extractors.documents import SUFFIXES, Document, Page, read_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MANGLED = settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
BULLETS = "•●▪◼\uf06e\uf0b7\x83-"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp500")


def check(document: Document) -> None:
    assert document.text == "\f".join(document.text[p.start : p.end] for p in document.pages)
    assert "  " not in document.text
    assert document.text.encode()
    for number, page in enumerate(document.pages, 1):
        assert page.number == number
        check_page(document.text, page)


def check_page(text: str, page: Page) -> None:
    end = page.start
    for line in page.lines:
        assert end <= line.start < line.end <= page.end
        assert line.text == text[line.start : line.end] == " ".join(line.text.split())
        assert line.page == page.number
        check_segments(text, line)
        end = line.end
    assert "".join(text[page.start : page.end].split()) == "".join(
        line.text.replace(" ", "") for line in page.lines
    )


def check_segments(text: str, line: Any) -> None:
    end = line.start
    assert line.segments
    for segment in line.segments:
        assert end <= segment.start <= segment.end <= line.end
        assert segment.text == text[segment.start : segment.end]
        end = segment.end
    assert " ".join(segment.text for segment in line.segments if segment.text) == line.text


def words(bullet: str) -> list[str]:
    return [f"{bullet} Help is good, point {at}." for at in range(4)]


@cache
def a_pdf(bullet: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for page in range(3):
        for at, line in enumerate(words(bullet)):
            canvas.drawString(72 + 200 * (at % 2), 700 - 15 * at, line)
        canvas.drawString(72, 30, f"Page {page + 1}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@cache
def a_docx(bullet: str) -> bytes:
    word = docx.Document()
    for line in words(bullet if bullet.isprintable() else "-"):
        word.add_paragraph(line)
    word.add_table(1, 2).cell(0, 1).text = "Good"
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def a_text(bullet: str) -> bytes:
    return "\n\f".join(["# Report", *words(bullet), "Label\t\tGood", "Page 5"]).encode()


def a_page(bullet: str) -> bytes:
    items = "".join(f"<li>{line}" for line in words(bullet))
    return f"<!doctype html><body><h1>Report</h1><ol>{items}</ol><table><tr><td>A<td>B".encode()


MAKERS: dict[str, Callable[[str], bytes]] = {
    ".pdf": a_pdf,
    ".docx": a_docx,
    ".txt": a_text,
    ".md": a_text,
    ".html": a_page,
    ".htm": a_page,
}


def recoded(content: bytes, encoding: str) -> bytes:
    return content.decode("utf-8", "replace").encode(encoding, "replace")


def shuffled(content: bytes, seed: int, between: bytes) -> bytes:
    parts = content.split(between)
    random.Random(seed).shuffle(parts)  # noqa: S311 -- mangles test data
    return between.join(parts)


def cuts(content: bytes) -> st.SearchStrategy[bytes]:
    return st.integers(0, len(content)).map(lambda end: content[:end])


def damaged(content: bytes) -> st.SearchStrategy[bytes]:
    places = st.tuples(st.integers(0, len(content)), st.binary(min_size=1, max_size=40))
    return places.map(lambda at: content[: at[0]] + at[1] + content[at[0] + len(at[1]) :])


def mangled(content: bytes) -> st.SearchStrategy[bytes]:
    return st.one_of(
        st.just(content),
        cuts(content),
        damaged(content),
        st.sampled_from(ENCODINGS).map(lambda encoding: recoded(content, encoding)),
        st.just(content.replace(b"\n", b"\r\n")),
        st.tuples(st.integers(), st.sampled_from([b"\f", b"endobj", b"<", b"\n"])).map(
            lambda how: shuffled(content, *how)
        ),
        st.binary(max_size=300),
    )


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    made_as = draw(st.sampled_from(SUFFIXES))
    named_as = draw(st.one_of(st.just(made_as), st.sampled_from(SUFFIXES)))
    content = MAKERS[made_as](draw(st.sampled_from(BULLETS)))
    return named_as, draw(mangled(content))


@given(file=files())
@MANGLED
def test_every_file_is_read_or_refused_with_its_path_and_a_remedy(
    file: tuple[str, bytes], tmp_path: Path
) -> None:
    suffix, content = file
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    try:
        document = read_document(path)
    except ReadError as error:
        assert error.subject == str(path)  # noqa: PT017 -- reading well is as good
        assert error.remedy  # noqa: PT017 -- as above
    else:
        check(document)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_whole_file_is_read_with_places_that_hold(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(MAKERS[suffix]("•"))
    document = read_document(path)
    check(document)
    assert "Help is good, point 3." in document.text


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
@MANGLED
def test_any_text_folds_as_python_splits_it(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"first {text} last".encode())
    document = read_document(path)
    check(document)
    pages = f"first {text} last".split("\f")
    assert document.text == "\f".join(" ".join(page.split()) for page in pages)
