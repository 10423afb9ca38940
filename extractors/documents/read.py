"""The way in: open the file, check that it is what its name says, hand it to its reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final

from trigpoint.errors import (
    EmptyFile,
    EncryptedFile,
    MislabelledFile,
    ReadError,
    UnreadableFile,
    UnsupportedFormat,
)
from trigpoint.extractors.documents.furniture import mark_furniture
from trigpoint.extractors.documents.model import Document
from trigpoint.extractors.documents.sniff import (
    HTML,
    LEGACY_TEXT,
    LOCKED_OFFICE,
    PDF,
    TEXT,
    ZIP,
    sniff,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from trigpoint.extractors.documents.layout import Laid

_READERS: Final = "trigpoint.extractors.documents"


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of file is read: what its content may look like, by which library and reader.

    The reader is named, not imported: who reads PDFs need not wait for the Word libraries.
    """

    media_type: str
    looks: frozenset[str]
    library: str
    reader: str

    def read(self, data: bytes) -> Laid:
        """Lay out the bytes of a file of this kind."""
        read: Callable[[bytes], Laid] = resolve_name(f"{_READERS}.{self.reader}")
        return read(data)


_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXTS: Final = frozenset({TEXT, LEGACY_TEXT})
_HTML: Final = Format("text/html", _TEXTS | {HTML}, "beautifulsoup4", "html:read_html")
_FORMATS: Final[dict[str, Format]] = {
    ".pdf": Format("application/pdf", frozenset({PDF}), "pypdfium2", "pdf:read_pdf"),
    ".txt": Format("text/plain", _TEXTS, "charset-normalizer", "plain:read_plain"),
    ".md": Format("text/markdown", _TEXTS, "markdown-it-py", "markdown:read_markdown"),
    ".html": _HTML,
    ".htm": _HTML,
    ".docx": Format(_WORD, frozenset({ZIP}), "python-docx", "docx:read_docx"),
}
SUFFIXES: Final = tuple(_FORMATS)
"""The endings of the names of files that can be read, lower case, with their dots."""


def read_document(path: Path | str, *, shown_as: str | None = None) -> Document:
    """Read a report; `shown_as` stands for its path in the document and in errors.

    Raises a subclass of ReadError, with that path as its subject, whatever is wrong with the file.
    """
    shown = str(path) if shown_as is None else shown_as
    try:
        return _read(Path(path), shown)
    except ReadError as error:
        raise type(error)(error.problem, subject=shown, remedy=error.remedy) from error.__cause__


def _read(path: Path, shown: str) -> Document:
    form = _format(path)
    data = _bytes(path)
    _check_content(data, form)
    text, pages = form.read(data)
    if not text.strip():
        raise EmptyFile("it holds no text", remedy="Remove it, or find a copy with its text.")
    return Document(
        path=shown,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=form.media_type,
        reader=f"{form.library} {version(form.library)}",
        text=text,
        pages=mark_furniture(pages),
    )


def _format(path: Path) -> Format:
    try:
        return _FORMATS[path.suffix.lower()]
    except KeyError:
        raise UnsupportedFormat(
            f"files ending in {path.suffix or 'nothing'} are not read",
            remedy=f"Convert it to one of {' '.join(SUFFIXES)}.",
        ) from None


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        raise UnreadableFile(
            f"it cannot be opened ({_cause(error)})", remedy="Check that it is there and readable."
        ) from error


def _cause(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)


def _check_content(data: bytes, form: Format) -> None:
    if not data.strip():
        raise EmptyFile("it is empty", remedy="Fetch it again.")
    found = sniff(data)
    if found == LOCKED_OFFICE and ZIP in form.looks:
        raise EncryptedFile("it needs a password", remedy="Save a copy without one, and read that.")
    if found not in form.looks:
        raise MislabelledFile(
            f"its content is {found}", remedy="Give it its right ending, or fetch it again."
        )
