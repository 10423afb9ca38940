from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.graph.recurrence.neighbours import Search, likenesses, nearest
from trigpoint.graph.recurrence.representations import Latent, Lexical

_NOUNS = ["plan", "child", "visit", "panel", "audit", "social", "worker", "school", "review"]
WORDS = st.sampled_from(_NOUNS)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=2, max_size=12)


@settings(max_examples=40)
@given(TEXTS)
def test_search_without_limits_finds_what_comparing_all_finds(texts: list[str]) -> None:
    rows = Lexical().vectors(texts)
    everything = likenesses(rows, combinations(range(len(texts)), 2))

    found = nearest(rows, Search(neighbours=len(texts), features=10_000, crowd=len(texts)))

    assert found == {pair: score for pair, score in everything.items() if pair in found}
    assert all(score == 0 for pair, score in everything.items() if pair not in found)


@settings(max_examples=40)
@given(TEXTS)
def test_likeness_is_a_share_and_no_text_is_its_own_neighbour(texts: list[str]) -> None:
    found = nearest(Lexical().vectors(texts))

    assert all(one < other and 0 <= score <= 1 for (one, other), score in found.items())


def test_each_text_keeps_its_best_neighbours() -> None:
    texts = ["clear care plans", "clear care plans now", "clear plans", "school buses run late"]

    found = nearest(Lexical().vectors(texts), Search(neighbours=1))

    assert max(found, key=lambda pair: found[pair]) == (0, 1)
    assert (0, 3) not in found


def test_words_of_the_crowd_do_not_lead_the_search() -> None:
    texts = [f"improve number{n} soon" for n in range(20)]

    assert len(nearest(Lexical().vectors(texts), Search(crowd=5))) < 20 * 19 / 2


def test_search_leaves_the_rows_as_they_are() -> None:
    rows = Lexical().vectors(["clear care plans", "clear plans", "late buses"])
    before = rows.toarray()

    nearest(rows, Search(features=1, crowd=1))

    assert (rows.toarray() == before).all()


def test_latent_vectors_are_the_same_each_time() -> None:
    texts = ["clear care plans", "clear plans", "late school buses", "school buses"]

    one, other = (Latent(2).vectors(texts).toarray() for _ in range(2))

    assert (one == other).all()
