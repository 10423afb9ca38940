"""Documents made in the test: from text, or line by line as a printed page has them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.documents.plain import read_plain

TextReader: TypeAlias = Callable[[str], Document]


def _read(text: str) -> Document:
    data = text.encode()
    canonical, pages = read_plain(data)
    return Document(
        "it.txt", hashlib.sha256(data).hexdigest(), "text/plain", "x 1", canonical, pages
    )


@pytest.fixture(scope="session")
def read() -> TextReader:
    return _read


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(__file__).parents[2].parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real reports are not here")
    return folder
