from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from trigpoint.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    MislabelledFile,
    ReadError,
    UnreadableFile,
    UnsupportedFormat,
)
from trigpoint.extractors.documents import SUFFIXES, read_document

if TYPE_CHECKING:
    from tests.extractors.documents.conftest import Paper, Reads

ERROR_PAGE = "<!-- site --> <!DOCTYPE html><html><body>Page not found</body></html>"


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", ["", " \r\n\t\n"])
def test_an_empty_file_is_empty_whatever_its_name(read: Reads, suffix: str, content: str) -> None:
    with pytest.raises(EmptyFile):
        read(f"a{suffix}", content)


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".md", ".docx"])
def test_an_error_page_saved_as_a_report_is_named(read: Reads, suffix: str) -> None:
    with pytest.raises(MislabelledFile, match="an HTML page"):
        read(f"a{suffix}", ERROR_PAGE)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_a_pdf_under_another_name_is_named(read: Reads, paper: Paper, suffix: str) -> None:
    with pytest.raises(MislabelledFile, match="a PDF document"):
        read(f"a{suffix}", paper.text(72, 90, "Words").done())


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"\x89PNG\r\n", "PNG"), (b"GIF89a", "GIF"), (b"{\\rtf1}", "Rich Text"), (b"Words", "plain")],
)
def test_what_is_found_is_named(read: Reads, content: bytes, found: str) -> None:
    with pytest.raises(MislabelledFile, match=found):
        read("a.pdf", content)


def test_other_formats_are_not_read(read: Reads) -> None:
    with pytest.raises(UnsupportedFormat, match=r"\.odt .* \.pdf"):
        read("a.odt", "words")


def test_upper_case_endings_are_read(read: Reads) -> None:
    assert read("A.TXT", "words").text == "words"


@pytest.mark.parametrize("path", [Path("nowhere/a.txt"), "nowhere/\0.txt"])
def test_a_file_that_is_not_there_cannot_be_read(path: Path | str) -> None:
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_document(path)


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(UnreadableFile):
        read_document(tmp_path / "folder.txt")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user with limits")
def test_a_file_without_permission_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    path.chmod(0)
    with pytest.raises(UnreadableFile):
        read_document(path)


def test_errors_and_documents_show_the_path_that_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    assert read_document(tmp_path / "a.txt", shown_as="in/a.txt").path == "in/a.txt"
    with pytest.raises(ReadError) as caught:
        read_document(tmp_path / "b.txt", shown_as="in/b.txt")
    assert caught.value.subject == "in/b.txt"
    assert caught.value.remedy


def test_an_archive_that_is_no_document_is_named(read: Reads) -> None:
    with pytest.raises(MislabelledFile, match="no Word document"):
        read("a.docx", archive(notes=b"words"))


def test_an_encrypted_document_needs_a_password(read: Reads) -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(EncryptedFile):
        read("a.docx", container)


def test_an_archive_that_unpacks_to_too_much_is_refused(read: Reads) -> None:
    with pytest.raises(DamagedFile, match="more than a report can hold"):
        read("a.docx", archive(**{"word__document.xml": bytes(41 * 2**20)}))


def test_an_archive_with_broken_parts_is_damaged(read: Reads) -> None:
    with pytest.raises(DamagedFile):
        read("a.docx", archive(**{"word__document.xml": b"<w:document"}))
