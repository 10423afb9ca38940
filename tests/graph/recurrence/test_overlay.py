from __future__ import annotations

from pathlib import Path

import pytest

from trigpoint.errors import ReferenceDataError
from trigpoint.graph.recurrence import Verdicts, read_verdicts
from trigpoint.graph.recurrence.overlay import NAME

HEAD = "a,b,verdict,by,note\n"


def write(folder: Path, text: str) -> Path:
    path = folder / NAME
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def test_store_without_the_table_has_no_verdicts(tmp_path: Path) -> None:
    assert read_verdicts(tmp_path) == Verdicts()


def test_pairs_are_read_in_either_order(tmp_path: Path) -> None:
    folder = write(tmp_path, HEAD + 'i:2,i:1,confirmed,AB,"same, shorter"\ni:1,i:3,rejected,,\n')

    verdicts = read_verdicts(folder)

    assert verdicts == Verdicts(frozenset([("i:1", "i:2")]), frozenset([("i:1", "i:3")]))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a,b\n", "columns must be"),
        (HEAD + "i:1,i:2,perhaps,,\n", "line 2: the verdict"),
        (HEAD + "i:1,i:2,confirmed,,\ni:2,i:1,rejected,,\n", "confirmed and rejected"),
    ],
)
def test_table_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(ReferenceDataError, match=problem):
        read_verdicts(write(tmp_path, text))
