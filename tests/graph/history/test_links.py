from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.graph.history.links import about_the_same_time, earlier, links, predecessors
from trigpoint.graph.history.stored import Graded, Review, Stored
from trigpoint.graph.iris import concept

SCALE = concept("scale", "ofsted-4")
DATES = st.dates().map(lambda day: day.isoformat()).flatmap(
    lambda day: st.sampled_from([day[:4], day[:7], day])
)  # fmt: skip


def review(name: str, date: str, framework: str = "ilacs", **more: str) -> Review:
    given = {"authority": "a", "part": "", "told": "", **more}
    return Review(iri=name, framework=concept("framework", framework), date=date, **given)


def graded(name: str, of: str, function: str, item: str = "", scale: str = SCALE) -> Graded:
    return Graded(name, of, item, scale, frozenset({function} if function else ()))


def tied(
    *reviews: Review, judgements: tuple[Graded, ...] = (), told: tuple[Graded, ...] = ()
) -> set[tuple[str, str, str]]:
    return set(links(Stored(reviews, judgements, told)))


def test_a_review_follows_the_last_earlier_one_of_its_kind() -> None:
    first, second, third = review("1", "2014"), review("2", "2018-03-01"), review("3", "2021-05")

    assert tied(third, first, second) == {
        ("2", "tp:previousReview", "1"),
        ("3", "tp:previousReview", "2"),
    }


def test_a_framework_goes_on_in_the_one_that_replaced_it() -> None:
    old, new = review("old", "2015", "sif"), review("new", "2019")

    assert tied(old, new) == {("new", "tp:previousReview", "old")}


def test_other_authorities_frameworks_and_parts_are_no_past() -> None:
    others = (
        review("1", "2014", authority="b"),
        review("2", "2014", "jtai"),
        review("3", "2014", "sif", part="lscb"),
    )

    assert tied(review("new", "2019"), *others) == set()


def test_one_item_is_judged_again() -> None:
    item = concept("item", "ilacs/overall")
    old, new = review("old", "2018"), review("new", "2022")
    judged = (graded("j1", "old", "f", item), graded("j2", "new", "g", item))

    assert ("j2", "tp:previousJudgement", "j1") in tied(old, new, judgements=judged)


def test_items_of_two_frameworks_are_one_by_the_same_functions_on_the_same_scale() -> None:
    old, new = review("old", "2015", "sif"), review("new", "2019")
    judged = (
        graded("j1", "old", "adoption", "sif/1"),
        graded("j2", "new", "adoption", "ilacs/1"),
        graded("k1", "old", "care", "sif/2", scale="another"),
        graded("k2", "new", "care", "ilacs/2"),
    )

    assert {link for link in tied(old, new, judgements=judged) if "Judgement" in link[1]} == {
        ("j2", "tp:previousJudgement", "j1")
    }


def test_an_earlier_grade_refers_to_the_judgement_of_its_function() -> None:
    old, new = review("old", "2018-03"), review("new", "2022", told="2018-05-20")
    judged = (graded("j1", "old", "adoption"),)
    told = (graded("s", "new", "adoption"),)

    assert ("s", "tp:refersTo", "j1") in tied(old, new, judgements=judged, told=told)


def test_an_earlier_grade_refers_to_nothing_where_the_inspection_is_another() -> None:
    old, new = review("old", "2014-03"), review("new", "2022", told="2018-05-20")
    judged = (graded("j1", "old", "adoption"),)
    told = (graded("s", "new", "adoption"),)

    found = tied(old, new, judgements=judged, told=told)
    assert not [link for link in found if link[1] == "tp:refersTo"]


def test_of_two_judgements_neither_is_referred_to() -> None:
    old, new = review("old", "2018"), review("new", "2022")
    judged = (graded("j1", "old", "adoption", "x"), graded("j2", "old", "adoption", "y"))
    told = (graded("s", "new", "adoption"),)

    found = tied(old, new, judgements=judged, told=told)
    assert not [link for link in found if link[1] == "tp:refersTo"]


def test_a_successor_is_tied_to_reviews_of_its_predecessors_and_inherits_no_judgement() -> None:
    new, (old, *_) = next(iter(predecessors().items()))
    before, first = review("old", "1990", authority=old), review("new", "2030", authority=new)
    second = review("newer", "2035", authority=new)
    judged = (graded("j1", "old", "f", "item"), graded("j2", "new", "f", "item"))

    assert tied(before, first, second, judgements=judged) == {
        ("new", "tp:predecessorReview", "old"),
        ("newer", "tp:previousReview", "new"),
    }


@given(DATES, DATES)
def test_dates_are_earlier_one_way_at_most(one: str, other: str) -> None:
    assert not (earlier(one, other) and earlier(other, one))
    assert not earlier(one, one)
    assert about_the_same_time(one, other) == about_the_same_time(other, one)


@given(DATES)
def test_a_date_is_about_the_time_of_itself(date: str) -> None:
    assert about_the_same_time(date, date)
