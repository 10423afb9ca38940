from __future__ import annotations

import pytest

from trigpoint.web.search.index import Index
from trigpoint.web.search.suggestions import suggest


def hrefs(index: Index, typed: str) -> list[str]:
    return [one.href for one in suggest(index, typed)]


@pytest.mark.parametrize("typed", ["q", "quil", "Quillb", "quillborou", "qillb"])
def test_a_beginning_is_completed(index: Index, typed: str) -> None:
    assert hrefs(index, typed) == ["/q", "/q-on-sea"]


def test_the_last_word_alone_is_begun(index: Index) -> None:
    assert hrefs(index, "quillborough s") == ["/q-on-sea"]
    assert hrefs(index, "wait times") == ["/waits"]


def test_a_word_that_is_done_begins_nothing(index: Index) -> None:
    assert hrefs(index, "amber") == ["/a"]
    assert hrefs(index, "waiting tim") == ["/waits"]


def test_texts_are_not_suggested(index: Index) -> None:
    assert hrefs(index, "therapy") == []
    assert hrefs(index, "") == []


def test_many_of_one_kind_leave_room_for_others(whole: Index) -> None:
    found = suggest(whole, "s")
    assert len(found) == 8
    assert len({one.kind for one in found}) > 1
