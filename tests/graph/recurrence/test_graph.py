from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse
from tests.graph.reports import Paper, judgement, put, put_derived, recommendation, report

from trigpoint.connection import SAMPLE
from trigpoint.graph import iris
from trigpoint.graph.derived import computed_graphs
from trigpoint.graph.questions import ask
from trigpoint.graph.recurrence import read_asks, recurrence_graph
from trigpoint.graph.recurrence.overlay import NAME
from trigpoint.graph.store import EmbeddedStore
from trigpoint.pipeline import build

GRAPH = iris.derived_graph("recurrence")
OLD, NEW = (SAMPLE / "text" / f"quillborough-lea-{year}.txt" for year in (2000, 2004))


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    return EmbeddedStore(tmp_path / "store", create=True)


def recommends(store: EmbeddedStore, authority: str, start: str, *texts: str) -> list[str]:
    """Store a report with these recommendations and return their IRIs."""
    paper = Paper(f"{authority}-{start}.pdf")
    asked = tuple(recommendation(paper, text, n) for n, text in enumerate(texts, 1))
    put(store, report(paper, authority=authority, start=start, recommendations=asked), paper)
    iri = {one.text: one.iri for one in read_asks(store.graphs) if f"-{start}/" in one.iri}
    return [iri[text] for text in texts]


def derive(store: EmbeddedStore) -> str:
    store.graphs.write(*recurrence_graph(store))
    store.refresh()
    return store.graphs.read(GRAPH).decode()


PLANS = "Write clear care plans for all children in care."
PLANS_TOO = "Write clear care plans for every child in care."
BUSES = "Publish the timetable of school buses before the holidays."
GRANTS = "Spend the grant for music on instruments and lessons."


def test_build_writes_a_graph_without_blank_nodes(store: EmbeddedStore) -> None:
    build([OLD, NEW], store)

    quads = list(parse(input=store.graphs.read(GRAPH), format=RdfFormat.N_QUADS))

    assert quads
    assert not any(isinstance(term, BlankNode) for quad in quads for term in quad)


def test_two_builds_give_the_same_bytes(store: EmbeddedStore, tmp_path: Path) -> None:
    other = EmbeddedStore(tmp_path / "other", create=True)
    build([OLD, NEW], store)
    build([NEW, OLD], other)

    assert store.graphs.read(GRAPH) == other.graphs.read(GRAPH)


def test_new_report_changes_no_graph_of_another_review(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    one = Path(shutil.copy(OLD, tmp_path))
    build([one], store)
    before = {name: store.graphs.read(name) for name in store.graphs.names()}

    build([one, NEW], store)

    changed = {name for name, data in before.items() if store.graphs.read(name) != data}
    assert GRAPH in changed
    assert not any("/inspection/" in name for name in changed)


def test_rejected_link_survives_a_rebuild(store: EmbeddedStore) -> None:
    (old,) = recommends(store, "Thornmere", "2001", PLANS)
    (new,) = recommends(store, "Thornmere", "2004", PLANS_TOO)
    assert old in derive(store)

    path = store.folder / NAME
    path.parent.mkdir()
    path.write_text(f"a,b,verdict,by,note\n{new},{old},rejected,AB,\n", encoding="utf-8")

    assert old not in derive(store)
    assert old not in derive(store)


def test_cluster_is_named_by_its_exemplar(store: EmbeddedStore) -> None:
    recommends(store, "Thornmere", "2001", PLANS)
    recommends(store, "Wexcombe", "2003", PLANS)

    found = re.search(r"/id/cluster/(\w+)>", derive(store))

    assert found
    assert found[1] == iris.fingerprint(PLANS)


def rows(store: EmbeddedStore, name: str, **given: str) -> list[dict[str, str]]:
    answer = ask(store, name, given)
    names = [variable.value for variable in answer.variables]
    return [{n: "" if row[n] is None else row[n].value for n in names} for row in answer]


def test_two_reports_give_what_is_new_repeated_and_dropped(store: EmbeddedStore) -> None:
    old, _ = recommends(store, "Thornmere", "2001", PLANS, BUSES)
    new, _ = recommends(store, "Thornmere", "2004", PLANS_TOO, GRANTS)
    derive(store)
    earlier, later = (iri.split("/recommendation/")[0] for iri in (old, new))

    found = rows(store, "new-and-dropped", earlier=earlier, later=later)

    assert [(row["change"], row["text"], row["earlier_text"]) for row in found] == [
        ("repeated", PLANS_TOO, PLANS),
        ("new", GRANTS, ""),
        ("dropped", BUSES, ""),
    ]


def test_what_an_authority_was_told_again_is_listed(store: EmbeddedStore) -> None:
    recommends(store, "Thornmere", "2001", PLANS, BUSES)
    recommends(store, "Thornmere", "2004", PLANS_TOO)
    recommends(store, "Wexcombe", "2005", PLANS)
    derive(store)

    (row,) = rows(store, "repeated-to-authority", authority="thornmere")

    assert (row["date"], row["earlier_date"], row["relation"]) == ("2004", "2001", "repeats")


def test_what_three_authorities_were_told_is_counted_of_how_many(store: EmbeddedStore) -> None:
    for authority in ("Thornmere", "Wexcombe", "Ashcombe"):
        recommends(store, authority, "2001", PLANS)
    recommends(store, "Larkfold", "2001", BUSES)
    derive(store)

    (row,) = rows(store, "recurring-recommendations")

    assert (row["authorities"], row["of_authorities"]) == ("3", "4")
    assert (row["exemplar"], row["framework"]) == (PLANS, "lea-2004")


def test_who_was_told_the_same_and_rose_is_found(store: EmbeddedStore) -> None:
    told = "Improve the timeliness of visits to children in care."
    for authority, start, grade in (
        ("Thornmere", "2018-05", "inadequate"),
        ("Wexcombe", "2019-05", "good"),
        ("Thornmere", "2022-05", "good"),
    ):
        paper = Paper(f"{authority}-{start}.pdf")
        graded = judgement(paper, "care-and-care-leavers", grade, framework="ilacs")
        asked = () if start == "2022-05" else (recommendation(paper, told),)
        made = report(
            paper, authority=authority, framework="ilacs", start=start,
            judgements=(graded,), recommendations=asked,
        )  # fmt: skip
        put(store, made, paper)
    put_derived(store)
    for graph in computed_graphs(store):
        store.graphs.write(*graph)
    store.refresh()

    found = rows(store, "told-the-same-and-rose")

    assert {(r["authority"], r["told"], r["rose"]) for r in found} == {
        ("Thornmere", "2018-05", "2022-05")
    }
    assert {(r["grade"], r["later_grade"]) for r in found} == {("inadequate", "good")}
    assert {r["text"] for r in found} == {told}
    assert rows(store, "told-the-same-and-rose", authority="Wexcombe") == found
