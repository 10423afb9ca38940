from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.web.search.index import Index
from trigpoint.web.search.results import FACETS, Choice, Results
from trigpoint.web.search.searching import search
from trigpoint.web.search.suggestions import suggest

_SIGNS = "\"*()^-+:{}[]~<>=,.;/\\'’& _\x00\n%"
_LIKE_QUERIES = st.text(st.sampled_from(_SIGNS + "aeéß9")) | st.lists(
    st.sampled_from(["AND", "OR", "NOT", "NEAR(", "title", ":", '"', "*", "plans", "wait", "-"])
).map(" ".join)


def found(results: Results) -> list[str]:
    return [hit.entry.href for group in results.groups for hit in group.hits]


@given(_LIKE_QUERIES | st.text())
def test_whatever_is_typed_is_answered(index: Index, typed: str) -> None:
    results = search(index, typed, limit=100)
    assert results.total == len(found(results))
    assert len(suggest(index, typed)) <= 8


def test_a_title_comes_before_a_longer_one(index: Index) -> None:
    assert found(search(index, "quillborough", Choice(kind="authority"))) == ["/q", "/q-on-sea"]


@pytest.mark.parametrize(("typed", "thing"), [("901", "/q"), ("county council", "/a")])
def test_an_authority_is_found_by_number_and_other_names(
    index: Index, typed: str, thing: str
) -> None:
    assert found(search(index, typed)) == [thing]


@pytest.mark.parametrize("typed", ["multi-agency", "multiagency", "multi agency", "Multi-Agency’s"])
def test_hyphens_make_no_difference(index: Index, typed: str) -> None:
    assert set(found(search(index, typed))) == {"/asked/1", "/asked/2"}


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("cafe", "/asked/4"),
        ("CAFÉ", "/asked/4"),
        ("ohare", "/asked/3"),
        ("o'hare", "/asked/3"),
        ("o’hare", "/asked/3"),
    ],
)
def test_accents_and_apostrophes_make_no_difference(index: Index, typed: str, thing: str) -> None:
    assert found(search(index, typed)) == [thing]


def test_words_are_found_in_their_other_forms(index: Index) -> None:
    assert set(found(search(index, "waits"))) == {"/waits", "/asked/0", "/asked/4"}


def test_a_phrase_stands_together(index: Index) -> None:
    assert found(search(index, '"planning for children"')) == ["/asked/1"]
    assert search(index, '"children planning"').total == 0


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("therpay", "therapy"),
        ("qillborough", "quillborough"),
        ("straegy discusion", "strategy discussion"),
        ("strat", "strategy"),
    ],
)
def test_a_slip_of_the_pen_is_mended_and_said(index: Index, typed: str, shown: str) -> None:
    results = search(index, typed)
    assert (results.shown, results.corrected) == (shown, True)
    assert results.total == search(index, shown).total > 0


def test_the_exact_words_can_be_asked_for(index: Index) -> None:
    results = search(index, "therpay", exact=True)
    assert (results.total, results.corrected) == (0, False)


@pytest.mark.parametrize("typed", ["904", "zq", "unfathomable"])
def test_what_is_near_to_nothing_finds_nothing(index: Index, typed: str) -> None:
    assert search(index, typed).total == 0


def test_where_nothing_holds_all_words_some_will_do(index: Index) -> None:
    results = search(index, "therapy discussion")
    assert results.some_words
    assert set(found(results)) == {"/asked/0", "/asked/2"}
    assert not search(index, "therapy language").some_words


def test_an_authority_narrows_what_it_was_asked(index: Index) -> None:
    assert found(search(index, "quillborough missing")) == ["/asked/1"]


def test_marks_are_the_only_markup(index: Index) -> None:
    [hit] = [hit for group in search(index, "smart").groups for hit in group.hits]
    assert hit.snippet == (
        "Write &lt;b&gt;&#34;<mark>SMART</mark>&#34;&lt;/b&gt; plans &amp; review them."
    )


def test_facets_say_what_a_choice_will_leave(whole: Index) -> None:
    results = search(whole, "plan")
    assert dict(results.facets)["year"]
    for facet, counts in results.facets:
        for count in counts:
            chosen = search(whole, "plan", Choice(**{facet: count.value}))
            assert chosen.total == count.number
            assert dict(chosen.facets)[facet] == counts


def test_facets_count_within_the_other_choices(whole: Index) -> None:
    for count in dict(search(whole, "plan", Choice(kind="recommendation")).facets)["year"]:
        choice = Choice(kind="recommendation", year=count.value)
        assert search(whole, "plan", choice).total == count.number > 0


def test_pages_hold_every_hit_once(whole: Index) -> None:
    choice = Choice(kind="recommendation")
    total = search(whole, "plan", choice).total
    pages = [
        found(search(whole, "plan", choice, limit=3, offset=start)) for start in range(0, total, 3)
    ]
    hits = [href for page in pages for href in page]
    assert len(hits) == len(set(hits)) == total > 3


def test_every_kind_of_the_sample_is_found(whole: Index) -> None:
    for kind in {entry.kind for entry in whole.entries}:
        entry = next(one for one in whole.entries if one.kind == kind)
        words = f'"{entry.title or entry.body}"'
        assert entry.href in found(search(whole, words, Choice(kind=kind), limit=100))


def test_facets_are_attributes_of_entries(index: Index) -> None:
    assert all(hasattr(index.entries[0], facet) for facet in FACETS)
