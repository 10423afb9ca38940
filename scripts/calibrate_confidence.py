"""Measure how often each kind of statement is right, and keep it as its confidence.

    python scripts/calibrate_confidence.py [SHARED] [--write]

SHARED is the folder with `corpus/` and `gold/` (default: `../shared`); the labels of
`tests/gold/prose/merged` and `unseen` are used beside. Prints the table; with `--write` it replaces
`data/confidence.csv` and the table in `docs/accuracy.md`. A value is (right + 1) / (n + 2): few
labels make nobody sure. What one reader alone found counts neither way.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from rapidfuzz import fuzz

from trigpoint.extractors.documents import Document, read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import GradeStatement, Report
from trigpoint.extractors.language import read_prose
from trigpoint.extractors.language.partners import with_partners
from trigpoint.graph.confidence import ANY, LEVEL, band, kind_of_statement, table
from trigpoint.graph.evaluation import Score, evaluate
from trigpoint.graph.store import EmbeddedStore
from trigpoint.pipeline import build

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "accuracy.md"
TABLE: Final = ROOT / "data" / "confidence.csv"
START, END = "<!-- measured: confidence -->", "<!-- end: confidence -->"
FEWEST: Final = 5  # a band with fewer labels is counted with its kind alone

KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(("judgements", "judgement record", "outcome"), "judgement"),
    **dict.fromkeys(
        ("recommendations", "board recommendations", "areas for improvement"), "recommendation"
    ),
    **dict.fromkeys(("strengths", "weaknesses"), "finding"),
    **dict.fromkeys(
        ("authority", "start", "end", "published", "lead inspector", "dfe number", "publisher",
         "legal basis", "previous inspection", "statistical neighbours", "plan due"),
        "fact",
    ),
}  # fmt: skip
"""The kind of statement that a labelled field of the evaluation tells of."""

Key: TypeAlias = tuple[str, str]
Label: TypeAlias = dict[str, Any]
Outcome: TypeAlias = tuple[str, str, bool]
"""Kind, band, and whether one statement was right."""


def from_scores(scores: Iterable[Score]) -> Iterator[Outcome]:
    """Yield an outcome for every value found in a labelled field."""
    for score in scores:
        if kind := KINDS.get(score.field):
            family = f"/{score.family}" if kind == "recommendation" else ""
            for place in range(score.found):
                yield kind + family, ANY, place < score.soft


def readings(corpus: Path, files: Iterable[str]) -> Iterator[tuple[str, Document, list[Report]]]:
    """Yield each file with its document and all that is found in it, unsure as it may be."""
    for file in files:
        document = read_document(str(corpus / file))
        read = read_prose(document, extract(document))
        yield file, document, [with_partners(document, report) for report in read]


def from_prose(labels: Sequence[Label], reports: Sequence[Report]) -> Iterator[Outcome]:
    """Yield an outcome for every grade found in prose: sentence, grade and time are labelled."""
    left = [one for one in stated(reports) if one.stated_in == "prose"]
    for label in sorted(labels, key=lambda one: bool(one["borderline"])):
        hit = next((one for one in left if _agree(label, one)), None)
        if hit:
            left.remove(hit)
            if not label["borderline"]:
                yield kind_of_statement(hit), band(hit.confidence), True
    for one in left:
        yield kind_of_statement(one), band(one.confidence), False


def stated(reports: Iterable[Report]) -> list[GradeStatement]:
    """Return all statements of grades, with those of judgements."""
    reports = list(reports)
    judged = (one for report in reports for j in report.judgements for one in j.statements)
    return [*judged, *(one for report in reports for one in report.statements)]


def _agree(label: Label, one: GradeStatement) -> bool:
    overlap = one.evidence.start < label["end"] and label["start"] < one.evidence.end
    return overlap and (one.grade, one.time) == (label["grade"], label["time"])


def from_partners(labels: Sequence[Label], reports: Sequence[Report]) -> Iterator[Outcome]:
    """Yield an outcome for every body and role found: its name must be that of a labelled one.

    Who is responsible includes the authority, which is no partner: fields of their own score that.
    """
    found = (partner for report in reports for partner in report.partners)
    for one in (partner for partner in found if partner.role != "responsible"):
        kind = "partner" if one.proper else "role"
        names = (one.name, one.long_name or one.name)
        alike = [label for label in labels if any(_same(label["name"], name) for name in names)]
        if not alike or not all(label["borderline"] for label in alike):
            yield kind, band(one.confidence), bool(alike)


def _same(label: str, found: str) -> bool:
    return fuzz.token_set_ratio(label.lower(), found.lower()) >= 90


def from_progress(labels: Sequence[Label], reports: Sequence[Report]) -> Iterator[Outcome]:
    """Yield an outcome for every statement of progress: its sentence must be labelled."""
    for one in (moved for report in reports for moved in report.progress):
        words = _plain(one.evidence.quote)
        alike = [label for label in labels if words.startswith(_plain(label["sentence"]))]
        if not any(label.get("borderline") for label in alike):
            yield "progress", band(one.confidence), bool(alike)


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def outcomes(shared: Path) -> Iterator[Outcome]:
    """Yield what came of every labelled statement of every kind."""
    corpus = shared / "corpus"
    gold = sorted((shared / "gold").glob("*.json"))
    seeds = {row["file"]: row for path in gold for row in _records(path) if "progress" in row}
    own = ROOT / "tests" / "gold" / "prose"
    for path in sorted((*own.glob("merged/*.json"), *own.glob("unseen/*.json"))):
        record = json.loads(path.read_text(encoding="utf-8"))
        labels = [
            {**label, "start": sentence["start"], "end": sentence["end"]}
            for sentence in record["sentences"]
            for label in sentence.get("statements", ())
        ]
        for _, _, reports in readings(corpus, [record["file"]]):
            yield from from_prose(labels, reports)
            yield from from_partners(record["partners"], reports)
    for file, _, reports in readings(corpus, seeds):
        yield from from_progress(seeds[file]["progress"], reports)
    yield from from_scores(_scores(corpus, gold))


def _records(path: Path) -> list[Label]:
    records: list[Label] = json.loads(path.read_text(encoding="utf-8"))
    return records


def _scores(corpus: Path, gold: Sequence[Path]) -> list[Score]:
    files = {corpus / row["file"] for path in gold for row in _records(path)}
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(folder, create=True)
        build(sorted(file for file in files if file.exists()), store, jobs=2)
        return evaluate(store, gold)


def rows(found: Iterable[Outcome], level: float) -> list[dict[str, str]]:
    """Return the rows of the table: kinds, their bands with enough labels, and the level."""
    n: Counter[Key] = Counter()
    right: Counter[Key] = Counter()
    for kind, method, is_right in found:
        for key in {(kind, method), (kind, ANY), (kind.partition("/")[0], ANY)}:
            n[key] += 1
            right[key] += is_right
    kept = sorted(key for key in n if key[1] == ANY or n[key] >= FEWEST)
    return [
        {"kind": LEVEL, "band": ANY, "n": "", "right": "", "confidence": f"{level:g}"},
        *(
            {
                "kind": key[0],
                "band": key[1],
                "n": str(n[key]),
                "right": str(right[key]),
                "confidence": f"{(right[key] + 1) / (n[key] + 2):.3f}",
            }
            for key in kept
        ),
    ]


def as_markdown(table_rows: Sequence[dict[str, str]]) -> str:
    """Return the reliability table of the page; the level stands in its text."""
    lines = ["| kind | set by hand | labelled | right | confidence |", "|---|---|--:|--:|--:|"]
    lines += [f"| {' | '.join(row.values())} |" for row in table_rows if row["kind"] != LEVEL]
    return "\n".join(lines)


def as_csv(table_rows: Sequence[dict[str, str]]) -> str:
    """Return the rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table_rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table_rows)
    return out.getvalue()


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and write when told to."""
    given = [word for word in arguments if not word.startswith("--")]
    shared = Path(given[0]) if given else ROOT.parent / "shared"
    measured = rows(outcomes(shared), table().level)
    print(as_markdown(measured))
    if "--write" in arguments:
        TABLE.write_text(as_csv(measured), encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        head, _, rest = page.partition(START)
        tail = rest.partition(END)[2]
        shown = f"{head}{START}\n\n{as_markdown(measured)}\n\n{END}{tail}"
        PAGE.write_text(shown, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
