"""Two files, one report: a PDF beside its text. The better copy is kept, whichever came first."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from trigpoint.graph.store.embedded import EmbeddedStore
from trigpoint.reading import FileResult
from trigpoint.receipts import Receipt

_BEST_FIRST: Final = (".pdf", ".docx", ".html", ".htm", ".md", ".txt")
_SHARED: Final = 0.5  # of the runs of five words of the shorter text


def outranks(path: str, other: str) -> bool:
    """Say whether a file is the better copy: by format, then by path."""
    return _rank(path) < _rank(other)


def _rank(path: str) -> tuple[int, str]:
    suffix = Path(path).suffix.lower()
    return (_BEST_FIRST.index(suffix) if suffix in _BEST_FIRST else len(_BEST_FIRST), path)


def is_copy(store: EmbeddedStore, receipt: Receipt, result: FileResult) -> bool:
    """Say whether a file holds the same report as one that was stored before."""
    other = store.read_text(receipt.text_sha256)
    return other is not None and _shared(other, result.text) >= _SHARED


def _shared(one: str, other: str) -> float:
    runs, others = _runs(one), _runs(other)
    return len(runs & others) / max(min(len(runs), len(others)), 1)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[i : i + 5]) for i in range(max(len(words) - 4, 1))}
