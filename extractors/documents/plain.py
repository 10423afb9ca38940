"""Plain text: pages between form feeds, a line for a line, cells between tabs."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from trigpoint.errors import MislabelledFile
from trigpoint.extractors.documents.layout import Laid, LineDraft, PageDraft, cells_of, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+\S")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY_ENCODINGS = ["cp1252", "mac_roman", "cp850"]


def read_plain(data: bytes) -> Laid:
    """Read a text file; its markup, if any, stays in the text."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    return lay_out(_page(page) for page in _pages(text))


def decode(data: bytes) -> str:
    """Decode text of unknown encoding: by its mark, as UTF-8, else as what it looks most like.

    Raises MislabelledFile where it looks like no text at all.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = _guess(data)
    if "\0" in text:
        raise _binary()
    return text


def _guess(data: bytes) -> str:
    best = from_bytes(data, cp_isolation=_LIKELY_ENCODINGS).best()
    if best is None:
        raise _binary()
    return str(best)


def _binary() -> MislabelledFile:
    return MislabelledFile(
        "it holds binary data, not text", remedy="Give it its right ending, or fetch it again."
    )


def _pages(text: str) -> list[str]:
    pages = text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():  # the last form feed ends a page, it starts none
        pages.pop()
    return pages


def _page(text: str) -> PageDraft:
    return PageDraft(tuple(_lines(text)))


def _lines(text: str) -> Iterator[LineDraft]:
    gap = False
    for raw in text.split("\n"):
        cells = cells_of(raw.split("\t"))
        if cells:
            yield LineDraft(cells, level=_level(raw), gap_before=gap)
        gap = not cells


def _level(raw: str) -> int:
    heading = _HEADING.match(raw)
    return len(heading[1]) if heading else 0
