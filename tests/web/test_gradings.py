from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.web.holdings import Row
from trigpoint.web.library import Library
from trigpoint.web.pages.gradings import Gradings, gradings

ENDED, CURRENT = "lea-2004", "ilacs"


def judged(function: str, date: str, framework: str = ENDED, item: str = "1") -> Row:
    review = f"https://w3id.org/trigpoint/id/inspection/x/{framework}-{date}"
    return {
        "date": date,
        "function": function,
        "function_iri": f"{CONCEPT}function/{function}",
        "framework": framework,
        "framework_iri": f"{CONCEPT}framework/{framework}",
        "review_iri": review,
        "judgement_iri": f"{review}/judgement/{item}",
        "point_iri": f"{CONCEPT}grade/lea-7/2",
        "item": item,
        "grade": "good",
    }


def lanes(found: Gradings) -> list[str]:
    soup = BeautifulSoup(found.timeline, "html.parser")
    return [one.text for one in soup.select(".lane-label")]


def listed(found: Gradings) -> list[tuple[str, list[str]]]:
    return [(one.first["date"], [name for (name, _), _ in one.functions]) for one in found.once]


def test_what_was_graded_on_several_days_is_drawn(shelf: Library) -> None:
    found = gradings(shelf, [judged("plans", "2004"), judged("plans", "2005")], "2020")

    assert lanes(found) == ["plans"]
    assert found.once == ()


def test_what_was_graded_once_is_drawn_as_long_as_its_framework_is_in_force(
    shelf: Library,
) -> None:
    found = gradings(shelf, [judged("care", "2022", CURRENT), judged("plans", "2004")], "2022")

    assert lanes(found) == ["care"]
    assert listed(found) == [("2004", ["plans"])]


def test_days_are_listed_newest_first_each_with_every_judgement(shelf: Library) -> None:
    rows = [
        judged("plans", "2004", item="1"),
        judged("plans", "2004", item="2"),
        judged("places", "2004"),
        judged("data", "2005"),
    ]
    found = gradings(shelf, rows, "2020")

    assert found.timeline == ""
    assert listed(found) == [("2005", ["data"]), ("2004", ["plans", "places"])]
    assert [row["item"] for row in found.once[1].functions[0][1]] == ["1", "2"]


@pytest.mark.parametrize("lacking", ["function", "date", "point_iri"])
def test_what_cannot_be_placed_is_left_to_the_table(shelf: Library, lacking: str) -> None:
    found = gradings(shelf, [judged("plans", "2004") | {lacking: ""}], "2020")

    assert found == Gradings(found.timeline, ())
    assert found.timeline == ""


def test_every_grade_of_an_authority_stands_on_its_page(client: TestClient) -> None:
    path = "/doc/authority/quillborough"
    rows = client.get(f"{path}?table=judgements&format=json", headers={"accept": "text/html"})
    functions = {row["function"] for row in rows.json()["rows"] if row["grade"]} - {None}
    soup = BeautifulSoup(client.get(path, headers={"accept": "text/html"}).text, "html.parser")

    drawn = {one.text for one in soup.select(".lane-label")}
    once = {one.a.text for one in soup.select(".once li") if one.a}
    assert drawn
    assert once
    assert drawn | once == functions
    assert not drawn & once
