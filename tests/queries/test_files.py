from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Store as Oxigraph

from trigpoint.errors import ReferenceDataError, UnknownName
from trigpoint.graph.questions import ask, value_of
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.store.guard import blank_out, refuse_reaching_out
from trigpoint.queries import Question, integrity_queries, loader, question, questions, read_query
from trigpoint.queries.view_files import EDGES

HERE = Path(__file__).parent
ROOM = Path(loader.__file__).parent
BEYOND_THE_SAMPLE = {"neighbour-recommendations"}
"""No table lists neighbours of the sample's invented councils."""
FILES = sorted(path.relative_to(ROOM).with_suffix("").as_posix() for path in ROOM.rglob("*.rq"))


@pytest.fixture(params=questions().values(), ids=list(questions()))
def asked(request: pytest.FixtureRequest) -> Question:
    found: Question = request.param
    return found


def code(asked: Question) -> str:
    return blank_out(asked.text)


@pytest.mark.parametrize("name", FILES)
def test_file_is_a_query_that_stays_at_home(name: str) -> None:
    texts = read_query(name).split(EDGES)

    assert len(texts) == (2 if name.startswith("views/") else 1)
    for text in texts:
        refuse_reaching_out(text)
        Oxigraph().query(text)


def test_questions_are_those_others_rely_on() -> None:
    golden = (HERE / "questions.txt").read_text().split()

    assert list(questions()) == golden


def test_header_is_complete(asked: Question) -> None:
    assert asked.title
    assert asked.question.endswith("?")
    assert all(asked.columns.values())
    assert all(parameter.about for parameter in asked.parameters)


def test_columns_are_described_in_their_order(asked: Question) -> None:
    answer = Oxigraph().query(asked.text)

    assert [variable.value for variable in answer.variables] == list(asked.columns)  # type: ignore[union-attr]


def test_parameters_are_variables_of_the_query(asked: Question) -> None:
    variables = set(re.findall(r"\?(_\w+)", code(asked)))

    assert variables == {parameter.variable for parameter in asked.parameters}


def test_type_of_a_parameter_has_values(asked: Question) -> None:
    types = {parameter.type for parameter in asked.parameters}

    assert types <= {"text", "integer"} | {path.stem for path in (ROOM / "values").glob("*.rq")}


def test_default_is_a_value_of_an_optional_parameter(
    asked: Question, sample_store: EmbeddedStore
) -> None:
    for parameter in asked.parameters:
        if parameter.default:
            assert not parameter.required
            assert value_of(sample_store, parameter, parameter.default)


def test_every_sub_select_can_be_bound(asked: Question) -> None:
    assert len(re.findall(r"\bSELECT\b", code(asked))) == len(
        re.findall(r"\bWHERE\s*{", code(asked))
    )


def test_required_parameters_have_examples_that_find_something(
    asked: Question, sample_store: EmbeddedStore
) -> None:
    given = {p.name: p.example for p in asked.parameters if p.required}

    rows = list(ask(sample_store, asked.name, given))

    assert all(given.values())
    assert rows or not given or asked.name in BEYOND_THE_SAMPLE


@pytest.mark.parametrize("rule", integrity_queries(), ids=lambda rule: rule.name)
def test_integrity_query_says_how_bad_and_what(rule: loader.IntegrityQuery) -> None:
    assert rule.severity in ("Violation", "Warning", "Info")
    assert rule.message


def test_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownName, match="Nearest: coverage"):
        question("coverages")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("SELECT * {}", "no header"),
        ("#+ title: [", "no YAML"),
        ("#+ title: A title", "incomplete"),
        ("#+ {title: a, question: b, columns: {}, parameters: {a: {kind: x}}}", "incomplete"),
    ],
)
def test_wrong_header_names_the_file(
    monkeypatch: pytest.MonkeyPatch, text: str, problem: str
) -> None:
    monkeypatch.setattr(loader, "read_query", lambda _: text)

    with pytest.raises(ReferenceDataError, match=f"mine: .*{problem}"):
        loader._read_question("mine")
