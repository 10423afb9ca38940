"""Tables of facts, kept as files: authorities, and the invented reports of the sample."""

from __future__ import annotations

import csv
from importlib.resources import files


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of `data/NAME.csv`, one dict a row; an empty cell is an empty string."""
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
