from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from trigpoint import Connection, Rows, connect
from trigpoint.errors import QueryError, StoreError, UnknownName
from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import GRAPH


@pytest.fixture
def opened(library: EmbeddedStore) -> Connection:
    return connect(library.place)


def test_question_gives_rows_with_python_values(opened: Connection) -> None:
    answer = opened.ask("authority-grades", authority="Thornmere")

    assert len(answer) == 3
    assert (answer[0]["rank"], answer[0]["number"]) == (3, None)
    assert [row["fieldwork"] for row in answer] == [None, True, False]
    assert len(answer[1:]) == 2


def test_rows_become_a_data_frame(opened: Connection) -> None:
    answer = opened.ask("coverage")

    frame = answer.to_pandas()

    assert tuple(frame.columns) == answer.columns
    assert list(frame["reports"]) == [1, 1, 1]


def test_rows_without_rows_keep_their_columns(opened: Connection) -> None:
    frame = opened.ask("text-search", words="no such words").to_pandas()

    assert (len(frame), frame.columns[0]) == (0, "authority")


def test_table_for_notebooks_escapes_what_it_shows() -> None:
    shown = Rows(("a",), ({"a": "<b>"}, {"a": None}))._repr_html_()

    assert "&lt;b&gt;" in shown
    assert "None" not in shown


def test_table_for_notebooks_shows_false_and_nought() -> None:
    shown = Rows(("a", "b"), ({"a": False, "b": 0},))._repr_html_()

    assert "<td>False</td><td>0</td>" in shown


def test_sparql_gives_rows_a_truth_value_or_a_graph(opened: Connection) -> None:
    assert isinstance(opened.sparql("SELECT * { ?s ?p ?o } LIMIT 1"), Rows)
    assert opened.sparql("ASK { }") is True
    assert isinstance(opened.sparql("CONSTRUCT { ?s a ?o } WHERE { ?s a ?o } LIMIT 1"), Graph)
    with pytest.raises(QueryError):
        opened.sparql("SELECT")


def test_graph_of_a_report_is_what_its_file_holds(
    opened: Connection, library: EmbeddedStore
) -> None:
    name = GRAPH + "inspection/thornmere/lea-2004-10"
    quads = parse(library.graphs.read(name), format=RdfFormat.N_QUADS)
    stored = Graph().parse(data="".join(f"{quad.triple} .\n" for quad in quads), format="nt")

    assert isomorphic(opened.graph("thornmere-2004"), stored)


def test_unknown_report_is_refused(opened: Connection) -> None:
    with pytest.raises(UnknownName):
        opened.graph("nowhere")


def test_remote_store_cannot_be_built() -> None:
    with pytest.raises(StoreError, match="only an embedded store"):
        connect("http://localhost:9/query").build("reports")


def test_store_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is no store"):
        connect(tmp_path / "nowhere")
