"""An axis of years: where a date lies, in percent of the width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_EDGE: Final = 4.0
"""Percent left free at both ends, for half a mark."""
_TICKS: Final = 8


def year_of(date: str) -> float:
    """Return an ISO date as a number of years; a vague one lies in the middle of its span.

    >>> year_of("2004"), year_of("2004-01-01")
    (2004.5, 2004.0)
    """
    year, *rest = (int(part) for part in date.split("T", maxsplit=1)[0].split("-"))
    if not rest:
        return year + 0.5
    days = (rest[1] - 1) / 31 if len(rest) > 1 else 0.5
    return year + (rest[0] - 1 + days) / 12


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from `first` to `last`."""

    first: int
    last: int

    @classmethod
    def over(cls, dates: Iterable[str]) -> Axis:
        """Return the axis that holds these dates, at least one."""
        years = [year_of(date) for date in dates]
        return cls(int(min(years)), int(max(years)) + 1)

    def x(self, date: str) -> float:
        """Return where a date lies, in percent of the width."""
        return self._at(year_of(date))

    @property
    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Years to name, with their places; as many as a phone has room for."""
        span = self.last - self.first
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if span / step <= _TICKS)
        start = -(-self.first // step) * step
        return tuple((year, self._at(year)) for year in range(start, self.last + 1, step))

    def _at(self, year: float) -> float:
        share = (year - self.first) / (self.last - self.first)
        return _EDGE + (100 - 2 * _EDGE) * share
