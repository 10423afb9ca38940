from __future__ import annotations

from pathlib import Path

from pyoxigraph import RdfFormat, parse
from tests.graph.reports import Paper, judgement, put, put_derived, report, statement

from trigpoint.graph.check import check
from trigpoint.graph.history import history_graph
from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import DEF, ID

FUNCTION = "overall-effectiveness"


def two_inspections(store: EmbeddedStore, told: str) -> None:
    first, second = Paper("2018.pdf"), Paper("2022.pdf")
    found = judgement(first, "overall", "inadequate", framework="ilacs")
    put(store, report(first, framework="ilacs", start="2018-05", judgements=(found,)), first)
    now = judgement(second, "overall", "good", framework="ilacs")
    before = statement(
        second, "overall effectiveness", told, time="previous", scale="ofsted-4",
        functions=(FUNCTION,),
    )  # fmt: skip
    later = report(
        second, framework="ilacs", start="2022-03", judgements=(now,), statements=(before,)
    )
    put(store, later, second)
    put_derived(store)
    store.graphs.write(*history_graph(store.graphs))
    store.refresh()


def linked(store: EmbeddedStore) -> dict[str, int]:
    _, nquads = history_graph(store.graphs)
    counts: dict[str, int] = {}
    for quad in parse(nquads, format=RdfFormat.N_QUADS):
        name = quad.predicate.value.removeprefix(DEF)
        counts[name] = counts.get(name, 0) + 1
    return counts


def test_graph_ties_review_judgement_and_statement_to_those_before(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    two_inspections(store, "inadequate")

    assert linked(store) == {"previousReview": 1, "previousJudgement": 1, "refersTo": 1}
    assert not [result for result in check(store) if result.rule.startswith("24")]


def test_a_grade_told_otherwise_is_a_warning(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    two_inspections(store, "good")

    (result,) = [result for result in check(store) if result.rule.startswith("24")]
    assert result.severity == "Warning"
    assert result.focus.startswith(f"{ID}inspection/thornmere/ilacs-2022-03/grade-statement/")


def test_graph_is_the_same_twice_and_empty_for_no_reviews(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    assert history_graph(store.graphs)[1] == b""

    two_inspections(store, "good")
    assert history_graph(store.graphs) == history_graph(store.graphs)
