"""Pictures of a store: each says in its title what its data show, and below what to beware of.

A picture is one query, `queries/pictures/NAME.rq`, and one module of `plots`, whose `PICTURE` turns
the rows into a drawing. Needs matplotlib: `pip install trigpoint[plots]`.
"""

from __future__ import annotations

from trigpoint.graph.pictures.drawing import Drawing
from trigpoint.graph.pictures.gallery import draw, pictures

__all__ = ["Drawing", "draw", "pictures"]
