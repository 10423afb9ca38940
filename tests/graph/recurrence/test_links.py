from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trigpoint.graph.recurrence import DEFAULT, Ask, Verdicts
from trigpoint.graph.recurrence.grouping import clusters
from trigpoint.graph.recurrence.likeness import compare
from trigpoint.graph.recurrence.links import Link, Linker

PLANS = "Write care plans that are clear and up to date for every child in care."
PLANS_TOO = "Write care plans which are clear and up to date for all children in care."
BUSES = "Publish the timetable of school buses before the summer holidays."
LINES = {"f:new": "f:old"}


def ask(key: str, text: str, **more: str) -> Ask:
    known = {"review": f"r:{key}", "authority": "a:x", "framework": "f:new", "date": "2020-01"}
    return Ask(iri=f"i:{key}", key=key, text=text, **{**known, **more})


FIRST = ask("one", PLANS, date="2018-03", framework="f:old")
AGAIN = ask("two", PLANS_TOO)
ELSEWHERE = ask("three", PLANS_TOO, authority="a:y", date="2021-05")
JOINT = ask("four", PLANS, framework="f:joint", date="2022-02-01")
OTHER = ask("five", BUSES)


def links(
    *asks: Ask, confirmed: tuple[str, str] | None = None, **more: tuple[str, str]
) -> list[Link]:
    sure = frozenset([confirmed]) if confirmed else frozenset()
    wrong = frozenset([more["rejected"]]) if "rejected" in more else frozenset()
    wordings = compare(asks, DEFAULT, sure)
    return list(Linker(wordings, DEFAULT, Verdicts(sure, wrong), LINES).links())


@pytest.mark.parametrize(
    ("later", "kind"), [(AGAIN, "repeats"), (ELSEWHERE, "recurs"), (JOINT, "reiterates")]
)
def test_kind_of_link_follows_from_authority_and_line_of_frameworks(later: Ask, kind: str) -> None:
    (link,) = links(FIRST, later, OTHER)

    assert (link.later, link.earlier, link.kind, link.status) == (later, FIRST, kind, "computed")


def test_unlike_recommendations_are_not_linked() -> None:
    assert not links(FIRST, OTHER)


def test_recommendations_of_one_review_are_not_linked() -> None:
    assert not links(FIRST, replace(AGAIN, review=FIRST.review, date=FIRST.date))


def test_same_authority_on_the_same_day_repeats_nothing() -> None:
    assert not links(FIRST, replace(AGAIN, date=FIRST.date))


def test_recommendation_without_a_date_has_no_before() -> None:
    assert not links(FIRST, replace(AGAIN, date=""))


def test_same_words_are_near_verbatim_and_other_words_are_not() -> None:
    same, other = links(FIRST, replace(FIRST, iri="i:b", review="r:b", date="2019"), AGAIN)[:2]

    assert (same.level, same.likeness) == ("near-verbatim", 1.0)
    assert other.likeness < 1


def test_rejected_link_is_left_out() -> None:
    assert not links(FIRST, AGAIN, rejected=(FIRST.iri, AGAIN.iri))


def test_confirmed_link_is_kept_however_unlike() -> None:
    (link,) = links(FIRST, OTHER, confirmed=(OTHER.iri, FIRST.iri))

    assert (link.status, link.kind) == ("confirmed", "repeats")


def test_verdict_on_what_is_not_loaded_changes_nothing() -> None:
    assert links(FIRST, AGAIN, rejected=("i:gone", FIRST.iri)) == links(FIRST, AGAIN)


def members(*asks: Ask, verdicts: Verdicts | None = None) -> list[set[str]]:
    given = verdicts or Verdicts()
    wordings = compare(asks, DEFAULT, given.confirmed)
    return [{a.iri for a in c.members} for c in clusters(wordings, given, DEFAULT.resolution)]


def test_cluster_holds_the_like_and_leaves_out_the_lone() -> None:
    assert members(FIRST, AGAIN, ELSEWHERE, OTHER) == [{FIRST.iri, AGAIN.iri, ELSEWHERE.iri}]


def test_cluster_of_one_review_is_none() -> None:
    assert not members(FIRST, replace(AGAIN, review=FIRST.review), OTHER)


def test_rejected_pair_is_not_in_one_cluster() -> None:
    verdicts = Verdicts(rejected=frozenset([(FIRST.iri, AGAIN.iri)]))

    assert not members(FIRST, AGAIN, OTHER, verdicts=verdicts)


def test_confirmed_pair_is_in_one_cluster() -> None:
    verdicts = Verdicts(confirmed=frozenset([(OTHER.iri, FIRST.iri)]))

    assert members(FIRST, OTHER, verdicts=verdicts) == [{FIRST.iri, OTHER.iri}]


@settings(max_examples=30)
@given(st.permutations([FIRST, AGAIN, ELSEWHERE, JOINT, OTHER]))
def test_order_of_reading_changes_nothing(asks: list[Ask]) -> None:
    assert links(*asks) == links(FIRST, AGAIN, ELSEWHERE, JOINT, OTHER)
    assert members(*asks) == members(FIRST, AGAIN, ELSEWHERE, JOINT, OTHER)


@settings(max_examples=30)
@given(st.lists(st.text(max_size=30), max_size=6))
def test_any_text_can_be_compared(texts: list[str]) -> None:
    asks = [ask(f"k{n}", text, date=f"20{n:02}") for n, text in enumerate(texts)]

    assert all(0 <= link.likeness <= 1 for link in links(*asks))
