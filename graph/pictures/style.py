"""The look of all pictures: one font, ink on paper, one hue from light to dark.

Lightness falls evenly from the best place to the worst, so a copy in grey says the same.
"""

from __future__ import annotations

from typing import Any, Final

INK: Final = "#1b1f23"
SOFT: Final = "#6a737b"
RULE: Final = "#d5dadd"
PAPER: Final = "#ffffff"
ACCENT: Final = "#2f6f7e"

_LIGHT: Final = (0xE9, 0xF2, 0xF3)
_DARK: Final = (0x12, 0x3B, 0x47)

STYLE: Final[dict[str, Any]] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana"],  # the first comes with matplotlib
    "font.size": 8,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": SOFT,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "xtick.color": SOFT,
    "ytick.color": SOFT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "hatch.linewidth": 0.6,
    "hatch.color": INK,
    "figure.facecolor": PAPER,
    "text.parse_math": False,  # reports print money
    "svg.hashsalt": "trigpoint",  # the same picture is the same file
    "svg.fonttype": "none",  # text stays text: found by a search, read by a screen reader
}


def shade(share: float) -> str:
    """Return the colour at a share of the way from light, 0, to dark, 1."""
    mixed = (round(a + (b - a) * share) for a, b in zip(_LIGHT, _DARK, strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def ink_on(face: str) -> str:
    """Return the colour of letters that can be read on a face, dark or white.

    >>> ink_on("#ffffff") == INK, ink_on("#123b47") == PAPER
    (True, True)
    """
    red, green, blue = (int(face[place : place + 2], 16) for place in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else PAPER
