from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from trigpoint.web.negotiation import HTML
from trigpoint.web.sparql.formats import GRAPHS, ROWS
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.sending import as_text
from trigpoint.web.sparql.syntax import syntax_fault


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "sparql.md").read_text(encoding="utf-8")


def test_page_has_the_limits_of_the_code(page: str) -> None:
    limits = {name: str(value) for name, value in asdict(Limits()).items()}
    told = dict(re.findall(r"^\| `(\w+)` \| (\d+)[ |]", page, re.MULTILINE))

    assert told == {name: limits[name] for name in limits if name != "starting"}


def test_page_has_every_format(page: str) -> None:
    told = set(re.findall(r"\| `(\w+)` \| `([\w/+.-]+)` \|", page))

    assert told == {(form.ending, form.media_type) for form in (*ROWS, *GRAPHS, HTML)}


def test_page_shows_an_error_as_it_is(page: str) -> None:
    query = "SELECT * {\n  ?s tp:gradeText ?o\n}"

    assert as_text(syntax_fault(query, "")) in page
