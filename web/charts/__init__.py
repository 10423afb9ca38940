"""Charts as functions from small values to HTML and SVG: readable without colour or script.

Each takes frozen values and returns `markupsafe.Markup`. Shapes are SVG placed by attributes,
longer words are HTML, colours are classes: `static/charts.css` draws them for light, dark and
paper. A grade is always shown by its letters too. Pages put the same values in a table beside.
"""

from __future__ import annotations

from trigpoint.web.charts.bars import Bar, bars
from trigpoint.web.charts.distribution import Part, distribution
from trigpoint.web.charts.heat_table import Cell, Column, Row, heat_table
from trigpoint.web.charts.marks import Grade, legend
from trigpoint.web.charts.sparkline import Point, sparkline
from trigpoint.web.charts.tile_map import Tile, locator, tile_map
from trigpoint.web.charts.timeline import Break, Judged, Lane, timeline

__all__ = [
    "Bar",
    "Break",
    "Cell",
    "Column",
    "Grade",
    "Judged",
    "Lane",
    "Part",
    "Point",
    "Row",
    "Tile",
    "bars",
    "distribution",
    "heat_table",
    "legend",
    "locator",
    "sparkline",
    "tile_map",
    "timeline",
]
