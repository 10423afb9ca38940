"""A line the size of a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw, number

_WIDTH: Final = 96.0
_HEIGHT: Final = 22.0
_EDGE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Point:
    """A value by its label; None where there is none: the line breaks."""

    label: str
    value: float | None


def sparkline(points: Sequence[Point], *, title: str) -> Markup:
    """Return a line from zero upwards over evenly spaced points, with its values in words."""
    known = [point for point in points if point.value is not None]
    said = ", ".join(f"{point.label}: {point.value:g}" for point in known) or "no values"
    runs = tuple(_runs(points))
    return draw(
        "sparkline",
        title=title,
        about=said,
        width=_WIDTH,
        height=_HEIGHT,
        edge=_EDGE,
        lines=[" ".join(f"{number(x)},{number(y)}" for x, y in run) for run in runs],
        dots=[run[0] for run in runs if len(run) == 1],
        last=runs[-1][-1] if runs else None,
    )


def _runs(points: Sequence[Point]) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each unbroken line."""
    most = max((point.value for point in points if point.value is not None), default=0) or 1
    step = (_WIDTH - 2 * _EDGE) / max(len(points) - 1, 1)
    run: list[tuple[float, float]] = []
    for place, point in enumerate(points):
        if point.value is not None:
            up = (_HEIGHT - 2 * _EDGE) * point.value / most
            run.append((_EDGE + place * step, _HEIGHT - _EDGE - up))
        elif run:
            yield run
            run = []
    if run:
        yield run
