"""Sets a source as a PDF with the look of its family; the same source gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from trigpoint.data.sample.press.markup import Block, Row, Source

MARGIN: Final = 22 * mm
PADDING: Final = 6  # points that the frame keeps free inside the margin
LEFT: Final = MARGIN + PADDING
WIDTH: Final = A4[0] - 2 * LEFT
SHORT: Final = 7  # rows: a table of grades below this stays on one page
_BOLD: Final = re.compile(r"\*\*(.+?)\*\*(?!\*)")
_ITALIC: Final = re.compile(r"\*(.+?)\*")
_GAPS: Final = {"table": 1, "line": 1, "bullet": 0.3, "sub-bullet": 0.3}  # after the last, in sizes
_BULLETS: Final = {
    "square": ("ZapfDingbats", "■"),
    "dot": ("Symbol", "•"),
    "box": ("ZapfDingbats", "❑"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a family looks: typeface, sizes in points, bullet, and where page numbers stand."""

    roman: str
    bold: str
    italic: str
    size: float
    headings: tuple[float, float, float, float]
    bullet: str = "square"
    centred: bool = False
    rule: bool = True
    footer_from: int = 1

    def style(self, size: float | None = None, **changes: object) -> ParagraphStyle:
        """Return the style of running text, in another size in points or otherwise changed."""
        size = size or self.size
        settings: dict[str, object] = {
            "fontName": self.roman,
            "fontSize": size,
            "leading": size * 1.25,
            "spaceAfter": size * 0.6,
        }
        return ParagraphStyle("text", **(settings | changes))


_SANS: Final = partial(Look, "Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
_SERIF: Final = partial(Look, "Times-Roman", "Times-Bold", "Times-Italic")
LOOKS: Final[dict[str, Look]] = {
    "lea-2000": _SERIF(12, (18, 14, 12, 12), bullet="dot", centred=True, rule=False),
    "lea-2003": _SERIF(11.5, (18, 14, 12, 11.5), bullet="box", centred=True, rule=False),
    "lea-2004": _SANS(10.5, (20, 14, 12, 11), bullet="dot", centred=True, rule=False),
    "letter": _SANS(11, (16, 14, 12, 12), rule=False),
    "council": _SANS(10.5, (14, 12, 10.5, 10.5), bullet="dot", centred=True, rule=False),
    "sif": _SANS(12, (20, 14, 12.5, 12), bullet="dot"),
    "ilacs": _SANS(12, (22, 14, 12, 12), footer_from=2),
    "area-send": _SANS(12, (20, 18, 13, 12), footer_from=2),
}


def write_pdf(source: Source, path: Path) -> None:
    """Set a source and write it, uncompressed, so that no library's version changes the bytes."""
    look = LOOKS[source.settings["look"]]
    document = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=24 * mm,
        bottomMargin=26 * mm,
        title=source.settings["title"],
        author="Trigpoint samples",
        invariant=1,
        pageCompression=0,
    )
    furniture = partial(_draw_furniture, source.settings, look)
    document.build(_story(source, look), onFirstPage=furniture, onLaterPages=furniture)


def _story(source: Source, look: Look) -> list[Flowable]:
    blocks = [block for block in source.blocks if block.kind != "mark"]
    story: list[Flowable] = []
    for block, following in pairwise([*blocks, Block("break")]):
        story.extend(_SETTERS[block.kind](block, look))
        ends = block.kind == "table" or block.kind != following.kind
        if ends and block.kind in _GAPS:
            story.append(Spacer(0, look.size * _GAPS[block.kind]))
    return story


def _draw_furniture(settings: dict[str, str], look: Look, canvas: Canvas, _: object) -> None:
    """Draw the running head, the footer's lines and the page number."""
    canvas.setFont(look.roman, 8)
    canvas.drawString(LEFT, A4[1] - 14 * mm, settings.get("header", ""))
    if (page := canvas.getPageNumber()) < look.footer_from:
        return
    if look.rule:
        canvas.line(LEFT, 20 * mm, LEFT + WIDTH, 20 * mm)
    canvas.setFont(look.bold, 7.5)
    for place, words in enumerate(settings.get("footer", "").split("|")):
        canvas.drawString(LEFT, 16 * mm - place * 9, words.strip())
    number = settings.get("page-number", "{}").format(page)
    canvas.setFont(look.roman, 9 if look.centred else 13)
    if look.centred:
        canvas.drawCentredString(A4[0] / 2, 12 * mm, number)
    else:
        canvas.drawRightString(LEFT + WIDTH, 14 * mm, number)


def _inline(text: str) -> str:
    return _ITALIC.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(text)))


def _heading(block: Block, look: Look) -> list[Flowable]:
    """Set a heading: a title light and large, a section bold, the lowest level slanted."""
    font = {1: look.roman, 4: look.italic}.get(block.level, look.bold)
    style = look.style(
        look.headings[block.level - 1],
        fontName=font,
        spaceBefore=look.size * (0.4 if block.level == 1 else 1),
        keepWithNext=1,
    )
    return [Paragraph(_inline(block.text), style)]


def _paragraph(block: Block, look: Look) -> list[Flowable]:
    return [Paragraph(_inline(block.text), look.style())]


def _bullet(block: Block, look: Look, indent: float = 0) -> list[Flowable]:
    font, glyph = _BULLETS[look.bullet]
    style = look.style(
        leftIndent=indent + 18,
        bulletIndent=indent,
        spaceAfter=look.size * 0.35,
        bulletFontName=font,
        bulletFontSize=look.size * (1 if look.bullet == "dot" else 0.7),
    )
    return [Paragraph(_inline(block.text), style, bulletText=glyph)]


def _numbered(block: Block, look: Look) -> list[Flowable]:
    style = look.style(leftIndent=26, bulletFontName=look.roman, bulletFontSize=look.size)
    return [Paragraph(_inline(block.text), style, bulletText=f"{block.number}.")]


def _line(block: Block, look: Look) -> list[Flowable]:
    return [Paragraph(_inline(block.text), look.style(spaceAfter=0))]


def _small(block: Block, look: Look) -> list[Flowable]:
    return [Paragraph(_inline(block.text), look.style(8, spaceBefore=10))]


def _box(block: Block, look: Look) -> list[Flowable]:
    inside = [Paragraph(_inline(line), look.style()) for line in block.text.split("//")]
    box = Table([[inside]], colWidths=[WIDTH], style=[("BOX", (0, 0), (-1, -1), 0.7, colors.black)])
    return [Spacer(0, 4), KeepTogether(box), Spacer(0, 8)]


def _table(block: Block, look: Look) -> list[Flowable]:
    shares = block.widths or (1.0,) * len(block.rows[0].cells)
    widths = [WIDTH * share / sum(shares) for share in shares]
    cells = [_row(row, look, len(widths)) for row in block.rows]
    heads = sum(row.kind == "head" for row in block.rows)
    graded = _is_graded(block.rows)
    table = Table(cells, colWidths=widths, repeatRows=heads, splitInRow=int(not graded))
    table.setStyle(_table_style(block.rows, "MIDDLE" if graded else "TOP"))
    return [Spacer(0, 4), KeepTogether(table) if graded and len(block.rows) < SHORT else table]


def _row(row: Row, look: Look, columns: int) -> list[list[Flowable]]:
    font = look.roman if row.kind == "body" else look.bold
    style = look.style(look.size - 1.5, fontName=font, spaceAfter=1)
    cells = [_cell(cell, style) for cell in row.cells]
    return cells + [[] for _ in range(columns - len(cells))]


def _cell(cell: str, style: ParagraphStyle) -> list[Flowable]:
    hanging = style.clone("hanging", leftIndent=9, bulletFontName="Symbol")
    return [
        Paragraph(_inline(line.removeprefix("- ")), hanging, bulletText="•")
        if line.startswith("- ")
        else Paragraph(_inline(line), style)
        for line in (part.strip() for part in cell.split("//"))
    ]


def _table_style(rows: tuple[Row, ...], alignment: str) -> list[tuple[Any, ...]]:
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.7, colors.black),
        ("VALIGN", (0, 0), (-1, -1), alignment),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
    ]
    spans = [at for at, row in enumerate(rows) if row.kind == "section"]
    return style + [("SPAN", (0, at), (-1, at)) for at in spans if len(rows[at].cells) == 1]


def _is_graded(rows: tuple[Row, ...]) -> bool:
    """Tell a table of grades, whose cells stand in the middle, from one of texts."""
    return all(len(row.cells[-1]) < 40 for row in rows if row.kind == "body")


_SETTERS: Final[dict[str, Callable[[Block, Look], list[Flowable]]]] = {
    "heading": _heading,
    "paragraph": _paragraph,
    "bullet": _bullet,
    "sub-bullet": partial(_bullet, indent=18),
    "numbered": _numbered,
    "line": _line,
    "small": _small,
    "box": _box,
    "table": _table,
    "break": lambda *_: [PageBreak()],
}
