"""How the prose is read by rules alone, by spaCy without its parser, and with it: what each buys.

    python benchmarks/prose_variants.py [CORPUS]

CORPUS (default ../shared/corpus) holds the reports named in tests/gold/prose. Prints, for each
variant, recall and precision of headline statements of this and of the previous inspection, the
share whose function is right, and CPU-seconds. A statement is found where sentence, grade and time
agree; borderline labels count neither way. Then, over every eighth PDF of the corpus, the CPU time
of the language step (grades, progress, partners) against that of reading the files, in one run.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.errors import TrigpointError
from trigpoint.extractors.documents import Document, read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import GradeStatement, Report
from trigpoint.extractors.language import read_prose
from trigpoint.extractors.language.partners import with_partners
from trigpoint.extractors.language.pipeline import Reader, rule_reader, spacy_reader

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with its labels and what its family read."""

    document: Document
    reports: tuple[Report, ...]
    labels: tuple[dict[str, Any], ...]


def labelled(corpus: Path) -> Iterator[Labelled]:
    """Yield the labelled reports that are there."""
    for gold in sorted((ROOT / "tests" / "gold" / "prose").rglob("merged/*.json")):
        record = json.loads(gold.read_text(encoding="utf-8"))
        path = corpus / record["file"]
        if path.exists():
            document = read_document(str(path))
            labels = tuple(
                {**label, "start": sentence["start"], "end": sentence["end"]}
                for sentence in record["sentences"]
                for label in sentence.get("statements", ())
            )
            yield Labelled(document, extract(document), labels)


def stated(reports: Sequence[Report]) -> list[GradeStatement]:
    """Return all statements of a document, with those of its judgements."""
    judged = (one for report in reports for j in report.judgements for one in j.statements)
    return [*judged, *(one for report in reports for one in report.statements)]


def agree(label: dict[str, Any], one: GradeStatement) -> bool:
    """Tell whether a statement is the labelled one."""
    overlap = one.evidence.start < label["end"] and label["start"] < one.evidence.end
    return overlap and (one.grade, one.time) == (label["grade"], label["time"])


def score(one: Labelled, found: Sequence[GradeStatement]) -> Counter[str]:
    """Count hits, misses, false alarms and right functions of one report."""
    counts: Counter[str] = Counter()
    left = list(found)
    for label in sorted(one.labels, key=lambda label: bool(label["borderline"])):
        hit = next((s for s in left if agree(label, s)), None)
        if hit:
            left.remove(hit)
        if label["level"] == "headline" and not label["borderline"]:
            place = "hit" if hit else "miss"
            counts[f"{label['time']} {place}"] += 1
            if hit and hit.stated_in == "prose" and label["function"]:
                counts[
                    "function " + ("right" if label["function"] in hit.functions else "wrong")
                ] += 1
    for extra in left:
        if extra.level == "headline" and extra.stated_in == "prose":
            counts[f"{extra.time} false"] += 1
    return counts


def measured(reports: Sequence[Labelled], reader: Reader) -> tuple[Counter[str], float]:
    """Return the counts over all reports, and the CPU-seconds that the prose took."""
    counts: Counter[str] = Counter()
    began = time.process_time()
    read = [read_prose(one.document, one.reports, reader) for one in reports]
    taken = time.process_time() - began
    for one, result in zip(reports, read, strict=True):
        counts += score(one, stated(result))
    return counts, taken


def share(part: int, *rest: int) -> str:
    """Return a share with two decimals, a dash where there is nothing."""
    whole = part + sum(rest)
    return f"{part / whole:.2f}" if whole else "-"


def row(name: str, counts: Counter[str], seconds: float) -> str:
    """Return one row of the table."""
    cells = [name]
    for when in ("current", "previous"):
        hit = counts[f"{when} hit"]
        cells += [share(hit, counts[f"{when} miss"]), share(hit, counts[f"{when} false"])]
    cells += [share(counts["function right"], counts["function wrong"]), f"{seconds:.1f}"]
    return "| " + " | ".join(cells) + " |"


def costs(files: Sequence[Path]) -> tuple[int, float, float]:
    """Return how many files were read, and the CPU-seconds of reading and of the language step."""
    count, reading, language = 0, 0.0, 0.0
    for path in files:
        began = time.process_time()
        try:
            document = read_document(str(path))
        except TrigpointError:
            continue  # one file of the corpus is no PDF
        read = time.process_time()
        reports = extract(document)
        known = time.process_time()
        for report in read_prose(document, reports):
            with_partners(document, report)
        count += 1
        reading += read - began
        language += time.process_time() - known
    return count, reading, language


def main(arguments: Sequence[str]) -> int:
    """Measure and print."""
    corpus = Path(arguments[0]) if arguments else ROOT.parent / "shared" / "corpus"
    reports = list(labelled(corpus))
    if not reports:
        print(__doc__)
        return 2
    print(f"{len(reports)} reports")
    print("| variant | current R | P | previous R | P | function right | CPU-s |")
    print("|---|---|---|---|---|---|---|")
    unparsed, parsed = spacy_reader(parse=False), spacy_reader()
    variants = {"rules": rule_reader, "spaCy, parser off": unparsed, "spaCy, parser on": parsed}
    for name, reader in variants.items():
        if reader:
            print(row(name, *measured(reports, reader)))
    count, reading, language = costs(sorted(corpus.rglob("*.pdf"))[::8])
    print(f"{count} PDFs: reading {reading:.1f} CPU-s, language {language:.1f} CPU-s, "
          f"ratio {language / reading:.2f}")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
