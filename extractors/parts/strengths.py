"""Strengths and weaknesses: bulleted lists under a heading or a line, and two-column tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from trigpoint.extractors.documents import Document, Line, Segment
from trigpoint.extractors.findings import Evidence, Finding, FindingKind
from trigpoint.extractors.parts.blocks import Block
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import BULLET, clean
from trigpoint.extractors.parts.outline import bullets_after

_STRENGTHS: Final = re.compile(
    r"(?:areas? of |key |main |particular )*strengths?\W*", re.IGNORECASE
)
_WEAKNESSES: Final = re.compile(
    r"(?:areas? (?:of |for )|key |main |particular )*(?:further |future )?"
    r"(?:weakness(?:es)?|improvement|development)(?:\s*/\s*(?:areas? )?for development)?\W*",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(r".*\b(?:(strengths)|(weaknesses))\b[^.]*:", re.IGNORECASE | re.DOTALL)
_TRAIL: Final = re.compile(r"\s*[;,](?:\s*(?:and|or))?\s*$")
_GLYPHS: Final = r"•▪\u25a0-\u25ff\u2610-\u2612\uf000-\uf0ff"
_ITEM: Final = re.compile(
    rf"<li>(?P<li>.*?)(?=</?li>|</?ul|$)|[{_GLYPHS}]\s+(?P<bullet>[^{_GLYPHS}]+)",
    re.IGNORECASE | re.DOTALL,
)


def listed(document: Document, blocks: Sequence[Block]) -> Iterator[Finding]:
    """Yield the bullets under headings and lines such as "Strengths"; `section` is the heading."""
    section = ""
    for place, block in enumerate(blocks):
        section = block.text if block.kind == "heading" else section
        if kind := _kind(block):
            for bullet in bullets_after(blocks[place + 1 :]):
                text = _TRAIL.sub("", bullet.text)
                where = evidence(document, bullet.start, bullet.end)
                yield Finding(kind, text, 0, (_unbulleted(where),), section)


def _kind(block: Block) -> FindingKind | None:
    if block.kind == "heading":
        return _heading_kind(block.text)
    lead = _LEADS.fullmatch(block.text) if block.kind in ("paragraph", "numbered") else None
    return None if lead is None else "strength" if lead[1] else "weakness"


def _heading_kind(text: str) -> FindingKind | None:
    if _STRENGTHS.fullmatch(text):
        return "strength"
    return "weakness" if _WEAKNESSES.fullmatch(text) else None


def _unbulleted(place: Evidence) -> Evidence:
    bullet = BULLET.match(place.quote)
    cut = bullet.end() if bullet else 0
    return replace(place, start=place.start + cut, quote=place.quote[cut:])


def tabled(document: Document) -> Iterator[Finding]:
    """Yield the items of a table headed by strengths on the left and weaknesses on the right."""
    lines = document.lines
    for place, line in enumerate(lines):
        if len(line.segments) > 1 and _is_head(line):
            yield from _table(document, line, lines[place + 1 :])


def _is_head(line: Line) -> bool:
    left, right = (clean(cell.text) for cell in (line.segments[0], line.segments[-1]))
    return bool(_STRENGTHS.fullmatch(left) and _WEAKNESSES.fullmatch(right))


def _table(document: Document, head: Line, below: Iterable[Line]) -> Iterator[Finding]:
    middle = head.segments[-1].left
    section = ""
    open_items: dict[FindingKind, Finding] = {}
    for line in below:
        if _is_past(line, head, middle):
            break
        if title := _section(line, middle):
            yield from open_items.values()
            open_items, section = {}, title
            continue
        for kind, start, end, begins in _pieces(line, middle):
            where = _unbulleted(evidence(document, start, end))
            if begins or kind not in open_items:
                if kind in open_items:
                    yield open_items.pop(kind)
                open_items[kind] = Finding(kind, clean(where.quote), 0, (where,), section)
            else:
                open_items[kind] = _longer(open_items[kind], where)
    yield from open_items.values()


def _is_past(line: Line, head: Line, middle: float | None) -> bool:
    """Tell a heading, a line without cells, and one that runs across both columns."""
    if middle is None or line.box is None:
        return bool(line.level) or len(line.segments) == 1
    larger = line.size and head.size and line.size > head.size * 1.03
    across = any((c.left or 0) < middle - 20 < middle + 20 < (c.right or 0) for c in line.segments)
    return bool(larger) or across


def _longer(item: Finding, more: Evidence) -> Finding:
    return replace(item, text=clean(f"{item.text} {more.quote}"), evidence=(*item.evidence, more))


def _section(line: Line, middle: float | None) -> str:
    """Return the title that a row is: one cell, on the left, bold, without a bullet."""
    filled = [cell for cell in line.segments if cell.text]
    if len(filled) != 1 or BULLET.match(filled[0].text) or _ITEM.search(filled[0].text):
        return ""
    left = middle is None or filled[0].left is None or filled[0].left < middle - 1
    strong = line.bold or line.box is None
    return clean(filled[0].text) if left and strong else ""


def _pieces(line: Line, middle: float | None) -> Iterator[tuple[FindingKind, int, int, bool]]:
    """Yield kind and place of what a row holds, and whether an item begins there."""
    kinds: tuple[FindingKind, FindingKind] = ("strength", "weakness")
    for right, kind in enumerate(kinds):
        cells = [
            c for n, c in enumerate(line.segments) if c.text and _is_right(n, c, middle) == right
        ]
        if cells:
            start, end = cells[0].start, cells[-1].end
            text = line.text[start - line.start : end - line.start]
            items = list(_ITEM.finditer(text))
            for item in items:
                first, last = item.span(item.lastgroup or 0)
                yield kind, start + first, start + last, True
            if not items:
                yield kind, start, end, line.box is None or bool(BULLET.match(text))


def _is_right(place: int, cell: Segment, middle: float | None) -> bool:
    return place > 0 if middle is None or cell.left is None else cell.left >= middle - 3


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with their positions, counted from 1 within each kind."""
    counts: dict[str, int] = {}
    placed = []
    for finding in findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
        placed.append(replace(finding, position=counts[finding.kind]))
    return tuple(placed)
