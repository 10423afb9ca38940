"""Markdown: a line for a block, an item or a table row, without its markup."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from trigpoint.extractors.documents.html import html_lines
from trigpoint.extractors.documents.layout import (
    Cell,
    Laid,
    LineDraft,
    PageDraft,
    cells_of,
    lay_out,
)
from trigpoint.extractors.documents.lists import BULLET
from trigpoint.extractors.documents.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_PARSER: Final = MarkdownIt("commonmark").enable("table")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(data: bytes) -> Laid:
    """Read Markdown (CommonMark and tables); form feeds part pages, as in plain text."""
    pages = decode(data).split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return lay_out(PageDraft(tuple(_lines(_PARSER.parse(page)))) for page in pages)


def _lines(tokens: Sequence[Token]) -> Iterator[LineDraft]:
    mark, level, gap = "", 0, True
    for at, token in enumerate(tokens):
        match token.type:
            case "list_item_open":
                mark = f"{token.info}{token.markup} " if token.info else BULLET
            case "heading_open":
                level, gap = int(token.tag[1]), True
            case "paragraph_open":
                gap = not token.hidden
            case "tr_open":
                yield from _row(tokens[at:], gap=tokens[at - 1].type == "thead_open")
            case "inline" if tokens[at - 1].type not in ("td_open", "th_open"):
                yield from _inline(token, mark, level=level, gap=gap)
                mark, level = "", 0
            case "fence" | "code_block":
                yield from _verbatim(token.content)
            case "html_block":
                yield from html_lines(token.content)


def _row(tokens: Sequence[Token], *, gap: bool) -> Iterator[LineDraft]:
    end = next(at for at, token in enumerate(tokens) if token.type == "tr_close")
    texts = [_plain(token).replace("\n", " ") for token in tokens[:end] if token.type == "inline"]
    if cells := cells_of(texts):
        yield LineDraft(cells, gap_before=gap)


def _inline(token: Token, mark: str, *, level: int, gap: bool) -> Iterator[LineDraft]:
    draft = LineDraft((), bold=_is_bold(token), level=level, gap_before=gap)
    for text in filter(str.strip, _plain(token).split("\n")):
        yield replace(draft, cells=cells_of([mark + text]))
        draft, mark = replace(draft, gap_before=False), ""


def _plain(token: Token) -> str:
    return "".join(_text(child) for child in token.children or ())


def _text(token: Token) -> str:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "html_inline":
            return "\n" if _BREAK.fullmatch(token.content) else ""
        case _:
            return token.content


def _is_bold(token: Token) -> bool:
    depth = bold = total = 0
    for child in token.children or ():
        depth += child.nesting if child.tag == "strong" else 0
        total += len(child.content)
        bold += len(child.content) if depth else 0
    return 2 * bold > total


def _verbatim(content: str) -> Iterator[LineDraft]:
    rows: list[tuple[Cell, ...]] = [cells_of(line.split("\t")) for line in content.split("\n")]
    for at, cells in enumerate(rows):
        if cells:
            yield LineDraft(cells, gap_before=at == 0 or not rows[at - 1])
