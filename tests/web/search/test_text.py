from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.web.search.text import MOST_WORDS, Term, terms_of


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("two words", [("two",), ("words",)]),
        ("Stoke-on-Trent", [("stoke", "on", "trent")]),
        ("children's", [("children",)]),
        ("children’s", [("children",)]),
        ("O'Hare", [("o", "hare")]),
        ("café", [("cafe",)]),
        ("and/or", [("and",), ("or",)]),
        ("a_b", [("a",), ("b",)]),
        ("***", []),
    ],
)
def test_a_query_is_taken_apart(typed: str, terms: list[tuple[str, ...]]) -> None:
    assert [term.words for term in terms_of(typed)] == terms


@pytest.mark.parametrize("typed", ['"missing children" plans', "“missing children” plans"])
def test_quotes_make_a_phrase(typed: str) -> None:
    assert terms_of(typed) == (Term(("missing", "children"), quoted=True), Term(("plans",)))


def test_a_lonely_quote_is_nothing() -> None:
    assert terms_of('5" pipe') == terms_of("5 pipe")


@given(st.text())
def test_no_word_holds_what_a_query_language_would_read(typed: str) -> None:
    terms = terms_of(typed)
    assert all(word.isalnum() for term in terms for word in term.words)
    assert sum(len(term.words) for term in terms) <= MOST_WORDS
