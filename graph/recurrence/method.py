"""The one method of a release: how likeness is taken, and what likeness is enough.

The thresholds were chosen on one half of the labelled pairs and measured on the other: see
`docs/recurrence.md`. Scores of another representation need thresholds of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from trigpoint.graph.recurrence.neighbours import Search
from trigpoint.graph.recurrence.representations import Blended, Representation

Level: TypeAlias = Literal["near-verbatim", "same-ask"]
"""How alike: nearly the same words, or the same thing asked for. Less is the business of themes."""


@dataclass(frozen=True, slots=True)
class Method:
    """A representation with its thresholds, 0 to 1, and how finely likes are grouped.

    `resolution` is that of the Louvain method: the higher, the smaller the groups.
    """

    representation: Representation = field(default_factory=Blended)
    same_ask: float = 0.47
    near_verbatim: float = 0.9
    resolution: float = 1.0
    search: Search = field(default_factory=Search)

    @property
    def name(self) -> str:
        """The name under which links and clusters say how they were made."""
        return f"{self.representation.name}-louvain"

    def level(self, likeness: float) -> Level:
        """Return the level of a likeness that is enough for a link."""
        return "near-verbatim" if likeness >= self.near_verbatim else "same-ask"


DEFAULT: Final = Method()
"""Needs no model and no download."""
