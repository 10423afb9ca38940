"""The markup of the samples' sources: settings, blocks of text, and what a right reading finds.

    @footer words           a setting of the whole report
    # to ####               headings
    - and --                bullets, and bullets under them
    12.                     a numbered paragraph
    :                       a line that stays a line
    >                       a boxed paragraph
    ^                       small print
    | cell | cell           a table row; |= head, |+ section, |% widths; // a new line in a cell
    ---                     a page break
    ?mark                   what a right reading finds: see marks.py

Other lines are paragraphs. A line without a sign carries on the one above, unless that is a heading
or a mark. `**bold**` and `*italic*` stand within lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal[
    "heading",
    "paragraph",
    "bullet",
    "sub-bullet",
    "numbered",
    "line",
    "box",
    "small",
    "table",
    "break",
    "mark",
]
RowKind: TypeAlias = Literal["head", "section", "body"]

_STARTS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"(?P<number>#{1,4}) "), "heading"),
    (re.compile(r"---$"), "break"),
    (re.compile(r"-- "), "sub-bullet"),
    (re.compile(r"- "), "bullet"),
    (re.compile(r"(?P<number>\d+)\. "), "numbered"),
    (re.compile(r": "), "line"),
    (re.compile(r"> "), "box"),
    (re.compile(r"\^ "), "small"),
    (re.compile(r"\?"), "mark"),
    (re.compile(r"\|"), "table"),
)
_ROW_KINDS: Final[dict[str, RowKind]] = {"=": "head", "+": "section"}
_ALONE: Final = re.compile(r"[?#]")
_EMPHASIS: Final = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[str, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a source; `number` is a paragraph's own, `level` a heading's (1 to 4)."""

    kind: Kind
    text: str = ""
    number: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A sample's source: its settings and its blocks in order."""

    settings: dict[str, str] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def parse(source: str) -> Source:
    """Read a source; raises ValueError where the width of a column is no number."""
    settings, chunks = {}, []
    for line in source.splitlines():
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            settings[name] = value.strip()
        else:
            chunks.append(line)
    return Source(settings, tuple(_merge_tables(_blocks(chunks))))


def unmarked(text: str) -> str:
    """Return the text without its marks of emphasis."""
    return _EMPHASIS.sub("", text)


def _blocks(lines: list[str]) -> Iterator[Block]:
    gathered: list[str] = []
    for line in [*lines, ""]:
        if gathered and (_ALONE.match(gathered[0]) or _starts_block(line) or not line.strip()):
            yield _block(" ".join(gathered))
            gathered = []
        if line.strip():
            gathered.append(line.strip())


def _starts_block(line: str) -> bool:
    return any(pattern.match(line) for pattern, _ in _STARTS)


def _block(text: str) -> Block:
    for pattern, kind in _STARTS:
        if found := pattern.match(text):
            return _marked(kind, found.groupdict().get("number", ""), text[found.end() :])
    return Block("paragraph", text)


def _marked(kind: Kind, number: str, text: str) -> Block:
    if kind == "heading":
        return Block(kind, text, level=len(number))
    if kind == "table":
        return _row(text)
    return Block(kind, text, number)


def _row(text: str) -> Block:
    if text.startswith("%"):
        return Block("table", widths=tuple(float(width) for width in text[1:].split()))
    kind = _ROW_KINDS.get(text[:1], "body")
    cells = text.removeprefix("=").removeprefix("+").split("|")
    return Block("table", rows=(Row(tuple(cell.strip() for cell in cells), kind),))


def _merge_tables(blocks: Iterator[Block]) -> Iterator[Block]:
    """Join the rows that follow one another; a line of widths begins a new table."""
    table: Block | None = None
    for block in blocks:
        if table and block.kind == "table" and not block.widths:
            table = Block("table", rows=table.rows + block.rows, widths=table.widths)
            continue
        if table:
            yield table
        table = block if block.kind == "table" else None
        if table is None:
            yield block
    if table:
        yield table
