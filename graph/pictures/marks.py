"""What several pictures draw with: a canvas in inches, cells, letters, links."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from trigpoint.graph.pictures.picture import Size
from trigpoint.graph.pictures.style import PAPER, ink_on


def canvas(figure: Figure, size: Size) -> Axes:
    """Return bare axes that count inches from the top left corner."""
    axes = figure.add_subplot()
    axes.set(xlim=(0, size[0]), ylim=(size[1], 0), aspect="equal", anchor="NW")
    axes.set_axis_off()
    return axes


def cell(axes: Axes, corner: tuple[float, float], size: Size, *, face: str, letters: str) -> None:
    """Draw a filled box with letters in its middle; `corner` is the top left one."""
    axes.add_patch(Rectangle(corner, *size, facecolor=face, edgecolor=PAPER, linewidth=1))
    middle = (corner[0] + size[0] / 2, corner[1] + size[1] / 2)
    write(axes, middle, letters, color=ink_on(face), ha="center")


def write(axes: Axes, place: tuple[float, float], words: str, **look: Any) -> None:
    """Write words, their middle at the height of `place`; `look` is as matplotlib names it."""
    axes.text(*place, words, **{"va": "center_baseline", "size": 8, **look})


def link(axes: Axes, start: tuple[float, float], end: tuple[float, float], **look: Any) -> None:
    """Draw a line that leaves and arrives level, as a river does."""
    middle = (start[0] + end[0]) / 2
    path = Path(
        [start, (middle, start[1]), (middle, end[1]), end],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    axes.add_patch(PathPatch(path, facecolor="none", **look))
