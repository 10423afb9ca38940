"""How well a store agrees with hand-made labels: precision and recall, per family and field."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trigpoint.graph.evaluation.labels import read_labels
from trigpoint.graph.evaluation.measure import Score
from trigpoint.graph.evaluation.reports import ReportFields, read_report_fields
from trigpoint.graph.evaluation.scores import score
from trigpoint.graph.store.base import Store

__all__ = ["Score", "evaluate"]


def evaluate(store: Store, gold: Iterable[Path]) -> list[Score]:
    """Score a store against label files; a labelled report that is not stored misses everything.

    Raises ReferenceDataError for a file that holds no labels we know.
    """
    reports = read_report_fields(store)
    pairs = []
    for path in gold:
        for labelled in read_labels(path):
            found = reports.get(labelled.sha256) or _by_name(reports, labelled.file)
            pairs.append((labelled, found))
    return score(pairs)


def _by_name(reports: dict[str, ReportFields], file: str) -> ReportFields | None:
    found = [report for report in reports.values() if Path(report.file).name == Path(file).name]
    return found[0] if len(found) == 1 else None
