"""PDF documents, by PDFium: opening, refusing, and page by page reading."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from trigpoint.errors import DamagedFile, EncryptedFile, NoTextLayer
from trigpoint.extractors.documents.layout import Laid, PageDraft, lay_out
from trigpoint.extractors.documents.pdf_chars import CharPage, PageFrame
from trigpoint.extractors.documents.pdf_lines import page_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_PDFIUM = threading.Lock()  # PDFium serves one thread at a time
_LOCKED: Final = {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
_PICTURES: Final = {
    pdfium.FPDF_PAGEOBJ_IMAGE,
    pdfium.FPDF_PAGEOBJ_FORM,
    pdfium.FPDF_PAGEOBJ_SHADING,
}
_FEW_LETTERS: Final = 20  # a page
_TAIL: Final = 2048  # bytes at the end in which a whole file says that it ends
_AGAIN: Final = "Fetch it again, or open it in a PDF viewer and save it anew."


def read_pdf(data: bytes) -> Laid:
    """Read a PDF in PDFium's reading order.

    Raises EncryptedFile, DamagedFile or NoTextLayer.
    """
    _check_end(data)
    with _PDFIUM, _document(data) as document:
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            raise DamagedFile("it has no pages", remedy=_AGAIN)
        text, pages = lay_out(_page(document, index) for index in range(count))
        _check_letters(document, sum(map(str.isalpha, text)), count)
    return text, pages


def _check_end(data: bytes) -> None:
    tail = data.rstrip(b"\0\r\n\t ")[-_TAIL:]
    if b"%%EOF" not in tail and b"startxref" not in tail:
        raise DamagedFile("it is cut off: its end is missing", remedy=_AGAIN)


@contextmanager
def _document(data: bytes) -> Iterator[Any]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() in _LOCKED:
            raise EncryptedFile(
                "it needs a password", remedy="Save a copy without one, and read that."
            )
        raise DamagedFile("it is corrupt: PDFium cannot open it", remedy=_AGAIN)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def _loaded_page(document: Any, index: int) -> Iterator[Any]:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise DamagedFile(f"page {index + 1} is corrupt", remedy=_AGAIN)
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


@contextmanager
def _text_page(page: Any, number: int) -> Iterator[Any]:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise DamagedFile(f"the text of page {number} is corrupt", remedy=_AGAIN)
    try:
        yield text_page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _page(document: Any, index: int) -> PageDraft:
    with _loaded_page(document, index) as page, _text_page(page, index + 1) as text_page:
        frame = _frame(page)
        lines = page_lines(CharPage(text_page, frame))
    return PageDraft(lines, frame.width, frame.height)


def _frame(page: Any) -> PageFrame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turns = max(pdfium.FPDFPage_GetRotation(page), 0)
    return PageFrame(box.left, box.top, box.right, box.bottom, turns)


def _check_letters(document: Any, letters: int, pages: int) -> None:
    if letters >= _FEW_LETTERS * pages:
        return
    kinds = {kind for index in range(pages) for kind in _object_kinds(document, index)}
    if kinds & _PICTURES or (kinds and not letters):
        raise NoTextLayer(
            "its pages are pictures without text",
            remedy="Run it through text recognition (OCR), and read the result.",
        )


def _object_kinds(document: Any, index: int) -> set[int]:
    with _loaded_page(document, index) as page:
        objects = range(pdfium.FPDFPage_CountObjects(page))
        return {pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, at)) for at in objects}
