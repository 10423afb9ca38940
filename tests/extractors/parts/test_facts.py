from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.parts.facts import fact, first_day, gaps, labelled, last_day

Reader = Callable[[str], Document]


@pytest.mark.parametrize(
    "text",
    [
        "Lead inspector: A Person",
        "**Lead inspector: A Person**",
        "Lead inspector:\tA Person",
        "Lead inspector :\nA Person",
    ],
)
def test_a_label_has_its_value_beside_or_below_it(read: Reader, text: str) -> None:
    (place,) = labelled(read(text), "lead inspector")
    assert place.quote == "A Person"


def test_an_empty_cell_has_no_value_and_takes_none_from_below(read: Reader) -> None:
    assert list(labelled(read("Number:\t\nName:\tA Person"), "number")) == []


def test_what_is_missing_is_a_gap(read: Reader) -> None:
    found = [*fact("start", labelled(read("Date: 4-8 May 2003"), "date"), first_day)]
    assert [one.value for one in found] == ["2003-05-04"]
    assert [gap.field for gap in gaps(("start", "published"), found)] == ["published"]


def test_one_day_has_no_last_day() -> None:
    assert last_day("4 May 2003") is None
    assert last_day("4-8 May 2003") == "2003-05-08"
