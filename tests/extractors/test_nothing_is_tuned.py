"""Extractors know forms, not places: no authority of the table is named in their code or tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trigpoint.graph.authorities import authorities

ROOT = Path(__file__).parents[2]
ALSO_ENGLISH = {"Reading", "Bury", "York", "City of London"}
FILES = sorted(
    path for path in (ROOT / "extractors").rglob("*") if path.suffix in {".py", ".csv", ".cfg"}
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_authority_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = {
        body.name
        for body in authorities()
        if body.name not in ALSO_ENGLISH and re.search(rf"\b{re.escape(body.name)}\b", text)
    }
    assert named == set()
