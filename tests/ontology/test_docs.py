from __future__ import annotations

import doctest
import re
from pathlib import Path

from trigpoint.ontology import files

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_examples_of_the_page_give_what_they_show() -> None:
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert (failed, tried > 0) == (0, True)


def test_page_names_every_file_of_the_vocabulary() -> None:
    named = set(re.findall(r"^\| `([^`]+)`", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    own = {name for suffix in (".ttl", ".tsv", ".jsonld") for name in files(suffix)}
    assert {re.sub(r"/.*\.ttl", "/*.ttl", name) for name in own} <= named
