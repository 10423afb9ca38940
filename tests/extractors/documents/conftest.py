from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from trigpoint.extractors.documents import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Reads(Protocol):
    def __call__(self, name: str, content: bytes | str) -> Document: ...


class Paper:
    """A small PDF in the making; places are points from the top left corner."""

    def __init__(self) -> None:
        self._buffer = io.BytesIO()
        self.canvas = Canvas(self._buffer, pagesize=A4, invariant=True)

    def text(
        self, left: float, top: float, words: str, *, size: float = 12, font: str = "Helvetica"
    ) -> Paper:
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, A4[1] - top, words)
        return self

    def lines(self, words: Iterable[str], *, top: float = 120, leading: float = 16) -> Paper:
        """Set lines one below the other; an empty one leaves a gap."""
        for at, line in enumerate(words):
            self.text(72, top + at * leading, line)
        return self

    def next_page(self) -> Paper:
        self.canvas.showPage()
        return self

    def done(self) -> bytes:
        self.canvas.save()
        return self._buffer.getvalue()


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    def write_and_read(name: str, content: bytes | str) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_document(path)

    return write_and_read
