from __future__ import annotations

import runpy
from pathlib import Path


def test_page_on_the_command_line_is_current(root: Path) -> None:
    script = runpy.run_path(str(root / "scripts" / "make_docs.py"))

    page = (root / "docs" / "cli.md").read_text(encoding="utf-8")

    assert page == script["cli_page"](), "run: python scripts/make_docs.py"


def test_page_on_the_questions_is_current(root: Path) -> None:
    script = runpy.run_path(str(root / "scripts" / "make_docs.py"))

    page = (root / "docs" / "questions.md").read_text(encoding="utf-8")

    assert page == script["questions_page"](), "run: python scripts/make_docs.py"
