"""Word documents: paragraphs and table rows as lines, in document order, on one page.

Deleted and moved-away text is left out, text boxes are read after the paragraph that holds them.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from trigpoint.errors import DamagedFile
from trigpoint.extractors.documents.docx_archive import check_archive
from trigpoint.extractors.documents.docx_numbering import Numbering
from trigpoint.extractors.documents.layout import Laid, LineDraft, PageDraft, cells_of, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH: Final = qn("w:p")
_TABLE: Final = qn("w:tbl")
_ROW: Final = qn("w:tr")
_CELL: Final = qn("w:tc")
_RUN: Final = qn("w:r")
_TEXT: Final = qn("w:t")
_BOX: Final = qn("w:txbxContent")
_VAL: Final = qn("w:val")
_SIGNS: Final = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_LEFT_OUT: Final = {
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_HEADING: Final = re.compile(r"heading ([1-6])", re.IGNORECASE)


def read_docx(data: bytes) -> Laid:
    """Read a Word document (.docx).

    Raises DamagedFile, EncryptedFile or MislabelledFile.
    """
    check_archive(data)
    try:
        lines = _Body(docx.Document(BytesIO(data))).lines()
    except Exception as error:  # python-docx and lxml raise whatever a missing part leads to
        raise DamagedFile(
            "it is corrupt", remedy="Open it in a word processor and save it anew."
        ) from error
    return lay_out([PageDraft(lines)])


class _Body:
    """The body of an open document, its styles and its lists."""

    def __init__(self, document: Any) -> None:
        self._root = document.element.body
        self._styles = {style.style_id: style for style in document.styles}
        self._numbering = Numbering(_numbering_element(document))

    def lines(self) -> tuple[LineDraft, ...]:
        return tuple(self._lines())

    def _lines(self) -> Iterator[LineDraft]:
        for block in _blocks(self._root):
            if block.tag == _TABLE:
                yield from _rows(block)
            else:
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: Any) -> Iterator[LineDraft]:
        mark = self._mark(paragraph)
        bold, level = _is_bold(paragraph), self._level(paragraph)
        gap = not mark
        for printed in filter(str.strip, _text(paragraph).split("\n")):
            cells = cells_of((mark + printed).split("\t"))
            yield LineDraft(cells, bold=bold, level=level, gap_before=gap)
            mark, gap = "", False

    def _level(self, paragraph: Any) -> int:
        style = self._styles.get(paragraph.style)
        heading = _HEADING.match(style.name or "") if style is not None else None
        return int(heading[1]) if heading else 0

    def _mark(self, paragraph: Any) -> str:
        """Return the bullet or number of a paragraph, from itself or from its style."""
        if not _text(paragraph).strip():
            return ""
        for properties in self._properties(paragraph):
            number = properties.find(qn("w:numPr"))
            if number is not None and (list_id := number.find(qn("w:numId"))) is not None:
                level = number.find(qn("w:ilvl"))
                depth = 0 if level is None else int(level.get(_VAL))
                return self._numbering.mark(list_id.get(_VAL), depth)
        return ""

    def _properties(self, paragraph: Any) -> Iterator[Any]:
        if paragraph.pPr is not None:
            yield paragraph.pPr
        style, seen = self._styles.get(paragraph.style), set[str]()
        while style is not None and style.style_id not in seen:
            seen.add(style.style_id)
            if (properties := style.element.find(qn("w:pPr"))) is not None:
                yield properties
            style = getattr(style, "base_style", None)


def _numbering_element(document: Any) -> Any | None:
    relations = document.part.rels.values()
    parts = (rel.target_part for rel in relations if rel.reltype == RELATIONSHIP_TYPE.NUMBERING)
    part = next(parts, None)
    return None if part is None else part.element


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, from content controls and text boxes as well."""
    for child in parent.iterchildren("*"):
        if child.tag == _PARAGRAPH:
            yield child
            for box in child.iter(_BOX):
                if _shown(box, child):
                    yield from _blocks(box)
        elif child.tag == _TABLE:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[LineDraft]:
    for at, row in enumerate(table.iter(_ROW)):
        if next(row.iterancestors(_TABLE)) is table:
            cells = [cell for cell in row.iter(_CELL) if next(cell.iterancestors(_ROW)) is row]
            if made := cells_of(map(_cell_text, cells)):
                yield LineDraft(made, gap_before=at == 0)


def _cell_text(cell: Any) -> str:
    return " ".join(_text(paragraph) for paragraph in cell.iter(_PARAGRAPH))


def _text(paragraph: Any) -> str:
    return "".join(text for _, text in _pieces(paragraph))


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:
    """Yield the text and signs of a paragraph, each with its run."""
    for node in paragraph.iter(_TEXT, *_SIGNS):
        run = node.getparent()
        if run.tag == _RUN and _shown(node, paragraph):
            yield run, _SIGNS.get(node.tag, node.text or "")


def _shown(node: Any, paragraph: Any) -> bool:
    """Tell whether a node is the paragraph's own: neither moved away nor in a text box."""
    for ancestor in node.iterancestors():
        if ancestor is paragraph:
            return True
        if ancestor.tag in _LEFT_OUT or ancestor.tag == _PARAGRAPH:
            return False
    return False


def _is_bold(paragraph: Any) -> bool:
    bold = total = 0
    for run, text in _pieces(paragraph):
        total += len(text)
        bold += len(text) if _run_is_bold(run) else 0
    return 2 * bold > total


def _run_is_bold(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    mark = None if properties is None else properties.find(qn("w:b"))
    return mark is not None and mark.get(_VAL, "1") not in ("0", "false", "off")
