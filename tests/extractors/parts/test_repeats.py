from __future__ import annotations

from trigpoint.extractors.findings import Evidence, Recommendation
from trigpoint.extractors.parts.repeats import merged


def _print(text: str, start: int, purpose: str = "") -> Recommendation:
    place = Evidence(1, start, start + len(text), text)
    return Recommendation("recommendation", text, 0, (place,), purpose=purpose)


def test_a_repeat_adds_a_place_to_the_first_print() -> None:
    first, other = _print("Visit every school each term.", 0), _print("Buy more books.", 50)
    (visit, books) = merged([first, other, _print("Visit every school in each term.", 90)])
    assert (visit.text, visit.position) == (first.text, 1)
    assert [place.start for place in visit.evidence] == [0, 90]
    assert books.position == 2


def test_the_same_purpose_lets_the_words_differ_more() -> None:
    purpose = "In order to spread the word"
    prints = [
        _print("share the above leaflet with all schools", 0, purpose),
        _print("share this with all schools", 60, purpose),
    ]
    assert len(merged(prints)) == 1


def test_like_sounding_items_stay_apart() -> None:
    prints = [
        _print("Improve the support for heads.", 0),
        _print("Improve the plan for roofs.", 50),
    ]
    assert len(merged(prints)) == 2


def test_items_under_one_lead_are_compared_without_it() -> None:
    lead = "To help everyone who reads in this county, the library service should: "
    assert len(merged([_print(lead + "open late", 0), _print(lead + "buy books", 90)])) == 2


def test_nothing_merges_to_nothing() -> None:
    assert merged([]) == ()
