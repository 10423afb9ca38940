"""The running prose of a document: paragraphs under their headings, each letter with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Finding
from trigpoint.extractors.language.tables import rows
from trigpoint.extractors.parts.blocks import Block, blocks

Span = tuple[int, int]

_CUT: Final = re.compile(
    r"\*+|</?[a-zA-Z][^<>]*>|<sup>\s*\d+\s*</sup>|^\s*#{1,6}\s+|\\(?=[*_#`])|[`_]"
    r"|\s+(?=\s|\*+\s)"
    r"|(?<=[a-z])\s\d{1,3}\.(?=\s[a-z])"  # the number of a paragraph, inside a sentence
)
_LEAD: Final = re.compile(
    r"\s*(?:[-–—*•‣⁃·∙■-◿☐-☒✀-➿\uf000-\uf0ff]\s+)?"
    r"(?:(?:\(\w{1,2}\)|\d{1,3}(?:\.\d{1,2})*[.)]|\d+\.\d+)\s+)?"
    r"(?:\*\*[^*]{2,40}:\*\*\s+)?"  # a heading that runs into its paragraph
)
_NUMBER: Final = re.compile(r"(\d{1,3})\.?")
_FOLDED: Final = str.maketrans("’‘\t\n\f\u00a0", "''    ")
_ENDED: Final = re.compile(r"[.!?:;]['\"”’)*_]*$")
_PROSE: Final = ("paragraph", "numbered", "bullet")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as one line of text, without markup and numbers.

    `places` has the offset of each character in the canonical text; `number` is what is printed
    before it; `headings` are those above it, the nearest last; `order` counts from 0 under the
    nearest one; `listed` marks an item of a list of strengths or weaknesses.
    """

    text: str
    places: tuple[int, ...]
    number: str = ""
    headings: tuple[str, ...] = ()
    order: int = 0
    listed: bool = False

    @property
    def heading(self) -> str:
        """The nearest heading, empty where there is none."""
        return self.headings[-1] if self.headings else ""

    def span(self, start: int, end: int) -> Span:
        """Return where the characters from `start` to `end` stand in the canonical text."""
        return self.places[start], self.places[end - 1] + 1


def paragraphs(
    document: Document, taken: Sequence[Span], findings: Sequence[Finding] = ()
) -> tuple[Paragraph, ...]:
    """Return the prose of a document in reading order, then the listed strengths in tables.

    What overlaps `taken` (tables, recommendations, headings that were read) is left out, and what
    stands under headings that judge nothing.
    """
    running = tuple(_joined(_running(blocks(document), taken)))
    read = [(one.places[0], one.places[-1] + 1) for one in running]
    return (*running, *_listed(findings, read))


def _running(parts: Sequence[Block], taken: Sequence[Span]) -> Iterator[Paragraph]:
    above: list[Block] = []
    read: list[Block] = []  # the headings of the last prose that was read
    order = last = 0
    for block in parts:
        if last and _number(block) > last:
            above = read  # numbered on from that prose, so no recommendation
        if block.kind == "heading":
            above = [one for one in above if one.level < block.level] + [block]
            order = 0
            read = read if _is_unread((block.text,)) else above
        elif block.kind in _PROSE and not _overlaps((block.start, block.end), taken):
            headings = tuple(one.text for one in above)
            if not _is_unread(headings) and (one := _paragraph(block, headings, order)):
                yield one
                order += 1
                last = _number(block) or last


def _number(block: Block) -> int:
    """Return the number of a numbered paragraph in running order, 0 where it has none."""
    found = _NUMBER.fullmatch(block.number) if block.kind == "numbered" else None
    return int(found[1]) if found else 0


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


@cache
def _is_unread(headings: tuple[str, ...]) -> bool:
    """Tell whether nothing is judged here, by the nearest heading or by one above it."""
    return any(
        re.fullmatch(row["heading"], heading, re.IGNORECASE)
        for row in rows("unread")
        for heading in (headings if row["scope"] == "below" else headings[-1:])
    )


def _paragraph(block: Block, headings: tuple[str, ...], order: int) -> Paragraph | None:
    raw = block.raw
    places: list[int] = []
    for line in block.lines:
        places.extend(range(line.start, line.start + len(line.text) + 1))
    text, kept = _plain(raw, places)
    return Paragraph(text, kept, block.number, headings, order) if text else None


def _plain(raw: str, places: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Return the text without number and markup, and the place of each of its letters."""
    pieces: list[str] = []
    kept: list[int] = []
    at = lead.end() if (lead := _LEAD.match(raw)) else 0
    end = len(raw.rstrip())
    for start, after in (*(found.span() for found in _CUT.finditer(raw, at, end)), (end, end)):
        pieces.append(raw[at:start])
        kept.extend(places[at:start])
        at = after
    return "".join(pieces).translate(_FOLDED), tuple(kept)


def _joined(found: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join what a page break or a number in the margin has parted in the middle of a sentence."""
    held: Paragraph | None = None
    for one in found:
        if held and one.text[0].islower() and not _ENDED.search(held.text):
            places = (*held.places, held.places[-1], *one.places)
            held = replace(held, text=f"{held.text} {one.text}", places=places)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _listed(findings: Sequence[Finding], read: Sequence[Span]) -> Iterator[Paragraph]:
    for finding in findings:
        place = finding.evidence[0]
        if not _overlaps((place.start, place.end), read):
            text, kept = _plain(place.quote, range(place.start, place.end))
            above = () if _is_unread((finding.section,)) else (finding.section,)
            if text:
                yield Paragraph(text, kept, headings=above, listed=True)
