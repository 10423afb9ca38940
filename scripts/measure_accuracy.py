"""Build the corpus, score it against the labels, and keep the figures.

    python scripts/measure_accuracy.py [SHARED] [--write]

SHARED is the folder with `corpus/` and `gold/` (default: `../shared`). Prints the table; with
`--write` it replaces the table in `docs/accuracy.md` and the floor in `tests/gold/baseline.json`,
below which a test fails.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from trigpoint.graph.evaluation import Score, evaluate
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import read_rows
from trigpoint.pipeline import build

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
BASELINE = ROOT / "tests" / "gold" / "baseline.json"
START, END = "<!-- measured: {} -->", "<!-- end: {} -->"


def scored(scores: Iterable[Score]) -> list[Score]:
    """Return the scores that say something: a label, or something found."""
    return [score for score in scores if score.expected or score.found]


def score_table(scores: Iterable[Score]) -> str:
    """Return the scores as a Markdown table."""
    lines = [
        "| family | field | labelled | found | right, strictly | precision | recall | F1 |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    for s in scored(scores):
        shares = " | ".join(f"{value:.3f}" for value in (s.precision, s.recall, s.f1))
        lines.append(
            f"| {s.family} | {s.field} | {s.expected} | {s.found} | {s.strict} | {shares} |"
        )
    return "\n".join(lines)


def coverage_table(store: EmbeddedStore) -> str:
    """Return, for each family, how many reviews have which expected field, or a reason."""
    reviews = read_rows(store, "reports")[1]
    judged = {row["report_id"] for row in read_rows(store, "judgements")[1] if row["grade"]}
    asked = {row["report_id"] for row in read_rows(store, "recommendations")[1]}
    reasons = {(row["report_id"], row["field"]) for row in read_rows(store, "gaps")[1]}
    lines = [
        "| framework | reviews | authority | dates | lead inspector | judgements | asks "
        "| gaps with a reason |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for framework in sorted({row["framework"] for row in reviews}):
        rows = [row for row in reviews if row["framework"] == framework]
        ids = {row["report_id"] for row in rows}
        counts = (
            len(rows),
            sum(bool(row["authority"]) for row in rows),
            sum(bool(row["start"] or row["published"]) for row in rows),
            sum(bool(row["lead_inspector"]) for row in rows),
            len(ids & judged),
            len(ids & asked),
            sum(report in ids for report, _ in reasons),
        )
        lines.append(f"| {framework or '(none)'} | " + " | ".join(map(str, counts)) + " |")
    return "\n".join(lines)


def replaced(page: str, name: str, table: str) -> str:
    """Return the page with the table between the marks of that name replaced."""
    head, start, rest = page.partition(START.format(name))
    _, end, tail = rest.partition(END.format(name))
    return f"{head}{start}\n\n{table}\n\n{end}{tail}"


def baseline(scores: Iterable[Score]) -> dict[str, list[float]]:
    """Return precision and recall by family and field, as the regression test reads them."""
    return {
        f"{s.family} | {s.field}": [round(s.precision, 4), round(s.recall, 4)]
        for s in scored(scores)
    }


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write when told to."""
    given = [word for word in arguments if not word.startswith("--")]
    shared = Path(given[0]) if given else ROOT.parent / "shared"
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(folder, create=True)
        build([shared / "corpus"], store, jobs=2)
        scores = evaluate(store, sorted((shared / "gold").glob("*.json")))
        accuracy, coverage = score_table(scores), coverage_table(store)
    print(accuracy, coverage, sep="\n\n")
    if "--write" in arguments:
        page = PAGE.read_text(encoding="utf-8")
        page = replaced(replaced(page, "accuracy", accuracy), "coverage", coverage)
        PAGE.write_text(page, encoding="utf-8")
        BASELINE.write_text(json.dumps(baseline(scores), indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
