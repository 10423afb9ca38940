from __future__ import annotations

import logging
import threading

import pytest

from trigpoint.errors import QueryError
from trigpoint.web.search.background import Indexer
from trigpoint.web.search.searching import search


class Shelf:
    """A library with one authority, that answers when it is let."""

    def __init__(self) -> None:
        self.version = "1"
        self.name = "Quillborough"
        self.may_answer = threading.Event()
        self.fails = False

    def texts(self, path: str, /) -> list[dict[str, str]]:
        self.may_answer.wait(10)
        if self.fails:
            raise QueryError("the store is gone")
        if not path.endswith("authorities"):
            return []
        return [{"iri": "https://example.org/q", "kind": "authority", "title": self.name}]

    def label(self, iri: str) -> str:
        return iri

    def href(self, iri: str) -> str:
        return iri


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def test_nobody_waits_for_the_first_index(shelf: Shelf) -> None:
    indexer = Indexer(shelf)
    assert indexer.current() is None
    shelf.may_answer.set()
    index = indexer.wait()
    assert index
    assert index is indexer.current()


def test_the_old_index_answers_until_the_new_one_is_ready(shelf: Shelf) -> None:
    indexer = Indexer(shelf)
    shelf.may_answer.set()
    old = indexer.wait()
    shelf.may_answer.clear()
    shelf.version, shelf.name = "2", "Vellmouth"
    assert indexer.current() is old
    shelf.may_answer.set()
    new = indexer.wait()
    assert new
    assert (new.version, search(new, "vellmouth").total) == ("2", 1)


def test_a_failure_is_logged_and_tried_again(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    indexer = Indexer(shelf)
    shelf.fails = True
    shelf.may_answer.set()
    with caplog.at_level(logging.ERROR):
        assert indexer.wait() is None
    assert "the store is gone" in caplog.text
    shelf.fails = False
    assert indexer.wait()
