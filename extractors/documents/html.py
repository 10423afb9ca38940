"""HTML pages: a line for a block or a table row. Scripts, styles and navigation are left out."""

from __future__ import annotations

import re
import warnings
from itertools import chain, groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from trigpoint.errors import DamagedFile
from trigpoint.extractors.documents.layout import (
    Cell,
    Laid,
    LineDraft,
    PageDraft,
    cells_of,
    lay_out,
)
from trigpoint.extractors.documents.lists import BULLET, ordinal
from trigpoint.extractors.documents.plain import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED: Final = ("head", "script", "style", "nav", "noscript", "template", "svg", "iframe")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCK: Final = re.compile(
    r"\[document\]|html|body|main|article|section|aside|header|footer|div|p|pre|blockquote|address"
    r"|h[1-6]|[ou]l|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|figure|figcaption|form"
    r"|fieldset|legend|details|summary"
)
_BOLD: Final = ("b", "strong")
_SPACE: Final = re.compile(r"\s+")
_WHOLE: Final = re.compile(r"-?\d{1,6}", re.ASCII)
_DECLARED_WITHIN: Final = 1024  # bytes, by the HTML standard


class _Piece(NamedTuple):
    """A string of the page, the block it stands in, and how many of its letters are bold."""

    text: str
    block: Tag
    bold: int


def read_html(data: bytes) -> Laid:
    """Read an HTML page as one page of text.

    Raises DamagedFile where it cannot be parsed.
    """
    return lay_out([PageDraft(html_lines(_markup(data)))])


def html_lines(markup: str | bytes) -> tuple[LineDraft, ...]:
    """Draft the lines of a page, or of a piece of one."""
    try:
        with warnings.catch_warnings(action="ignore"):  # Beautiful Soup's advice to programmers
            soup = BeautifulSoup(markup, "html.parser")
    except (ParserRejectedMarkup, AssertionError, RecursionError) as error:
        raise DamagedFile("its markup cannot be parsed", remedy="Fetch it again.") from error
    for tag in soup(_SKIPPED):
        tag.decompose()
    return tuple(_lines(soup))


def _markup(data: bytes) -> str | bytes:
    """Decode what declares no encoding; the parser knows what to make of a declaration."""
    return data if b"charset" in data[:_DECLARED_WITHIN].lower() else decode(data)


def _lines(soup: Tag) -> Iterator[LineDraft]:
    """Draft a line for each run of text in one block, and one for each row of a table."""
    marks = _marks(soup)
    data_rows = {id(row) for row in soup.find_all("tr") if _is_data(row)}
    before: Tag | None = None
    for run in _runs(soup):
        block = _unit(run.block, data_rows)
        in_row = block.name == "tr"
        if in_row and block is before:
            continue
        rows = _row(block) if in_row else _printed(run.text, marks.pop(id(block), ""))
        for at, cells in enumerate(rows):
            gap = at == 0 and not _neighbours(before, block)
            bold = 2 * run.bold > len(run.text)
            yield LineDraft(cells, bold=bold, level=_level(run.block), gap_before=gap)
        before = block


def _runs(root: Tag) -> Iterator[_Piece]:
    """Join the pieces that follow each other in one block."""
    for _, group in groupby(_pieces(root), key=lambda piece: id(piece.block)):
        pieces = list(group)
        text = "".join(piece.text for piece in pieces)
        if text.strip():
            yield _Piece(text, pieces[0].block, sum(piece.bold for piece in pieces))


def _pieces(root: Tag) -> Iterator[_Piece]:
    for node in root.descendants:
        if isinstance(node, Tag):
            if node.name == "br":
                yield _piece("\n", node)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            yield _piece(str(node), node)


def _piece(text: str, node: Tag | NavigableString) -> _Piece:
    bold = False
    block = node.parent
    while block is not None and not _BLOCK.fullmatch(block.name):
        bold = bold or block.name in _BOLD
        block = block.parent
    if block is None:  # the parser puts everything into a document
        raise DamagedFile("its markup cannot be parsed", remedy="Fetch it again.")
    if block.name != "pre" and isinstance(node, NavigableString):
        text = _SPACE.sub(" ", text)
    return _Piece(text, block, len(text) if bold else 0)


def _unit(block: Tag, data_rows: set[int]) -> Tag:
    """Find what makes one line: the row around a block, else the item around it, else itself."""
    item: Tag | None = None
    for tag in chain([block], block.parents):
        if tag.name == "tr":
            return tag if id(tag) in data_rows else item or block
        if tag.name in ("table", "body"):
            break
        if tag.name == "li" and item is None:
            item = tag
    return item or block


def _is_data(row: Tag) -> bool:
    """Tell a row of a table from one that only lays out a page."""
    return row.find(["table", *_HEADINGS]) is None and len(_row_cells(row)) > 1


def _row_cells(row: Tag) -> list[Tag]:
    return row.find_all(["td", "th"], recursive=False)


def _row(row: Tag) -> Iterator[tuple[Cell, ...]]:
    texts = (" ".join(run.text for run in _runs(cell)) for cell in _row_cells(row))
    if cells := cells_of(texts):
        yield cells


def _printed(text: str, mark: str) -> Iterator[tuple[Cell, ...]]:
    """Break a run into its printed lines, the first with its bullet or number."""
    for line in filter(str.strip, text.split("\n")):
        yield cells_of([mark + line])
        mark = ""


def _marks(soup: Tag) -> dict[int, str]:
    """Find the bullet or number of every item, by the identity of its tag."""
    marks: dict[int, str] = {}
    numbers: dict[int, int] = {}
    for item in soup.find_all("li"):
        owner = item.find_parent(["ul", "ol"])
        if owner is None or owner.name == "ul":
            marks[id(item)] = BULLET
            continue
        following = numbers.get(id(owner), _whole(owner.get("start"), 1) - 1) + 1
        number = numbers[id(owner)] = _whole(item.get("value"), following)
        marks[id(item)] = f"{ordinal(number, str(owner.get('type', '1')))}. "
    return marks


def _whole(value: object, default: int) -> int:
    text = str(value)
    return int(text) if _WHOLE.fullmatch(text) else default


def _neighbours(before: Tag | None, block: Tag) -> bool:
    """Tell whether two units stand close together: rows of a table, items of a list."""
    if before is block:
        return True
    return before is not None and before.name == block.name and block.name in ("tr", "li")


def _level(block: Tag) -> int:
    return _HEADINGS.index(block.name) + 1 if block.name in _HEADINGS else 0
