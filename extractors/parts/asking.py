"""Recommendations under their headings: sentences, labelled imperatives, bullets under a purpose.

Recommendations                        Key recommendations
In order to do this, that body         Label: do this.
should do that.                        Other recommendations
In order to do this:                   Part of the report
• do that; and                         Label: do that.
• do that too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Recommendation, RecommendationKind
from trigpoint.extractors.parts.blocks import Block
from trigpoint.extractors.parts.deadlines import due
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.markup import BULLET, clean

_HEADING: Final = re.compile(
    r"(?:appendix(?:\s+\w{1,2})?\W+)?(?:(?:summary|list) of )?"
    r"(?:(?P<key>key )|(?P<other>other |further |additional )|(?:main )?)?recommendations?\W*",
    re.IGNORECASE,
)
_PURPOSE: Final = re.compile(r"(?:In order (?:\w+ )?to|To)\b")
_NEXT: Final = re.compile(r"(?<=[.;:])\s+(?=In order (?:\w+ )?to\b)")
_LABEL: Final = re.compile(r"\W*([^\W_][^:.]{1,70}?)\W?:\W{0,4}?\s+(?=\S)")
_NOTICE: Final = re.compile(r"\s*(?:©|\(c\)\s|Crown copyright).*", re.DOTALL | re.IGNORECASE)
_TRAIL: Final = re.compile(r"\s*[;:,](?:\s*(?:and|or))?\s*$")
_DUTY: Final = re.compile(r"\s(?:should|must)\b(?P<passive>\s+be\b)?")
_SENTENCE_END: Final = re.compile(r"(?<=\.)\s+")
_SUBJECT: Final = re.compile(r"(?:the |a |an )?(?:(?!the )[^,;:])+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Under:
    """The heading that recommendations stand under, and the words that lead into them."""

    kind: RecommendationKind
    section: str
    level: int
    in_summary: bool
    lead: str = ""
    listed: bool = False


def asked(
    document: Document, blocks: Sequence[Block], *, by_chapter: bool = False
) -> Iterator[Recommendation]:
    """Yield every print of a recommendation, in the order of the document, repeats and all.

    The section is the heading above, or with `by_chapter` the chapter.
    """
    above = chapter = ""
    under: _Under | None = None
    for block in blocks:
        if block.kind == "heading":
            under = _entered(block, chapter if by_chapter else above, under)
            if not _HEADING.fullmatch(block.text):
                above = block.text
                chapter = block.text if block.level == 1 or not chapter else chapter
        elif under is None or block.kind in ("numbered", "row"):
            under = None
        elif block.text.endswith(":") and block.kind == "paragraph":
            under = replace(under, lead=_SENTENCE_END.split(block.text)[-1], listed=True)
        else:
            if block.kind == "paragraph" and not block.text[:1].islower():
                under = replace(under, lead="")
            yield from _items(document, block, under)
            under = replace(under, listed=True)


def _entered(heading: Block, above: str, under: _Under | None) -> _Under | None:
    found = _HEADING.fullmatch(heading.text)
    if found and found["key"]:
        return _Under("key-recommendation", heading.text, heading.level, in_summary=True)
    if found and found["other"]:
        return _Under("recommendation", heading.text, heading.level, in_summary=True)
    if found:
        return _Under("recommendation", above or heading.text, heading.level, in_summary=False)
    if under and under.in_summary and heading.level >= under.level > 0:
        title = under.section.partition(":")[0]
        return replace(under, section=f"{title}: {heading.text}", lead="")
    return None


def _items(document: Document, block: Block, under: _Under) -> Iterator[Recommendation]:
    if block.kind == "paragraph" and not _is_item(block, under):
        return
    raw = _NOTICE.sub("", block.raw)
    start = len(found[0]) if (found := BULLET.match(raw)) else 0
    for end in [*(cut.start() for cut in _NEXT.finditer(raw)), len(raw)]:
        item = _item(raw[start:end], under)
        place = evidence(document, block.offset(start), block.offset(end))
        if item.text:
            yield replace(item, evidence=(place,))
        start = end


def _is_item(block: Block, under: _Under) -> bool:
    """Tell whether it asks: in a summary every paragraph does, elsewhere it must show."""
    asks = _PURPOSE.match(block.text) or _DUTY.search(block.text)
    first = not under.listed and not re.match(r"(?:the|this) report\b", block.text, re.IGNORECASE)
    return bool(asks) or under.in_summary or first or (block.text[:1].islower() and under.listed)


def _item(raw: str, under: _Under) -> Recommendation:
    label = _LABEL.match(raw) if under.in_summary else None
    text = _TRAIL.sub("", clean(raw[label.end() :] if label else raw))
    lead, purpose = under.lead, ""
    if lead and not _DUTY.search(lead):
        purpose = lead.rstrip(": ")
    elif lead:
        text = f"{lead} {text}"
    stated, addressees = _clauses(text)
    return Recommendation(
        kind=under.kind,
        text=text,
        position=0,
        evidence=(),
        purpose=purpose or stated,
        section=under.section,
        heading=clean(label[1]) if label else "",
        addressees=addressees,
        due=due(text),
    )


def _clauses(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the leading purpose clause and who should act, each as far as printed."""
    duty = _DUTY.search(text)
    if duty is None:
        return "", ()
    head = text[: duty.start()]
    purpose, who = _parted(head) if _PURPOSE.match(head) else ("", head)
    acts = duty["passive"] is None and _SUBJECT.fullmatch(who) and len(who.split()) <= 14
    return purpose, (who[:1].lower() + who[1:] if who.startswith("The ") else who,) if acts else ()


def _parted(head: str) -> tuple[str, str]:
    """Part purpose and subject at the last comma, or before the last "the" where there is none."""
    purpose, comma, who = head.rpartition(", ")
    if comma and not re.match(r"(?:and|or|to)\s", who):
        return purpose, who
    purpose, article, who = head.rpartition(" the ")
    return (purpose, article.lstrip() + who) if article else (head, "")
