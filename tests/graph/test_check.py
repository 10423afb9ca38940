from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.graph.reports import Paper, judgement, put, put_derived, recommendation, report

from trigpoint.extractors.findings import Evidence, Report
from trigpoint.graph.check import Result, check
from trigpoint.graph.store import EmbeddedStore


def violations(results: list[Result]) -> list[Result]:
    return [result for result in results if result.severity == "Violation"]


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path, create=True)
    put_derived(store)
    return store


def rules(store: EmbeddedStore, found: Report, paper: Paper) -> set[str]:
    put(store, found, paper)
    return {result.rule for result in violations(check(store))}


@pytest.mark.slow
def test_invented_library_is_sound_and_its_contradiction_is_a_warning(
    library: EmbeddedStore,
) -> None:
    results = check(library)

    assert violations(results) == []
    assert "08-table-and-prose-disagree" in {result.rule for result in results}


@pytest.mark.slow
def test_sample_is_sound(sample_store: EmbeddedStore) -> None:
    assert violations(check(sample_store)) == []


@pytest.mark.slow
def test_quote_that_is_not_in_the_text_is_found(store: EmbeddedStore) -> None:
    paper = Paper()
    asked = recommendation(paper, "Publish the plan for every school.")
    false = replace(asked.evidence[0], quote="Publish no plan for any school.")
    found = report(paper, recommendations=(replace(asked, evidence=(false,)),))

    assert rules(store, found, paper) == {"14-quote-at-offsets"}


@pytest.mark.slow
def test_missing_text_is_found(store: EmbeddedStore) -> None:
    paper = Paper()
    put(store, report(paper), paper)
    for path in (store.folder / "texts").iterdir():
        path.unlink()

    (message, *_) = {result.message for result in violations(check(store))}

    assert "missing" in message


@pytest.mark.slow
def test_page_beyond_the_file_is_found(store: EmbeddedStore) -> None:
    paper = Paper()
    asked = recommendation(paper, "Publish the plan for every school.")
    beyond = replace(asked.evidence[0], page=3)
    found = report(paper, recommendations=(replace(asked, evidence=(beyond,)),))

    assert rules(store, found, paper) == {"15-page-beyond-the-file"}


@pytest.mark.slow
def test_item_judged_twice_is_found(store: EmbeddedStore) -> None:
    paper = Paper()
    rows = tuple(judgement(paper, "5.6", grade) for grade in ("good", "poor"))

    assert rules(store, report(paper, judgements=rows), paper) == {"05-graded-twice"}


@pytest.mark.slow
def test_dates_out_of_order_are_found(store: EmbeddedStore) -> None:
    paper = Paper()
    dated = report(paper, framework="ilacs", start="2019-05-13")
    end = replace(dated.facts[-1], field="end", value="2019-05-12")

    assert "20-dates-out-of-order" in rules(store, replace(dated, facts=(*dated.facts, end)), paper)


@pytest.mark.slow
def test_statement_without_evidence_is_found(store: EmbeddedStore) -> None:
    paper = Paper()
    nothing: tuple[Evidence, ...] = ()
    asked = replace(recommendation(paper, "Publish the plan for every school."), evidence=nothing)

    assert rules(store, report(paper, recommendations=(asked,)), paper) == {"1-evidence"}


def test_worst_results_come_first() -> None:
    one, other = Result("Violation", "z", "", ""), Result("Warning", "a", "", "")

    assert one.as_dict()["severity"] == "Violation"
    assert sorted([other, one])[0] == one
