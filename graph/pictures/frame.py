"""The frame that all pictures share: title and key above, source and caveat below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.style import context
from matplotlib.textpath import text_to_path

from trigpoint.graph.pictures.drawing import Drawing
from trigpoint.graph.pictures.picture import Key, Picture
from trigpoint.graph.pictures.style import INK, SOFT, STYLE, ink_on

_MARGIN: Final = 0.25
_GAP: Final = 0.14
_NARROWEST: Final = 6.0
_POINTS: Final = 72
_LEADING: Final = 1.3
_NARROWING: Final = 0.95
_KEY_ROW: Final = 0.26
_TITLE: Final = FontProperties(family="sans-serif", size=12.5, weight="bold")
_KEY: Final = FontProperties(family="sans-serif", size=8)
_FOOT: Final = FontProperties(family="sans-serif", size=7)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a drawing."""

    title: str
    source: str
    caveat: str


def framed(picture: Picture, frame: Frame) -> Drawing:
    """Draw a picture with a frame around it; the frame makes room for all its words."""
    with context(STYLE, after_reset=True):
        figure = _figure(picture, frame)
        picture.draw(figure)
        figure.draw_without_rendering()
        _settle(figure)
    return Drawing(figure, frame.title, frame.caveat)


def _settle(figure: Figure) -> None:
    """Keep the axes where the layout put them, rounded: its last digits differ from run to run."""
    figure.set_layout_engine("none")
    for axes in figure.axes:
        left, bottom, width, height = axes.get_position(original=True).bounds
        place = (round(left, 4), round(bottom, 4), round(width, 4), round(height, 4))
        axes.set_position(place, which="original")


def _figure(picture: Picture, frame: Frame) -> Figure:
    inner, body = max(picture.size[0], _NARROWEST), picture.size[1]
    width = inner + 2 * _MARGIN
    title = _balanced(frame.title, inner, _TITLE)
    keys = [row for key in picture.keys for row in _key_rows(key, inner)]
    foot = [*_wrapped(f"Source: {frame.source}", inner, _FOOT)]
    foot += _wrapped(f"Caveat: {frame.caveat}", inner, _FOOT)
    above = _MARGIN + _high(title, _TITLE) + _GAP + _KEY_ROW * len(keys)
    below = _MARGIN + _high(foot, _FOOT) + _GAP
    figure = Figure(figsize=(width, above + body + below))
    _write(figure, title, _TITLE, top=_MARGIN, colour=INK)
    for number, row in enumerate(keys):
        top = above - _KEY_ROW * (len(keys) - number)
        _draw_key_row(figure, row, top)
    _write(figure, foot, _FOOT, top=above + body + _GAP, colour=SOFT)
    _set_aside(figure, above, body)
    return figure


def _set_aside(figure: Figure, above: float, body: float) -> None:
    """Keep the drawing inside its room; all in inches."""
    width, height = figure.get_size_inches()
    room = (_MARGIN / width, 1 - (above + body) / height, 1 - 2 * _MARGIN / width, body / height)
    figure.set_layout_engine("constrained", rect=room, w_pad=0, h_pad=0)


def _write(
    figure: Figure, lines: list[str], font: FontProperties, *, top: float, colour: str
) -> None:
    _, height = figure.get_size_inches()
    for number, line in enumerate(lines):
        y = height - top - _high(lines[:number], font)
        figure.text(
            _MARGIN,
            y,
            line,
            transform=figure.dpi_scale_trans,
            fontproperties=font,
            color=colour,
            verticalalignment="top",
        )


def _key_rows(key: Key, width: float) -> Iterator[list[tuple[float, Key]]]:
    """Yield rows of a key: each part, a label or one swatch, with its distance from the left."""
    row: list[tuple[float, Key]] = []
    x = 0.0
    parts = [Key(key.label, ())] * bool(key.label) + [Key("", (one,)) for one in key.swatches]
    for part in parts:
        wide = _part_width(part)
        if row and x + wide > width:
            yield row
            row, x = [], 0.0
        row.append((x, part))
        x += wide
    yield row


def _part_width(part: Key) -> float:
    if part.label:
        return _wide(part.label, _KEY) + 0.15
    [swatch] = part.swatches
    return _box_width(swatch.letters) + 0.06 + _wide(swatch.meaning, _KEY) + 0.18


def _box_width(letters: str) -> float:
    return max(0.24, _wide(letters, _KEY) + 0.1)


def _draw_key_row(figure: Figure, row: list[tuple[float, Key]], top: float) -> None:
    _, height = figure.get_size_inches()
    middle = height - top - 0.09
    for x, part in row:
        if part.label:
            _key_text(figure, _MARGIN + x, middle, part.label, SOFT)
        for swatch in part.swatches:
            box = _box_width(swatch.letters)
            figure.add_artist(
                Rectangle(
                    (_MARGIN + x, middle - 0.08),
                    box,
                    0.17,
                    facecolor=swatch.face,
                    hatch=swatch.hatch or None,
                    edgecolor=SOFT,
                    linewidth=0.6,
                    transform=figure.dpi_scale_trans,
                )
            )
            letters = figure.text(
                _MARGIN + x + box / 2,
                middle,
                swatch.letters,
                transform=figure.dpi_scale_trans,
                fontproperties=_KEY,
                color=ink_on(swatch.face),
            )
            letters.set(horizontalalignment="center", verticalalignment="center_baseline")
            _key_text(figure, _MARGIN + x + box + 0.06, middle, swatch.meaning, INK)


def _key_text(figure: Figure, x: float, y: float, words: str, colour: str) -> None:
    figure.text(
        x,
        y,
        words,
        transform=figure.dpi_scale_trans,
        fontproperties=_KEY,
        color=colour,
        verticalalignment="center_baseline",
    )


def _wrapped(text: str, width: float, font: FontProperties) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and _wide(longer, font) > width:
            yield line
            longer = word
        line = longer
    yield line


def _balanced(text: str, width: float, font: FontProperties) -> list[str]:
    """Return as few lines as the width allows, each about as long as the others."""
    lines = list(_wrapped(text, width, font))
    narrower = width
    while len(narrow := list(_wrapped(text, narrower, font))) == len(lines):
        lines, narrower = narrow, narrower * _NARROWING
    return lines


def _wide(text: str, font: FontProperties) -> float:
    """Return the width of a text in inches."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    return float(width) / _POINTS


def _high(lines: list[str], font: FontProperties) -> float:
    return len(lines) * font.get_size_in_points() * _LEADING / _POINTS
