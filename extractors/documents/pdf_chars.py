"""The words of a PDF page, with their places and fonts, straight from PDFium.

PDFium is asked for a page's text once, for the edges of a word twice, and for fonts by sample:
a call for every letter costs several times as much.
"""

from __future__ import annotations

import ctypes
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINE_END_HYPHEN = "\ufffe"  # PDFium's own sign
_WORD = re.compile(rf"[^\s{_LINE_END_HYPHEN}]*{_LINE_END_HYPHEN}|[^\s{_LINE_END_HYPHEN}]+")
_UNMAPPED = "\ufffd"  # a sign drawn without saying which; it may be a bullet, so it stays
_CONTROLS = (*range(0x01, 0x09), *range(0x0E, 0x1C), 0x7F, 0xFFFF)  # no XML could hold them
_REPLACED = str.maketrans(
    dict.fromkeys(map(chr, _CONTROLS), _UNMAPPED)
    | {
        _LINE_END_HYPHEN: "-",
        "\xad": "-",  # a soft hyphen that is drawn is a hyphen
        "\0": "",
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
    }
)
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # font descriptor flag, ISO 32000-1 table 123


class Word(NamedTuple):
    """A word and its edges in points from the page's top left corner.

    `first` is the index of its first character in PDFium's text page. `glued` words follow the one
    before without a space: they were parted by a hyphen at the end of a line.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first: int
    glued: bool = False


class Font(NamedTuple):
    """The font of a character: size in points, and whether it is bold."""

    size: float
    bold: bool


class PageFrame(NamedTuple):
    """The visible part of a page in PDF coordinates, and its clockwise quarter turns."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int = 0

    @property
    def width(self) -> float:
        """Width in points as shown."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height in points as shown."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Turn a point in PDF coordinates into one from the top left corner as shown."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x


class CharPage:
    """The characters of an open page. Good only while PDFium holds the page open."""

    def __init__(self, handle: Any, frame: PageFrame) -> None:
        self._handle = handle
        self._frame = frame
        self._count = max(pdfium.FPDFText_CountChars(handle), 0)
        self._name = ctypes.create_string_buffer(256)
        self._matrix = pdfium.FS_MATRIX()
        self._flags = ctypes.c_int()

    def runs(self) -> Iterator[list[Word]]:
        """Yield the words between PDFium's line breaks, in its reading order."""
        text = self._text()
        index = self._indexer(len(text))
        start = 0
        for line in text.split("\n"):
            if words := list(self._words(line, start, index)):
                yield words
            start += len(line) + 1

    def font(self, char: int) -> Font:
        """Look up the font of a character; its size is as shown, text matrix included."""
        pdfium.FPDFText_GetMatrix(self._handle, char, self._matrix)
        scale = (self._matrix.c**2 + self._matrix.d**2) ** 0.5 or 1.0
        size = pdfium.FPDFText_GetFontSize(self._handle, char) * scale
        pdfium.FPDFText_GetFontInfo(
            self._handle, char, self._name, len(self._name), ctypes.byref(self._flags)
        )
        return Font(round(size, 1), _is_bold(self._name.value, self._flags.value))

    def _text(self) -> str:
        buffer = (ctypes.c_ushort * (self._count + 1))()
        units = pdfium.FPDFText_GetText(self._handle, 0, self._count, buffer)
        return bytes(buffer)[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")

    def _indexer(self, length: int) -> Callable[[int], int]:
        """Map places in the text to characters, which differ where some have no Unicode value."""
        if length == self._count:
            return int
        handle, last = self._handle, self._count - 1
        return lambda at: min(
            max(pdfium.FPDFText_GetCharIndexFromTextIndex(handle, at), 0), max(last, 0)
        )

    def _words(self, line: str, offset: int, index: Callable[[int], int]) -> Iterator[Word]:
        handle, place = self._handle, self._frame.place
        box_of, box = pdfium.FPDFText_GetLooseCharBox, pdfium.FS_RECTF()
        pointer = ctypes.byref(box)
        end = -1
        for match in _WORD.finditer(line):
            first, last = index(offset + match.start()), index(offset + match.end() - 1)
            box_of(handle, first, pointer)
            x0, y0 = place(box.left, box.top)
            if last != first:
                box_of(handle, last, pointer)
            x1, y1 = place(box.right, box.bottom)
            glued, end = match.start() == end, match.end()
            text = match[0]
            if not (text.isascii() and text.isprintable()):  # most words are both
                text = text.translate(_REPLACED)
            if text:
                left, right = (x0, x1) if x0 <= x1 else (x1, x0)
                top, bottom = (y0, y1) if y0 <= y1 else (y1, y0)
                yield Word(text, left, top, right, bottom, first, glued)


@lru_cache(maxsize=1024)
def _is_bold(name: bytes, flags: int) -> bool:
    return bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD)
