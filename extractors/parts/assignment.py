"""Which of two neighbouring rows a loose grade belongs to, where that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def certain(gaps: Sequence[Sequence[T]], free: Sequence[bool]) -> dict[int, T]:
    """Assign what stands in the gaps between rows to the rows beside them.

    `gaps[i]` stands before row `i`, the last after the last row; `free[i]` says that row `i` still
    lacks a value. Every value belongs to the row before or after it, none to two, order kept. Only
    what is so in every such assignment is returned, by row.
    """
    taken: dict[int, T] = {}
    doubtful: set[int] = set()
    loose: dict[int, T] = {}
    for place, values in enumerate(gaps):
        beside = [row for row in (place - 1, place) if 0 <= row < len(free) and free[row]]
        if len(values) == 1:
            loose[place] = values[0]
        elif len(values) == len(beside):
            taken.update(zip(beside, values, strict=True))
        elif values:
            doubtful.update(beside)
    _settle(loose, free, taken, doubtful)
    return {row: value for row, value in taken.items() if row not in doubtful}


def _settle(
    loose: dict[int, T], free: Sequence[bool], taken: dict[int, T], doubtful: set[int]
) -> None:
    settled = True
    while settled:
        settled = False
        for place, value in list(loose.items()):
            rows = [
                row
                for row in (place - 1, place)
                if 0 <= row < len(free) and free[row] and row not in taken
            ]
            if len(rows) == 1 and rows[0] not in doubtful:
                taken[rows[0]] = value
            if len(rows) < 2:
                del loose[place]
                settled = True
