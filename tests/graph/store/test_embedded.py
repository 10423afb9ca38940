from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.store import EmbeddedStore, RemoteStore, open_store
from trigpoint.graph.store.binding import bind
from trigpoint.graph.store.deadline import within
from trigpoint.ontology.namespaces import GRAPH

NAMES = ["one", "two", 'a "quoted" one', "it's", "{ braces } ?s", "two\nlines", "back\\slash"]
PAIRS = "SELECT ?s ?name WHERE { ?s <https://example.org/name> ?name }"


def nquads(graph: str, names: list[str]) -> bytes:
    lines = (
        f"<https://example.org/{number}> <https://example.org/name> {Literal(name)} <{graph}> .\n"
        for number, name in enumerate(names)
    )
    return "".join(lines).encode()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("store"), create=True)
    for name, names in (("a", NAMES[:2]), ("b", NAMES[2:])):
        store.graphs.write(GRAPH + name, nquads(GRAPH + name, names))
    return store


def names(store: EmbeddedStore, query: str = PAIRS, **bindings: Literal | NamedNode) -> list[str]:
    rows = store.query(query, bindings=bindings)
    assert isinstance(rows, QuerySolutions)
    return [row["name"].value for row in rows]


def test_query_sees_all_graphs_together(store: EmbeddedStore) -> None:
    assert sorted(names(store)) == sorted(NAMES)


def test_query_may_name_one_graph(store: EmbeddedStore) -> None:
    assert sorted(names(store, PAIRS.replace("WHERE", f"FROM <{GRAPH}a> WHERE"))) == NAMES[:2]


def test_ask_and_construct_are_answered(store: EmbeddedStore) -> None:
    yes = store.query("ASK { ?s ?p 'one' }")
    triples = store.query("CONSTRUCT { ?s a ?s } WHERE { ?s ?p 'one' }")

    assert isinstance(yes, QueryBoolean)
    assert bool(yes)
    assert not isinstance(triples, QuerySolutions | QueryBoolean)
    assert len(list(triples)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_bound_value_finds_itself_and_nothing_else(store: EmbeddedStore, name: str) -> None:
    assert names(store, name=Literal(name)) == [name]


@pytest.mark.parametrize(
    "value",
    [
        '" } ?s ?p ?o . FILTER ("a" = "a',
        "'} UNION { ?s ?p ?name }",
        '"""',
        "one' || 'a' = 'a",
        "\\",
        '\\" } #',
        "\n} SELECT * { ?s ?p ?o",
        "?name",
        "<https://example.org/name>",
        "UNDEF",
    ],
)
def test_no_value_escapes_from_its_quotes(store: EmbeddedStore, value: str) -> None:
    assert names(store, name=Literal(value)) == []


@given(st.text())
def test_any_text_can_be_bound(store: EmbeddedStore, value: str) -> None:
    expected = [value] if value in NAMES else []

    assert names(store, name=Literal(value)) == expected


def test_several_parameters_hold_together(store: EmbeddedStore) -> None:
    first, second = (NamedNode(f"https://example.org/{number}") for number in (0, 1))

    assert names(store, s=first, name=Literal("one")) == ["one"]
    assert names(store, s=second, name=Literal("one")) == []


def test_where_of_a_comment_or_string_is_not_the_one_to_bind_in() -> None:
    query = "# WHERE {\nSELECT ('WHERE {' AS ?x) WHERE { ?s ?p ?o }"

    bound = bind(query, {"s": NamedNode("https://example.org/a")})

    assert bound.endswith("WHERE { VALUES (?s) { (<https://example.org/a>) } ?s ?p ?o }")


COUNTED = """SELECT ?name WHERE {
  ?s <https://example.org/name> ?name  # } not the end
  { SELECT (COUNT(*) AS ?n) WHERE { ?s <https://example.org/name> ?name . FILTER (?name != "}") } }
  FILTER (?n = 1)
}"""


@pytest.mark.parametrize("name", NAMES)
def test_value_reaches_a_sub_select_that_names_it(store: EmbeddedStore, name: str) -> None:
    assert names(store, COUNTED) == []
    assert names(store, COUNTED, name=Literal(name)) == [name]


@given(st.text())
def test_any_text_can_be_bound_in_a_sub_select(store: EmbeddedStore, value: str) -> None:
    expected = [value] if value in NAMES else []

    assert names(store, COUNTED, name=Literal(value)) == expected


def test_sub_select_that_does_not_name_a_variable_is_left_alone() -> None:
    query = "SELECT ?a WHERE { { SELECT ?names WHERE { ?b ?names '?name' } } ?a ?c ?name }"

    bound = bind(query, {"name": Literal("one")})

    assert bound == query.replace("WHERE {", 'WHERE { VALUES (?name) { ("one") }', 1)


def test_sub_select_in_another_gets_its_value_too() -> None:
    query = "SELECT * WHERE { { SELECT * WHERE { { SELECT ?s WHERE { ?s ?p $name } } } } ?s ?p ?o }"

    bound = bind(query, {"name": Literal("one")})

    assert bound == query.replace("WHERE {", 'WHERE { VALUES (?name) { ("one") }')


def test_query_without_where_cannot_be_bound() -> None:
    with pytest.raises(QueryError, match="no WHERE"):
        bind("SELECT * { ?s ?p ?o }", {"s": Literal("a")})


def test_hostile_query_ends_in_time(store: EmbeddedStore) -> None:
    everything = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(8))
    begun = time.monotonic()

    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        store.query(f"SELECT (COUNT(*) AS ?n) {{ {everything} }}", seconds=0.2)

    assert time.monotonic() - begun < 2


@pytest.mark.parametrize("query", [PAIRS, "ASK { }", "CONSTRUCT { ?s a ?s } WHERE { ?s ?p ?o }"])
def test_answer_within_a_limit_can_be_used_like_any_other(store: EmbeddedStore, query: str) -> None:
    answer, other = store.query(query, seconds=10), store.query(query)

    if isinstance(answer, QueryBoolean):
        assert answer == other
    else:
        assert isinstance(other, Iterable)
        assert len(list(answer)) == len(list(other)) > 0


def test_what_fails_within_the_limit_fails_as_it_would_without() -> None:
    def fail() -> None:
        raise ValueError("as without")

    with pytest.raises(ValueError, match="as without"):
        within(1, fail)


@pytest.mark.parametrize(
    ("query", "place"),
    [("SELECT * {\n  ?s ?p }", "line 2, column 10"), ("SELEKT", "line 1, column 7")],
)
def test_syntax_error_says_where(store: EmbeddedStore, query: str, place: str) -> None:
    with pytest.raises(QueryError, match=place):
        store.query(query)


@pytest.mark.parametrize("query", ["DROP ALL", "LOAD <https://example.org/>", "CLEAR ALL"])
def test_update_is_no_query(store: EmbeddedStore, query: str) -> None:
    with pytest.raises(QueryError):
        store.query(query)


def test_service_is_refused(store: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        store.query("SELECT * { SERVICE <https://example.org/> { ?s ?p ?o } }")


def test_store_sees_what_was_written_after_a_refresh(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    assert names(store) == []

    store.graphs.write(GRAPH + "a", nquads(GRAPH + "a", ["late"]))
    store.refresh()

    assert names(store) == ["late"]


def test_text_is_kept_by_its_hash(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    text = "a – dash\r\nand\ftwo pages"

    store.write_text("a" * 64, text)

    assert store.read_text("a" * 12) == text
    assert store.read_text("b" * 64) is None


def test_folder_without_graphs_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no store") as caught:
        EmbeddedStore(tmp_path)

    assert "trigpoint build" in caught.value.remedy


def test_place_decides_the_kind_of_store(tmp_path: Path) -> None:
    assert isinstance(open_store(str(tmp_path), create=True), EmbeddedStore)
    assert isinstance(open_store("http://localhost:7878/query"), RemoteStore)
