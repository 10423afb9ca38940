from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal
from pyoxigraph import Store as Oxigraph

from trigpoint.errors import QueryError
from trigpoint.graph.store.guard import blank_out, refuse_reaching_out, syntax_error
from trigpoint.ontology.namespaces import GRAPH

ELSEWHERE = "<https://example.org/sparql>"
PREFIX = "PREFIX ex: <https://example.org/> "

CALLS_OUT = {
    "plain": f"SELECT * {{ SERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
    "lower case": f"SELECT * {{ service silent {ELSEWHERE} {{ ?s ?p ?o }} }}",
    "no space": f"SELECT * {{ SERVICESILENT{ELSEWHERE}{{ ?s ?p ?o }} }}",
    "prefixed name": PREFIX + "SELECT * { SERVICEex:sparql{ ?s ?p ?o } }",
    "variable": "SELECT * { ?s ?p ?o SERVICE ?o { ?a ?b ?c } }",
    "after a number": f"SELECT * {{ ?a ?b 1SERVICE{ELSEWHERE}{{ ?s ?p ?o }} }}",
    "after a name": PREFIX + f"SELECT * {{ ?s ?p ex:.SERVICE{ELSEWHERE}{{ ?s ?p ?o }} }}",
    "after an escape": PREFIX + f"SELECT * {{ ?s ex:a\\# 1 . SERVICE{ELSEWHERE}{{ ?s ?p ?o }}\n }}",
    "after a comment": f"SELECT * {{ # '\n SERVICE {ELSEWHERE} {{ ?s ?p ?o }} # '\n }}",
    "after a comment that a carriage return ends": (
        f"SELECT * {{ # '\rSERVICE {ELSEWHERE} {{ ?s ?p ?o }} # '\n }}"
    ),
    "after a quote in a long string": (
        f"SELECT * {{ ?s ?p '''a\\''' ''' SERVICE{ELSEWHERE}{{ ?s ?p ?o }} #'''\n }}"
    ),
    "between comparisons": (f"SELECT * {{ FILTER(?a<?b)SERVICE#>\n{ELSEWHERE}{{ ?s ?p ?o }} }}"),
    "after what may be an IRI": (
        f"SELECT * {{ FILTER(?a<?b#>'''\n)SERVICE{ELSEWHERE}{{ ?s ?p ?o }} #'''\n }}"
    ),
    "after what may be a comment": (
        f"BASE <https://example.org/> "
        f"SELECT * {{ ?s <a#> ?o . SERVICE{ELSEWHERE}{{ ?s ?p ?o }}\n }}"
    ),
    "after an escape in an IRI": (
        f"BASE <https://example.org/> "
        f"SELECT * {{ ?s <\\u0041#> 1 . SERVICE{ELSEWHERE}{{ ?s ?p ?o }}\n }}"
    ),
}

STAYS_HOME = {
    "in a string": 'SELECT * { ?s ?p "SERVICE <https://example.org/> { }" }',
    "in a string with quotes": r"SELECT * { ?s ?p 'it\'s a SERVICE' }",
    "in a long string": 'SELECT * { ?s ?p """a "SERVICE"\n{ }""" }',
    "in a comment": "SELECT * { ?s ?p ?o } # SERVICE <https://example.org/> { }",
    "in an IRI": "SELECT * { ?s a <https://example.org/SERVICE#it> }",
    "as a variable": "SELECT ?service { ?service ?p ?o }",
    "as a local name": PREFIX + "SELECT * { ?s a ex:Service ; ex:public-service ?o }",
    "comparisons": "SELECT * { ?s ?p ?o FILTER(STRLEN(?p)<5&&STRLEN(?o)>3) }",
    "graph of the store": f"SELECT * FROM <{GRAPH}vocabulary> {{ ?s ?p ?o }}",
    "named graph of the store": f"SELECT * FROM NAMED <{GRAPH}vocabulary> {{ ?s ?p ?o }}",
    "IRI with the word": "SELECT * { ?s ?p <https://example.org/from/there> }",
    "from as a variable": "SELECT ?from { ?from <https://example.org/to> ?o }",
    "from in a string": "SELECT * { ?s ?p 'FROM <https://example.org/>' }",
}

FROM_THE_WEB = {
    "plain": f"SELECT * FROM {ELSEWHERE} {{ ?s ?p ?o }}",
    "named": f"SELECT * FROM NAMED {ELSEWHERE} {{ ?s ?p ?o }}",
    "no space": f"SELECT * from{ELSEWHERE} {{ ?s ?p ?o }}",
    "after a word": f"ASKFROM{ELSEWHERE} {{ ?s ?p ?o }}",
    "named, no space": f"SELECT * FROMNAMED{ELSEWHERE} {{ ?s ?p ?o }}",
    "out of our graphs": f"SELECT * FROM <{GRAPH}../../elsewhere> {{ ?s ?p ?o }}",
    "comment between": f"SELECT * FROM # here\n NAMED # there\n {ELSEWHERE} {{ ?s ?p ?o }}",
    "prefixed name": PREFIX + "SELECT * FROM ex:graph { ?s ?p ?o }",
    "second": f"SELECT * FROM <{GRAPH}a> FROM {ELSEWHERE} {{ ?s ?p ?o }}",
    "relative": "BASE <https://example.org/> SELECT * FROM <graph> { ?s ?p ?o }",
}


@pytest.mark.parametrize("query", CALLS_OUT.values(), ids=CALLS_OUT)
def test_calling_another_server_is_refused(query: str) -> None:
    Oxigraph().query(query)  # else there would be nothing to refuse

    with pytest.raises(QueryError, match=r"SERVICE is refused|may be an IRI or a comparison"):
        refuse_reaching_out(query)


@pytest.mark.parametrize("query", FROM_THE_WEB.values(), ids=FROM_THE_WEB)
def test_graph_of_the_web_is_refused(query: str) -> None:
    Oxigraph().query(query)

    with pytest.raises(QueryError, match=r"FROM .* is refused"):
        refuse_reaching_out(query)


@pytest.mark.parametrize("query", STAYS_HOME.values(), ids=STAYS_HOME)
def test_what_only_looks_like_it_is_allowed(query: str) -> None:
    Oxigraph().query(query)

    refuse_reaching_out(query)


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ \\u0053ERVICE {ELSEWHERE} {{ ?s ?p ?o }} }}",
        f"SELECT * {{ ?s ?p '\\u0027 . SERVICE {ELSEWHERE} {{ ?s ?p ?o }} #' }}\n}}",
        f"SELECT * {{ ?s ?p ?o # \\U0000000A SERVICE {ELSEWHERE} {{ ?s ?p ?o }}\n}}",
        f"SELECT * \\u0046ROM {ELSEWHERE} {{ ?s ?p ?o }}",
    ],
)
def test_escapes_are_refused_that_other_servers_read_as_code(query: str) -> None:
    with pytest.raises(QueryError, match="is refused"):
        refuse_reaching_out(query)


def test_escapes_of_other_letters_are_allowed() -> None:
    refuse_reaching_out(r"SELECT * { ?s ?p 'caf\u00E9 \U0001F600 \UFFFFFFFF' }")


@given(st.text() | st.text(alphabet="<>\"'\\#\n{}?:a "))
def test_blanking_out_keeps_every_place(query: str) -> None:
    blanked = blank_out(query)

    assert len(blanked) == len(query)
    assert all(new in (old, " ") for new, old in zip(blanked, query, strict=True))


@given(st.text())
def test_no_string_can_hide_what_follows_it(value: str) -> None:
    code = blank_out(f"{Literal(value)} SERVICE")

    assert code.strip() == "SERVICE"


def test_syntax_error_says_line_and_column() -> None:
    error = syntax_error(SyntaxError("error at 3:14: expected a brace"))

    assert "line 3, column 14: expected a brace" in str(error)


def test_syntax_error_without_a_place_says_what_it_can() -> None:
    assert "no prefix ex" in str(syntax_error(SyntaxError("no prefix ex")))
