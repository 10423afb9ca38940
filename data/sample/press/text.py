"""Gives a source as plain text, as a converter of PDFs would: bare, or with remains of markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Final

from trigpoint.data.sample.press.markup import Block, Row, Source, unmarked

_TIGHT: Final = frozenset({"bullet", "sub-bullet", "line"})
_BREAKS: Final = {"bare": "\f", "marked": "---"}
_CELL_BULLET: Final = re.compile(r"(?:(?<=// )|^)- ")
_SIGNS: Final = {"bullet": "• ", "sub-bullet": "  • "}


def as_text(source: Source) -> str:
    """Return the text: `@text bare` breaks pages by form feeds, `@text marked` keeps markup."""
    marked = source.settings["text"] == "marked"
    blocks = [block for block in source.blocks if block.kind != "mark"]
    return "".join(_spaced(blocks, marked=marked)).strip() + "\n"


def _spaced(blocks: list[Block], *, marked: bool) -> Iterator[str]:
    for block, following in pairwise([*blocks, Block("break")]):
        tight = block.kind == following.kind and block.kind in _TIGHT
        yield _block(block, marked=marked) + ("\n" if tight else "\n\n")


def _block(block: Block, *, marked: bool) -> str:
    if block.kind == "break":
        return _BREAKS["marked" if marked else "bare"]
    if block.kind == "table":
        columns = max(len(row.cells) for row in block.rows)
        return "\n".join(_row(row, columns=columns, marked=marked) for row in block.rows)
    text = block.text if marked else unmarked(block.text)
    return _sign(block, marked=marked) + text.replace(" // ", "\n\n")


def _sign(block: Block, *, marked: bool) -> str:
    if block.kind == "heading":
        return "#" * block.level + " " if marked else ""
    if block.kind == "numbered":
        return f"{block.number}. "
    sign = _SIGNS.get(block.kind, "")
    return sign.replace("•", "-") if marked else sign


def _row(row: Row, *, columns: int, marked: bool) -> str:
    """Return the cells between tabs; a section's lone cell is followed by empty ones."""
    as_cell = partial(_marked_cell, bold=row.kind != "body") if marked else _bare_cell
    return "\t".join(map(as_cell, row.cells)) + "\t" * (columns - len(row.cells))


def _bare_cell(cell: str) -> str:
    return _CELL_BULLET.sub("• ", unmarked(cell)).replace(" // ", " ")


def _marked_cell(cell: str, *, bold: bool) -> str:
    if cell.startswith("- "):
        items = (item.strip().removeprefix("- ") for item in cell.split("//"))
        return f"<ul> {' '.join(f'<li>• {item}</li>' for item in items)} </ul>"
    return f"<b>{cell}</b>" if bold and cell else cell
