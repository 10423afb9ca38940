"""Make the samples' PDFs, texts and right answers from their sources: `python -m` this module."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Final

from trigpoint.data.sample.press.expected import expected
from trigpoint.data.sample.press.markup import parse
from trigpoint.data.sample.press.pdf import write_pdf
from trigpoint.data.sample.press.text import as_text

SAMPLE: Final = Path(__file__).resolve().parent


def make(out: Path) -> None:
    """Write `NAME.pdf` and `text/NAME.txt` for every source, and `expected.json`, below `out`."""
    (out / "text").mkdir(parents=True, exist_ok=True)
    answers = {}
    for path in sorted((SAMPLE / "sources").glob("*.report")):
        source = parse(path.read_text(encoding="utf-8"))
        write_pdf(source, out / f"{path.stem}.pdf")
        (out / "text" / f"{path.stem}.txt").write_text(
            as_text(source), encoding="utf-8", newline="\n"
        )
        answers[path.stem] = expected(source)
    written = json.dumps(answers, ensure_ascii=False, indent=1) + "\n"
    (out / "expected.json").write_text(written, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if sys.argv[1:] else SAMPLE)
