from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from trigpoint.errors import MislabelledFile
from trigpoint.extractors.documents import read_document

ROOT = Path(__file__).parents[3]
CORPUS = ROOT.parent / "shared" / "corpus"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reports are not here"),
]


def test_plain_texts_fold_as_they_are_cited() -> None:
    for path in sorted(CORPUS.glob("seeds/*.txt")):
        folded = " ".join(path.read_text(encoding="utf-8").split())
        assert read_document(path).text_sha256 == hashlib.sha256(folded.encode()).hexdigest()


@pytest.mark.slow
def test_every_pdf_is_read_or_is_no_pdf() -> None:
    refused = []
    for path in sorted(CORPUS.glob("*/*.pdf")):
        try:
            document = read_document(path)
        except MislabelledFile:
            refused.append(path)
        else:
            assert all(line.text == document.text[line.start : line.end] for line in document.lines)
    assert all(not path.read_bytes().startswith(b"%PDF-") for path in refused)
