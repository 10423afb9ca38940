"""How the running text of a document is set: its type size, and how far its lines run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.extractors.documents import Line
from trigpoint.extractors.parts.cells import cells

_RUNNING: Final = 60  # letters; shorter lines may be headings, cells, addresses
_SHORT: Final = 0.85


@dataclass(frozen=True, slots=True)
class Setting:
    """Type size and right edge of the running text in points, absent in formats without them."""

    size: float | None = None
    right: float | None = None

    def is_larger(self, line: Line) -> bool:
        """Whether a line is set larger than the running text."""
        return bool(line.size and self.size and line.size > self.size * 1.03)

    def ends_short(self, line: Line) -> bool:
        """Whether a line ends well before the right edge, as the last of a paragraph does."""
        return bool(line.box and self.right and line.box.right < self.right * _SHORT)


def setting(lines: Sequence[Line]) -> Setting:
    """Measure the running text."""
    running = [line for line in lines if len(line.text) > _RUNNING and len(cells(line)) == 1]
    sizes: Counter[float] = Counter()
    for line in running:
        if line.size is not None:
            sizes[round(line.size, 1)] += len(line.text)
    edges = sorted(line.box.right for line in running if line.box)
    return Setting(
        size=sizes.most_common(1)[0][0] if sizes else None,
        right=edges[len(edges) * 9 // 10] if edges else None,
    )
