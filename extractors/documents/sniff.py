"""What a file is by its content, whatever its name says."""

from __future__ import annotations

import codecs
import re
from typing import Final

PDF: Final = "a PDF document"
HTML: Final = "an HTML page"
ZIP: Final = "a ZIP archive"
OLD_OFFICE: Final = "a document of an old Office version"
LOCKED_OFFICE: Final = "an encrypted Office document"
TEXT: Final = "plain text"
LEGACY_TEXT: Final = "of no known kind"  # bytes that some older encoding may make sense of
BINARY: Final = "binary data of no known kind"

_SIGNATURES: Final = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"%!PS", "a PostScript document"),
)
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 1024  # a PDF may start with that much of something else


_LOCK: Final = "EncryptedPackage".encode("utf-16-le")
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def sniff(data: bytes) -> str:
    """Name what the bytes are, in words fit for a message."""
    signed = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)
    if signed == OLD_OFFICE and _LOCK in data:
        return LOCKED_OFFICE
    if signed:
        return signed
    if b"%PDF-" in data[:_HEAD]:
        return PDF
    return HTML if _HTML_START.match(data[:_HEAD]) else _kind_of_text(data)


def _kind_of_text(data: bytes) -> str:
    if data.startswith(_WIDE_MARKS):
        return TEXT
    if b"\0" in data:
        return BINARY
    try:
        data.decode()
    except UnicodeDecodeError:
        return LEGACY_TEXT
    return TEXT
