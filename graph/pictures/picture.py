"""What every picture can do: take its rows, say what they show, and draw them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeAlias

from matplotlib.figure import Figure

Row: TypeAlias = dict[str, str]
"""A row of an answer; an absent value is an empty string."""

Size: TypeAlias = tuple[float, float]
"""Width and height in inches."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of a key: a small box with a face, a hatch and letters, and what it means."""

    meaning: str
    face: str
    letters: str = ""
    hatch: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """What the marks of a picture mean, in the order in which to read them."""

    label: str
    swatches: tuple[Swatch, ...]


class Picture(Protocol):
    """Rows made into a drawing. The frame adds the title, the key, the source and the caveat."""

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        """Take the rows, at least one; raises NothingToShow where they do not make a picture."""
        ...

    @property
    def finding(self) -> str:
        """What the data show, in one sentence: the title."""
        ...

    @property
    def keys(self) -> tuple[Key, ...]:
        """The keys, none where the marks speak for themselves."""
        ...

    @property
    def size(self) -> Size:
        """Room that the drawing needs."""
        ...

    def draw(self, figure: Figure) -> None:
        """Draw on axes of the figure; the frame has set aside its own room."""
        ...
