from __future__ import annotations

from pathlib import Path

import pytest
from tests.graph.reports import Paper, put, recommendation, report

from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import read_rows
from trigpoint.graph.tagging import quads
from trigpoint.graph.tagging.quads import themes_graph
from trigpoint.graph.tagging.statements import Words, stated_words
from trigpoint.ontology.namespaces import CONCEPT, DEF


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    made = EmbeddedStore(tmp_path / "store", create=True)
    paper = Paper()
    asked = (
        recommendation(paper, "Reduce caseloads.", section="Care leavers"),
        recommendation(paper, "Note the report.", 2, kind="decision-request"),
    )
    put(made, report(paper, recommendations=asked), paper)
    return made


def test_words_of_recommendations_are_read_with_their_headings(store: EmbeddedStore) -> None:
    (words,) = stated_words(store.graphs)

    assert (words.text, words.heading) == ("Reduce caseloads.", "Care leavers")


def test_findings_are_read_too(library: EmbeddedStore) -> None:
    texts = {words.text for words in stated_words(library.graphs)}

    assert "Schools trust the advice they are given." in texts


def test_purpose_that_stands_outside_the_text_is_part_of_the_words(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    paper = Paper()
    asked = recommendation(paper, "Hold audits.", purpose="To improve supervision")
    put(store, report(paper, recommendations=(asked,)), paper)

    assert [words.text for words in stated_words(store.graphs)] == [
        "To improve supervision Hold audits."
    ]


def test_each_tag_is_a_property_and_a_node_with_its_trigger(store: EmbeddedStore) -> None:
    (words,) = stated_words(store.graphs)

    lines = themes_graph(store.graphs)[1].decode()

    assert f"<{words.iri}> <{DEF}theme> <{CONCEPT}theme/caseloads>" in lines
    assert f'<{words.iri}/theme/caseloads> <{DEF}trigger> "caseloads"' in lines
    assert f"<{words.iri}/function/workforce> <{DEF}confidence>" in lines


def test_tables_show_themes_and_functions(store: EmbeddedStore) -> None:
    store.graphs.write(*themes_graph(store.graphs))

    (row,) = read_rows(store, "recommendations")[1]

    assert row["themes"] == f"{CONCEPT}theme/caseloads"
    assert row["functions"] == f"{CONCEPT}function/workforce"


def test_nothing_is_tagged_again_when_nothing_changed(
    store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, first = themes_graph(store.graphs)
    store.graphs.write(graph, first)
    monkeypatch.setattr(quads, "themes_quads", lambda *_: pytest.fail("tagged again"))

    assert themes_graph(store.graphs) == (graph, first)


def test_new_report_changes_the_graph(store: EmbeddedStore) -> None:
    graph, first = themes_graph(store.graphs)
    store.graphs.write(graph, first)
    paper = Paper(file="wexcombe.pdf")
    asked = recommendation(paper, "Train foster carers.")
    put(store, report(paper, authority="Wexcombe", recommendations=(asked,)), paper)

    assert b"theme/training" in themes_graph(store.graphs)[1]


def test_words_without_any_tag_give_no_triples() -> None:
    made = list(quads.themes_quads("urn:g", [Words("urn:a", "Do better.")], "state"))

    assert [str(quad.subject) for quad in made] == ["<urn:g>"]
