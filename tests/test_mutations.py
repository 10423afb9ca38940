"""Damaged input: whatever a file holds, it is read or refused by name, and never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trigpoint.connection import SAMPLE
from trigpoint.reading import read_file

TEXTS = sorted((SAMPLE / "text").glob("*.txt"))
PDFS = sorted(SAMPLE.glob("*.pdf"))
BULLETS = "•■▪●–-*\uf06e\uf0b7◼"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1")


def is_read_or_refused(path: Path) -> None:
    result = read_file(str(path))
    if result.status == "failed":
        assert result.cause
        assert result.remedy
        assert result.kind_of_error
    for review in result.reviews:
        assert review.nquads.endswith(b" .\n")


@st.composite
def mutated_text(draw: st.DrawFn) -> bytes:
    """A sample text with pages shuffled, lines cut, other bullets, line ends and encoding."""
    text = draw(st.sampled_from(TEXTS)).read_text("utf-8")
    pages = draw(st.permutations(text.split("\f")))
    text = "\f".join(pages)
    text = text[draw(st.integers(0, len(text) // 2)) : draw(st.integers(len(text) // 2, len(text)))]
    text = text.translate(dict.fromkeys(map(ord, BULLETS), draw(st.sampled_from(BULLETS))))
    text = text.replace("\n", draw(st.sampled_from(("\n", "\r\n", "\r", " "))))
    return text.encode(draw(st.sampled_from(ENCODINGS)), errors="replace")


@st.composite
def mutated_pdf(draw: st.DrawFn) -> bytes:
    """A sample PDF cut short, or with bytes overwritten."""
    data = bytearray(draw(st.sampled_from(PDFS)).read_bytes())
    for place in draw(st.lists(st.integers(0, len(data) - 1), max_size=20)):
        data[place] = draw(st.integers(0, 255))
    return bytes(data[: draw(st.sampled_from((len(data), draw(st.integers(0, len(data))))))])


@pytest.mark.slow
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.tuples(mutated_text(), st.sampled_from((".txt", ".md", ".html"))),
        st.tuples(mutated_pdf(), st.just(".pdf")),
        st.tuples(st.binary(max_size=2000), st.sampled_from((".pdf", ".txt", ".docx", ".html"))),
    )
)
def test_mutated_file_is_read_or_refused(tmp_path: Path, made: tuple[bytes, str]) -> None:
    data, suffix = made
    path = tmp_path / f"report{suffix}"
    path.write_bytes(data)
    is_read_or_refused(path)
