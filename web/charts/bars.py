"""Horizontal bars: a label, a bar, a number with what it is a part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw


@dataclass(frozen=True, slots=True)
class Bar:
    """A count, `of` how many; 0 where it is a part of nothing. `href` leads to the list behind."""

    label: str
    count: int
    of: int = 0
    href: str = ""

    @property
    def size(self) -> float:
        """What the length of the bar stands for: the share if there is one, else the count."""
        return self.count / self.of if self.of else float(self.count)

    @property
    def value(self) -> str:
        """The number in words, with its denominator and share.

        >>> Bar("Waiting times", 37, 108).value
        '37 of 108 (34%)'
        """
        if not self.of:
            return f"{self.count:,}"
        return f"{self.count:,} of {self.of:,} ({self.size:.0%})"


def bars(rows: Sequence[Bar], *, title: str) -> Markup:
    """Return a list of bars; the longest bar is the largest share, or count, of these rows."""
    most = max((row.size for row in rows), default=0) or 1
    return draw("bars", title=title, rows=[(row, 100 * row.size / most) for row in rows])
