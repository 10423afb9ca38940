"""What the language step knows, as tables beside it: cues, nouns, scales, headings, aliases."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Final

_ROOM: Final = "trigpoint.extractors.language"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table `name` (without ending) in their order."""
    text = (files(_ROOM) / f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


@cache
def words(table: str, column: str, role: str = "") -> frozenset[str]:
    """Return the values of a column, of the rows of one role where one is given."""
    return frozenset(row[column] for row in rows(table) if not role or row["role"] == role)


@cache
def cue(kind: str) -> re.Pattern[str]:
    """Return one pattern for all cues of a kind."""
    patterns = [row["pattern"] for row in rows("cues") if row["kind"] == kind]
    return re.compile("|".join(patterns), re.IGNORECASE)
