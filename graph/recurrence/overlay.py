"""What readers said of links: a small table in the store folder that every build respects.

`overlay/links.csv` has the columns `a,b,verdict,by,note`: two IRIs of recommendations in either
order, and `confirmed` or `rejected`. Who said it and why stay in the table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trigpoint.errors import ReferenceDataError

NAME: Final = Path("overlay", "links.csv")
_COLUMNS: Final = ["a", "b", "verdict", "by", "note"]
_VERDICTS: Final = ("confirmed", "rejected")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Pairs of IRIs, each sorted, that readers confirmed or rejected."""

    confirmed: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[tuple[str, str]] = frozenset()


def read_verdicts(store_folder: Path) -> Verdicts:
    """Return what the store's table says, nothing where there is none.

    Raises ReferenceDataError for wrong columns, an unknown verdict, or a pair that is both.
    """
    path = store_folder / NAME
    if not path.exists():
        return Verdicts()
    said: dict[str, set[tuple[str, str]]] = {verdict: set() for verdict in _VERDICTS}
    for row, verdict in _rows(path):
        said[verdict].add((min(row["a"], row["b"]), max(row["a"], row["b"])))
    if both := said["confirmed"] & said["rejected"]:
        raise ReferenceDataError(f"{min(both)} is confirmed and rejected", subject=str(path))
    return Verdicts(frozenset(said["confirmed"]), frozenset(said["rejected"]))


def _rows(path: Path) -> Iterator[tuple[dict[str, str], str]]:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        if table.fieldnames != _COLUMNS:
            raise ReferenceDataError(f"its columns must be {','.join(_COLUMNS)}", subject=str(path))
        for row in table:
            verdict = (row["verdict"] or "").strip()
            if verdict not in _VERDICTS:
                problem = f"line {table.line_num}: the verdict must be confirmed or rejected"
                raise ReferenceDataError(problem, subject=str(path))
            yield row, verdict
