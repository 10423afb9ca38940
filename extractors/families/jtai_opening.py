"""The opening of a letter on a joint targeted area inspection: where, when, on what, by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Fact
from trigpoint.extractors.parts.dates import period
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.letter_heads import salutation
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.names import authority_name
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.sections import Section
from trigpoint.extractors.parts.typeset import paragraphs

_TITLE: Final = re.compile(r"joint targeted area inspection of (?P<rest>.+)", re.IGNORECASE)
_RESPONSE: Final = re.compile(
    r"(?:the )?multi-agency response to (?P<theme>.+) in (?P<area>.+?)\W*", re.IGNORECASE
)
_DEAR: Final = re.compile(r"\W*Dear (?P<area>.+?) (?:local )?safeguarding\b", re.IGNORECASE)
_FIRST_WORDS: Final = 120  # letters in which the dates stand where no set phrase has them
_LONGEST: Final = 30  # lines below the title that may be the opening
_HEAD: Final = 80  # lines among which the title stands
_WHEN: Final = re.compile(
    r"\b(?:Between (?P<between>[^,]{5,60}?\d[^,]{0,30}),"
    r"|took place\b[^.]{0,30}?(?:from|between|on) (?P<from>[^.]+)\.)"
)
_THEME: Final = re.compile(
    r"(?:multi-agency (?:identification and )?response to|\(JTAI\) of(?! (?:the )?multi-agency))"
    r" (?:the )?(?P<theme>(?-i:(?![A-Z])).+?)"
    r"(?: \([^()]*\))?(?: (?:in|across) (?:the )?(?-i:[A-Z])[^.]*)?\.",
    re.IGNORECASE,
)
_DEEP_DIVE: Final = re.compile(
    r"[‘'“]deep dive[’'”] (?:focus )?(?:on )?(?:the response to )?(?P<theme>.+?)\.(?=\s|\d|$)",
    re.IGNORECASE,
)
_CROWN: Final = (
    r"(?:HMI|HM Inspectorate of|(?:Her|His) Majesty[’']s Inspectorate of|Chief Inspector of)"
)
_INSPECTORATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bOfsted\b",
        r"\bCare Quality Commission(?: \(CQC\))?",
        rf"\b{_CROWN} Constabulary(?:(?: and|,) Fire (?:&|and) Rescue [Ss]ervices)?"
        r"(?: \(HMIC\w*\))?",
        rf"\b{_CROWN} Probation(?: \(HMI[^()]*\))?",
    )
)


def authority(document: Document, parts: Sequence[Section]) -> Iterator[Fact]:
    """Yield the authority, by the title of the letter or else by its salutation."""
    title, place, response = _title(document, parts)
    start = response.start("area") if response else 0
    if name := authority_name(clean(title.text[place:][start:])):
        yield Fact("authority", name, title.evidence(place + start)[0])
    elif (dear := salutation(document)) and (found := _DEAR.match(dear.text)):
        place = dear.start + found.start("area")
        where = evidence(document, place, place + len(found["area"]))
        yield Fact("authority", authority_name(where.quote), where, 0.8)


def themes(document: Document, parts: Sequence[Section]) -> Iterator[Fact]:
    """Yield what the inspection is about: the theme, and that of the deep dive."""
    title, place, response = _title(document, parts)
    opening = _opening(document, parts)
    if response:
        found = title.evidence(place + response.start("theme"), place + response.end("theme"))
        yield Fact("theme", clean(response["theme"]), found[0])
    for pattern in (_DEEP_DIVE,) if response else (_THEME, _DEEP_DIVE):
        if said := pattern.search(opening.text):
            yield Fact("theme", clean(said["theme"]), opening.evidence(*said.span("theme"))[0])


def dates(document: Document, parts: Sequence[Section], year: str) -> Iterator[Fact]:
    """Yield the first and last day; `year` is that of the letter, for days that print none."""
    opening = _opening(document, parts)
    said = _WHEN.search(opening.text)
    span = said.span(said.lastgroup or 0) if said else (0, _FIRST_WORDS)
    quote = opening.text[slice(*span)]
    if days := period(quote) or period(f"{quote} {year}"):
        place = opening.evidence(*span)[0]
        yield Fact("start", days.first, place, 0.99 if said else 0.8)
        yield Fact("end", days.last, place, 0.99 if said else 0.8)


def inspectorates(document: Document, parts: Sequence[Section]) -> Iterator[Fact]:
    """Yield each inspectorate as the opening names it, or else as the letter does elsewhere."""
    opening = _opening(document, parts)
    whole = Passage(document, document.lines)
    for pattern in _INSPECTORATES:
        named = opening if pattern.search(opening.text) else whole
        if named is whole and pattern is not _INSPECTORATES[0]:
            continue
        for place in islice(named.places(pattern), 1):
            yield Fact("inspectorate", clean(place.quote), place)


def _title(
    document: Document, parts: Sequence[Section]
) -> tuple[Passage, int, re.Match[str] | None]:
    """Return the title, where its words after "inspection of" begin, and what they respond to."""
    title, _ = _titled(document, parts)
    if found := _TITLE.search(title.text):
        return title, found.start("rest"), _RESPONSE.fullmatch(found["rest"])
    return title, 0, None


def _opening(document: Document, parts: Sequence[Section]) -> Passage:
    """Return the lines right below the title."""
    _, below = _titled(document, parts)
    return Passage(document, below[:_LONGEST])


def _titled(document: Document, parts: Sequence[Section]) -> tuple[Passage, tuple[Line, ...]]:
    """Return the title and what stands below: a heading, or a paragraph where none is set apart."""
    for part in parts:
        if _TITLE.search(part.title):
            return Passage(document, part.heading), part.lines
    for one in paragraphs(document.lines[:_HEAD]):
        if _TITLE.match(one.text) and not one.text.endswith("."):
            return Passage(document, one.lines), document.lines[one.after :]
    return Passage(document, ()), ()
