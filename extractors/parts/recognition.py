"""How surely a document is of a kind: weighed marks of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from trigpoint.extractors.documents import Document


class Mark(NamedTuple):
    """Words that speak for a kind of report (or against it: a weight below zero)."""

    pattern: re.Pattern[str]
    weight: float
    within: int | None = None


def mark(pattern: str, weight: float, *, within: int | None = None) -> Mark:
    """Make a mark, sought in any case in the first `within` characters, or everywhere."""
    return Mark(re.compile(pattern, re.IGNORECASE | re.DOTALL), weight, within)


def likeness(document: Document, marks: Iterable[Mark]) -> float:
    """Return the sum of the weights of the marks that are there, kept between 0 and 1."""
    present = (
        weight for pattern, weight, within in marks if pattern.search(document.text[:within])
    )
    return min(1.0, max(0.0, sum(present)))
