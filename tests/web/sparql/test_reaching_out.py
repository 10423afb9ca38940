"""Nothing that is sent as a query reaches another server, a file, or a graph of the web.

Two locks, each tried without the other: what is refused before it runs, and the worker's network.
"""

from __future__ import annotations

import multiprocessing
import socket
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as Oxigraph
from tests.web.sparql.serving import Running, listening

from trigpoint.errors import QueryError
from trigpoint.graph.store.guard import refuse_reaching_out
from trigpoint.ontology.namespaces import GRAPH
from trigpoint.web.sparql.worker import leave_network

PREFIX = "PREFIX ex: <https://example.org/> PREFIX : <https://example.org/> "
INSIDE = "{ ?a ?b ?c }"

CALLS = {
    "plain": "SELECT * {{ SERVICE {there} {inside} }}",
    "silent, in small letters": "SELECT * {{ service silent {there} {inside} }}",
    "glued": "SELECT * {{SERVICE{there}{inside}}}",
    "on lines of their own": "SELECT * {{\nSERVICE\n{there}\n{inside}\n}}",
    "nested": "SELECT * {{ {{ {{ SELECT * {{ OPTIONAL {{ SERVICE {there} {inside} }} }} }} }} }}",
    "in a filter": "SELECT * {{ FILTER NOT EXISTS {{ SERVICE {there} {inside} }} }}",
    "in a graph": "SELECT * {{ GRAPH ?g {{ SERVICE {there} {inside} }} }}",
    "in a join": "SELECT * {{ LATERAL {{ SERVICE {there} {inside} }} }}",
    "in a construction": "CONSTRUCT {{ ?a ?b ?c }} WHERE {{ SERVICE {there} {inside} }}",
    "in a description": "DESCRIBE ?a WHERE {{ SERVICE {there} {inside} }}",
    "in a question": "ASK {{ SERVICE {there} {inside} }}",
    "after a comment": "SELECT * {{ # x\nSERVICE {there} {inside} }}",
    "after a comment that a return ends": "SELECT * {{ # x\rSERVICE {there} {inside}\n}}",
    "around a comment": "SELECT * {{ SERVICE# }}\n{there}# }}\n{inside} }}",
    "after a string with quotes": "SELECT * {{ BIND('\\'' AS ?x) SERVICE {there} {inside} #'\n }}",
    "after a long string": "SELECT * {{ ?s ?p '''a\\''' ''' . SERVICE {there} {inside} #'''\n }}",
    "between signs": "SELECT * {{ BIND(1<2 AS ?x) SERVICE {there} {inside} BIND(2>1 AS ?y) }}",
    "by prefix": "PREFIX t: {there} SELECT * {{ SERVICE t: {inside} }}",
    "by base": "BASE {there} SELECT * {{ SERVICE <> {inside} }}",
    "by variable": "SELECT * {{ VALUES ?t {{ {there} }} SERVICE ?t {inside} }}",
    "after a number": "SELECT * {{ BIND(1 AS ?x) ?s ?p 1.SERVICE {there} {inside} }}",
    "after a long IRI": "SELECT * {{ ?s ?p {longer} . SERVICE {there} {inside} }}",
    "long IRI": "SELECT * {{ SERVICE {longer} {inside} }}",
}


@pytest.fixture
def visits() -> Iterator[tuple[str, list[str]]]:
    """A server that only writes down who comes: its address, and its visits."""
    seen: list[str] = []
    with listening() as bound:

        def welcome() -> None:
            while True:
                try:
                    visitor, address = bound.accept()
                except OSError:
                    return
                seen.append(str(address))
                visitor.close()

        threading.Thread(target=welcome, daemon=True).start()
        yield f"http://127.0.0.1:{bound.getsockname()[1]}/", seen
        bound.shutdown(socket.SHUT_RDWR)


def calling(query: str, server: str) -> str:
    longer = f"<{server}{'a' * 9000}>"
    return query.format(there=f"<{server}>", inside=INSIDE, longer=longer)


@pytest.mark.parametrize("query", CALLS.values(), ids=CALLS)
def test_no_query_visits_a_server(
    endpoint: Running, visits: tuple[str, list[str]], query: str
) -> None:
    server, seen = visits

    response = endpoint.post(calling(query, server))

    assert response.status_code == 400
    assert "is refused" in response.text
    assert seen == []


@pytest.mark.parametrize("query", [CALLS["plain"], CALLS["after a comment that a return ends"]])
def test_these_queries_would_visit_it(visits: tuple[str, list[str]], query: str) -> None:
    server, seen = visits

    with pytest.raises(OSError, match=r"."):
        list(Oxigraph().query(calling(query, server)))  # type: ignore[arg-type] # a SELECT

    assert seen


def _visit(pipe: Connection, server: str) -> None:
    """Ask without a guard, in a process that has left the network."""
    left = leave_network()
    try:
        list(Oxigraph().query(calling(CALLS["plain"], server)))  # type: ignore[arg-type] # a SELECT
    except (OSError, ValueError) as error:
        pipe.send((left, str(error)))


def test_worker_has_no_network_to_visit_it_by(visits: tuple[str, list[str]]) -> None:
    server, seen = visits
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_visit, args=(theirs, server))
    process.start()
    left, message = ours.recv()
    process.join()
    if not left:
        pytest.skip("this system lets no process leave the network")

    assert "unreachable" in message
    assert seen == []


FRAGMENTS = (
    *("'", '"', "'''", '"""', "#", "\r", "\n", "<", ">", "\\", "\\'", '\\"', "\\u0027", "\\u000A"),
    *("ex:", "ex:a", ":", "?s", "?o", "1", "1.", ".", ";", ",", "{", "}", "(", ")", "^", "/", "?"),
    *("a", "_:b", "@en", "^^", "FILTER(?s<?o)", "FILTER(?s>?o)", "OPTIONAL {}", "BIND(1 AS ?z)"),
    *("\\-", "\\#", "SILENT", "<a>", "<a#b>", "<a'b>", "<<(", ")>>", "\t", "\u2028", " "),
    *("?s ?p ?o .", "ex:a ex:p 'x' .", "# '", '#"', "#>", "#'''", "#\r", "# '\r", "#\n", "'#'"),
)
ENDS = ("}", "\n}", " #'\n}", '#"\n}', "'\n}", "#'''\n}", "#>\n}")


@pytest.mark.slow
@settings(max_examples=1500)
@given(
    before=st.lists(st.sampled_from(FRAGMENTS), max_size=7).map("".join),
    between=st.sampled_from(["", " ", "\r", "\n", "#\r", "# \n"]),
    after=st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join),
    end=st.sampled_from(ENDS),
)
def test_no_disguise_gets_past_the_guard(before: str, between: str, after: str, end: str) -> None:
    """Whatever the library takes as a call (nobody listens at port 1) the guard refuses."""
    call = f"SERVICE{between}<http://127.0.0.1:1/>{INSIDE}"
    query = f"{PREFIX} BASE <https://example.org/> SELECT * {{ {before}{call}{after}{end}"
    store, node = Oxigraph(), NamedNode("https://example.org/a")
    store.add(Quad(node, node, Literal("1")))
    try:
        list(store.query(query))  # type: ignore[arg-type] # a SELECT
    except SyntaxError:
        return
    except OSError:
        with pytest.raises(QueryError):
            refuse_reaching_out(query)


FILES = [
    "SELECT * FROM <file:///etc/hosts> { ?s ?p ?o }",
    "SELECT * FROM NAMED <file:///etc/hosts> { GRAPH ?g { ?s ?p ?o } }",
    "ASKFROM<file:///etc/hosts>{ ?s ?p ?o }",
    "BASE <file:///etc/> SELECT * FROM <hosts> { ?s ?p ?o }",
    "PREFIX f: <file:///etc/> SELECT * FROM f:hosts { ?s ?p ?o }",
    f"SELECT * FROM <{GRAPH}../../../../etc/hosts> {{ ?s ?p ?o }}",
    "DESCRIBE <urn:a> FROM <https://example.org/graph>",
]


@pytest.mark.parametrize("query", FILES)
def test_no_query_names_a_file_or_graph_of_elsewhere(endpoint: Running, query: str) -> None:
    response = endpoint.ask(query)

    assert response.status_code == 400
    assert "FROM" in response.text


def test_graph_of_elsewhere_is_empty_when_it_is_only_asked_for(endpoint: Running) -> None:
    response = endpoint.ask("ASK { GRAPH <file:///etc/hosts> { ?s ?p ?o } }")

    assert response.json()["boolean"] is False
