"""Two periods side by side: the share of their reports that ask for something on a theme."""

from __future__ import annotations

from trigpoint.graph.pictures.plots.compare_authorities import SideBySide

PICTURE = SideBySide
