from __future__ import annotations

import pytest
from tests.web.sparql.serving import Running

from trigpoint.web.sparql.syntax import syntax_fault

UNFINISHED = "SELECT *\r\nWHERE {\r\n  ?s ?p }"


@pytest.mark.parametrize(
    ("query", "line", "column", "said"),
    [
        ("SELECT ?x { 'éé' ?p }", 1, 21, "unexpected '}'"),
        ("SELECT * WHERE {\n\n  ?s é:p é:o .\n }", 3, 6, "the prefix é: is not declared"),
        ("SELECT * { ?s ?p ?o } GROUP BY ?s", 1, 34, "not authorized with GROUP BY"),
        ("SELECT * { ?s ?p ?o } LIMIT -1", 1, 29, "unexpected '-1'"),
        ("SELEKT * { ?s ?p ?o }", 1, 10, "unexpected '{'"),
    ],
)
def test_mistake_is_shown_in_its_place(
    endpoint: Running, query: str, line: int, column: int, said: str
) -> None:
    fault = endpoint.ask(query, "application/json").json()

    assert (fault["line"], fault["column"]) == (line, column)
    assert said in fault["detail"]
    shown, caret = fault["excerpt"].split("\n")
    assert shown == query.split("\n")[line - 1]
    assert caret.index("^") == column - 1


def test_text_shows_line_and_caret(endpoint: Running) -> None:
    response = endpoint.ask(UNFINISHED)

    assert response.status_code == 400
    assert response.text.splitlines() == [
        "The query cannot be parsed: "
        "line 3, column 10: something is missing here, or wrong before it",
        "  ?s ?p }",
        "         ^",
    ]


def test_long_line_is_shown_around_the_place(endpoint: Running) -> None:
    query = f"SELECT * {{ VALUES ?x {{ {'1 ' * 500} ?y {'2 ' * 500} }} }}"

    fault = endpoint.post(query, "application/json").json()

    shown, caret = fault["excerpt"].split("\n")
    place = fault["column"] - 1
    assert len(shown) <= 100
    assert query[place:].startswith(shown[caret.index("^") :])


def test_what_is_expected_is_said_in_few_words(endpoint: Running) -> None:
    expected = endpoint.ask("DESCRIBE", "application/json").json()["expected"]

    assert expected == ["*", "a prefixed name", "a variable", "an IRI"]


def test_long_list_of_what_is_expected_is_cut(endpoint: Running) -> None:
    expected = endpoint.ask("SELECT ?x { 'éé' ?p ) }", "application/json").json()["expected"]

    assert len(expected) == 9
    assert expected[-1] == "..."


def test_prefixes_that_are_not_declared_are_named(endpoint: Running) -> None:
    query = (
        "PREFIX skos: <urn:s> SELECT * { ?s tp:grade ?o ; own:p 'not:one' ; skos:notation <a:b> }"
    )

    *_, remedy = endpoint.ask(query).text.splitlines()

    assert remedy == "Begin with PREFIX own: <...> PREFIX tp: <https://w3id.org/trigpoint/def#>"


def test_complaint_without_a_place_is_passed_on() -> None:
    fault = syntax_fault("SELECT *", "no idea where")

    assert (fault.status, fault.detail, fault.line) == (400, "no idea where", None)


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "text/plain; charset=utf-8"),
        ("text/turtle", "text/plain; charset=utf-8"),
        ("application/json", "application/problem+json; charset=utf-8"),
        ("application/sparql-results+json, */*;q=0.1", "application/problem+json; charset=utf-8"),
        (
            "application/problem+json, application/json;q=0.2",
            "application/problem+json; charset=utf-8",
        ),
    ],
)
def test_fault_is_json_for_those_who_read_json(endpoint: Running, accept: str, media: str) -> None:
    response = endpoint.ask("SELECT", accept)

    assert response.status_code == 400
    assert response.headers["content-type"] == media
    assert response.headers["access-control-allow-origin"] == "*"


def test_problem_document_has_its_members(endpoint: Running) -> None:
    fault = endpoint.ask("DESCRIBE <a:b> FROM <urn:x>", "application/json").json()

    assert fault == {
        "title": "The query is refused",
        "status": 400,
        "detail": "FROM <urn:x> is refused: nothing is loaded from the web",
        "remedy": "Graphs of this store begin with <https://w3id.org/trigpoint/graph/,"
        " written in full",
    }
