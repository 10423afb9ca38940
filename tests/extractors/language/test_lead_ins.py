from __future__ import annotations

import pytest
from tests.extractors.language.conftest import Read

from trigpoint.extractors.language.pipeline import model_name

pytestmark = pytest.mark.skipif(not model_name(), reason="spaCy or its English model is missing")


def found(body: str, prose: Read) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in prose(f"### Commentary\n\n1. {body}\n")[0].findings]


def test_what_is_called_a_strength_is_one(prose: Read) -> None:
    text = "The harbour school is a particular strength."
    assert found(f"Much is done. {text}", prose) == [("strength", text)]


def test_what_follows_some_problems_remain_is_a_weakness(prose: Read) -> None:
    body = "Much is done. Some problems remain. Letters are late. Maps are lost."
    expected = [("weakness", "Letters are late."), ("weakness", "Maps are lost.")]
    assert found(body, prose) == expected


def test_a_strength_in_passing_is_none(prose: Read) -> None:
    assert found("The strength of the wind was measured.", prose) == []
