"""What is asked for in lists under headings that say so, whatever the items are called.

What needs to improve?          Priority and immediate action
• This.                         There are none.
• That.                         Areas for improvement
                                Topic
                                1. Do this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Gap, Recommendation, RecommendationKind
from trigpoint.extractors.parts.deadlines import due
from trigpoint.extractors.parts.items import Item, items
from trigpoint.extractors.parts.typeset import Heading

_LISTS: Final[tuple[tuple[RecommendationKind, re.Pattern[str]], ...]] = (
    ("recommendation", re.compile(r"(?:key )?recommendations?\W*", re.IGNORECASE)),
    (
        "priority-action",
        re.compile(
            r"(?:areas? for )?priority (?:(?:and|or) immediate )?actions?\W*", re.IGNORECASE
        ),
    ),
    (
        "area-for-improvement",
        re.compile(r"areas? for (?:improvement|development)\W*", re.IGNORECASE),
    ),
    (
        "improvement-point",
        re.compile(
            r"what (?:needs to improve|do(?:es)? .{2,60} needs? to improve)\W*", re.IGNORECASE
        ),
    ),
)
_NEXT: Final = re.compile(
    r"(?:executive )?summary\b|information about|inspection (?:findings|judge?ments?)\b"
    r"|key (?:strengths|findings)|progress since|the experiences and progress|what the inspection"
    r"|.*\bstrengths\b",
    re.IGNORECASE,
)
"""Headings of the chapters that follow such lists, whatever their size."""

_NONE: Final = re.compile(
    r"there (?:are|were|is) (?:currently )?no\b|(?:the )?inspect(?:ion|ors) (?:did not|found no)\b"
    r"|none\b|no (?:areas?|priority|recommendations?|immediate)\b",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"\(((?:outcome|enabler)s?\s[^()]{1,60})\)", re.IGNORECASE)
_LARGER: Final = 1.1
_SAME_SIZE: Final = 0.5  # points


def asked_in_lists(
    document: Document, lines: Sequence[Line], found: Sequence[Heading], *, numbered: bool = True
) -> tuple[Recommendation, ...]:
    """Return what is asked for under the headings `found` in `lines`, numbered by kind.

    Numbers before paragraphs mark items, unless `numbered` is false.
    """
    counts: Counter[RecommendationKind] = Counter()
    recommendations = []
    for kind, heading, item in _asked(document, lines, found, numbered=numbered):
        counts[kind] += 1
        recommendations.append(_recommendation(kind, heading, item, counts[kind]))
    return tuple(recommendations)


def none_asked(found: Sequence[Heading], asked: Sequence[Recommendation]) -> tuple[Gap, ...]:
    """Return a gap where nothing is asked for: no list is there, or one says that it is empty."""
    if asked:
        return ()
    listed = any(map(asks, found))
    return (Gap("recommendations", "none-stated" if listed else "not-found"),)


def asks(heading: Heading) -> bool:
    """Tell whether a heading says that what stands below is asked for."""
    return _kind(heading) is not None


def items_under(
    document: Document,
    lines: Sequence[Line],
    found: Sequence[Heading],
    place: int,
    *,
    numbered: bool = True,
) -> tuple[Item, ...]:
    """Return the items of the list under the heading at `place` in `found`, with their topics."""
    heading, below = found[place], found[place + 1 :]
    stop = next((one.first for one in below if _ends(one, heading)), len(lines))
    topics = {line.start for one in below if one.first < stop for line in one.lines}
    return items(document, lines[heading.after : stop], _in(topics), numbered=numbered)


def _asked(
    document: Document, lines: Sequence[Line], found: Sequence[Heading], *, numbered: bool
) -> Iterator[tuple[RecommendationKind, Heading, Item]]:
    for place, heading in enumerate(found):
        if kind := _kind(heading):
            for item in items_under(document, lines, found, place, numbered=numbered):
                if not _NONE.match(item.text):
                    yield kind, heading, item


def _in(starts: set[int]) -> Callable[[Line], bool]:
    return lambda line: line.start in starts


def _kind(heading: Heading) -> RecommendationKind | None:
    return next((kind for kind, words in _LISTS if words.fullmatch(heading.text)), None)


def _ends(heading: Heading, above: Heading) -> bool:
    """Tell whether a heading ends the list under another, rather than parts it by topic."""
    if _kind(heading):
        return True
    if above.bold and not heading.bold:
        return heading.size > _LARGER * above.size
    return heading.size > above.size - _SAME_SIZE or bool(_NEXT.match(heading.text))


def _recommendation(
    kind: RecommendationKind, heading: Heading, item: Item, position: int
) -> Recommendation:
    return Recommendation(
        kind=kind,
        text=item.text,
        position=position,
        evidence=item.evidence,
        section=heading.text,
        heading=item.heading,
        due=due(item.text),
        tags=tuple(_TAG.findall(item.text)),
        confidence=0.99 if item.marked else 0.8,
    )
