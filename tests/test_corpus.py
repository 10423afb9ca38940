"""The real reports: nothing crashes, nothing is invented, and no figure falls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.graph.export.test_views_written import assert_reads_back

from trigpoint.graph.check import check
from trigpoint.graph.evaluation import evaluate
from trigpoint.graph.export import NETWORK_FORMATS
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import read_rows
from trigpoint.pipeline import Built, build
from trigpoint.queries import views

pytestmark = [pytest.mark.corpus, pytest.mark.slow, pytest.mark.xdist_group("corpus")]

BASELINE = Path(__file__).parent / "gold" / "baseline.json"
HALF_A_POINT = 0.005


@pytest.fixture(scope="module")
def store(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    return EmbeddedStore(tmp_path_factory.mktemp("corpus"), create=True)


@pytest.fixture(scope="module")
def built(corpus: Path, store: EmbeddedStore) -> Built:
    return build([corpus / "corpus"], store, jobs=2)


def test_every_file_is_read_or_has_a_cause_and_a_remedy(built: Built) -> None:
    assert all(receipt.cause and receipt.remedy for receipt in built.failed)
    assert len(built.failed) <= 1


def test_every_review_has_a_family_an_authority_and_a_date(
    built: Built, store: EmbeddedStore
) -> None:
    rows = read_rows(store, "reports")[1]
    assert len(rows) >= len(built.receipts) - len(built.failed)
    incomplete = [row["source_file"] for row in rows
                  if row["kind"] == "inspection"
                  and not (row["authority_id"] and (row["start"] or row["published"]))]  # fmt: skip
    assert incomplete == []


def test_store_is_sound_and_every_quote_is_at_its_offsets(
    built: Built, store: EmbeddedStore
) -> None:
    assert [result for result in check(store) if result.severity == "Violation"] == []


def test_no_figure_drops_by_more_than_half_a_point(
    built: Built, store: EmbeddedStore, corpus: Path
) -> None:
    floor: dict[str, list[float]] = json.loads(BASELINE.read_text("utf-8"))
    scores = {
        f"{s.family} | {s.field}": (s.precision, s.recall)
        for s in evaluate(store, sorted((corpus / "gold").glob("*.json")))
    }
    dropped = {
        name: (old, scores.get(name))
        for name, old in floor.items()
        if name not in scores
        or any(new < was - HALF_A_POINT for new, was in zip(scores[name], old, strict=True))
    }
    assert dropped == {}


@pytest.mark.parametrize("form", NETWORK_FORMATS)
@pytest.mark.filterwarnings("ignore:.* deprecated:DeprecationWarning:pydot")
def test_every_view_reads_back_in_every_network_format(
    built: Built, store: EmbeddedStore, form: str, tmp_path: Path
) -> None:
    authorities = [row["authority_id"] for row in read_rows(store, "reports")[1]]
    most = max(sorted(set(authorities)), key=authorities.count)

    for name in views():
        assert_reads_back(store, name, form, tmp_path / name, authority=most)
