"""Who stands behind an area SEND inspection: the bodies responsible, and who led the inspection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Fact
from trigpoint.extractors.parts.bodies import bodies
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.rows import below_head, two_columns

_RESPONSIBLE: Final = re.compile(
    r"(?:In [^,]+, )?(?P<who>.+?),? (?:who |which )?(?:is|are|share|have|hold)\b.{0,40}?\bresponsib"
)
_MADE_UP: Final = re.compile(
    r"\b(?:made up of|consists? of|comprises?(?: of)?|includes?|between)\s+(?P<who>.+)"
)
_NAMED: Final = re.compile(
    r".*?\b(?:council|authority|boards?|ICBs?(?: and [\w ]+ ICB)?|trust)\b(?: \([^)]*\))?", re.I
)
_TITLE: Final = r"(?:HMI|Ofsted|CQC|[Ll]ead|[Ii]nspector|His|Her|Majesty|Care|Quality|Commission)"
_NAME: Final = (
    rf"(?!{_TITLE}\b)[A-Z][\w’'.-]+(?: (?:(?:de|la|le|van|von|der) )*(?!{_TITLE}\b)[A-Z][\w’'.-]+)"
    r"{1,3}"
)
_HONORIFIC: Final = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor)\.? ")
_LEAD: Final = re.compile(
    rf"(?P<name>{_NAME}),?\s+(?:(?:HMI|Ofsted|CQC|Care Quality Commission"
    r"|Children[’']s Services|(?:His|Her) Majesty[’']s Inspector)[,()\s]+){0,3}"
    r"[Ll]ead\s+(?:[Ii]nspector|HMI\b)"
)


def responsible(about: Passage, details: Passage, area: str) -> Iterator[Fact]:
    """Yield the bodies jointly responsible, from the opening text or else the table of details."""
    named = list(_in_text(about, area))
    if len(named) < 2:
        named = list(_in_table(details, area))
    for passage, start, end, sure in named:
        place = passage.evidence(start, end)[0]
        yield Fact("partner", clean(passage.text[start:end]), place, sure)


def _in_text(about: Passage, area: str) -> Iterator[tuple[Passage, int, int, float]]:
    """Yield the subject of "are jointly responsible", or what the sentence before is made up of."""
    before = (0, 0)
    for start, end in about.sentences():
        found = _RESPONSIBLE.match(about.text[start:end])
        made_up = _MADE_UP.search(about.text[slice(*before)])
        if found and made_up and " " not in found["who"]:
            span = before[0] + made_up.start("who"), before[0] + made_up.end("who")
        elif found:
            span = start + found.start("who"), start + found.end("who")
        before = (start, end)
        names = list(bodies(about.text[slice(*span)], area)) if found else []
        if len(names) > 1:
            yield from ((about, span[0] + a, span[0] + b, 0.97) for a, b in names)
            return


def _in_table(details: Passage, area: str) -> Iterator[tuple[Passage, int, int, float]]:
    """Yield the first row below the head: each cell, as far as it names a body."""
    rows = below_head(two_columns(details.lines))
    for cell in (rows[0].left, rows[0].right) if rows else ():
        passage = Passage(details.document, cell)
        found = _NAMED.match(passage.text)
        text = found[0] if found else passage.text
        for start, end in bodies(text, area):
            yield passage, start, end, 0.9


def leads(document: Document, team: Iterable[tuple[Line, ...]]) -> Iterator[Fact]:
    """Yield who led the inspection for each inspectorate, by the table of the team."""
    for lines in team:
        rows = two_columns(lines)
        left = tuple(chain.from_iterable(row.left for row in rows))
        right = tuple(chain.from_iterable(row.right for row in rows))
        for column in (left, right) if rows else (lines,):
            for place in Passage(document, column).places(_LEAD, "name"):
                yield Fact("lead_inspector", _HONORIFIC.sub("", clean(place.quote)), place)
