"""The review of a local safeguarding children board, in a report of its own or inside another."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.families import childrens_services as common
from trigpoint.extractors.families.yardstick import Stated, yardstick
from trigpoint.extractors.findings import Fact, Gap, Report
from trigpoint.extractors.parts.asking_lists import asked_in_lists, asks, none_asked
from trigpoint.extractors.parts.facts import fact, gaps, matched
from trigpoint.extractors.parts.strength_lists import strengths
from trigpoint.extractors.parts.typeset import Heading

FRAMEWORK: Final = "sif"
ITEM: Final = "lscb"
"""The key of the board's item in the framework, and what tells its review from the authority's."""

_BOARD: Final = r"(?:(?!board\b)[\w’'-]+ )*?safeguarding children board(?: \(\w+\))?"
_OPENS: Final = re.compile(
    rf"(?:section \d\W+)?(?:the )?(?:(?:inspection|review) of )?(?:the )?(?:effectiveness of )?"
    rf"(?:the )?{_BOARD}",
    re.IGNORECASE,
)
_JUDGED: Final = re.compile(
    rf"(?:the )?(?:overall )?(?:effectiveness of )?(?:the )?(?:{_BOARD}|\w{{0,2}}SCB)",
    re.IGNORECASE,
)
_OF_THE_AUTHORITY: Final = ("legal_basis", "previous_inspection", "previous_grade")
_LEGAL: Final = re.compile(
    r"\breview of the [^.]{0,80}? under (section \d+[A-Z]? of the [A-Z][\w',()\s]+? Act,? \d{4})"
)


def key(label: str) -> str | None:
    """Return the key of the board's item where a label names a board, in any wording."""
    return ITEM if _JUDGED.fullmatch(label) else None


def others(stated: Sequence[Stated]) -> tuple[Stated, ...]:
    """Return the statements that are not about the board."""
    return tuple(one for one in stated if one[0] != ITEM)


def first_line(found: Sequence[Heading]) -> int:
    """Return the place of the line where the board's part begins, past all where there is none.

    Cover and contents name the board too; its part comes after what the authority is asked for.
    """
    words = yardstick(FRAMEWORK).wording
    asked = next((place for place, heading in enumerate(found) if asks(heading)), 0)
    within = [heading for heading in found[asked:] if heading.page > 1 or asked]
    opens = [heading.first for heading in within if _OPENS.fullmatch(heading.text)]
    graded = [(heading.first, words.parted(heading.text)) for heading in within]
    judged = [first for first, parted in graded if parted and key(parted[0])]
    return min([*opens[-1:], *judged[:1]], default=sys.maxsize)


def part(
    document: Document,
    lines: Sequence[Line],
    found: Sequence[Heading],
    stated: Sequence[Stated],
    facts: Sequence[Fact],
) -> Report | None:
    """Return the report on the board from the headings of its part, or None where there is none."""
    judged = [one for one in stated if one[0] == ITEM]
    asked = asked_in_lists(document, lines, found)
    if not judged and not asked:
        return None
    shared = (one for one in facts if one.field not in _OF_THE_AUTHORITY)
    return Report(
        family="lscb-review",
        kind="inspection",
        framework=FRAMEWORK,
        part=ITEM,
        facts=(*shared, *_legal_basis(document)),
        judgements=yardstick(FRAMEWORK).judgements((), judged),
        recommendations=asked,
        findings=strengths(document, lines, found),
        gaps=(
            *gaps(common.EXPECTED, facts),
            *(() if judged else (Gap("judgements", "not-found"),)),
            *none_asked(found, asked),
        ),
    )


def _legal_basis(document: Document) -> Iterator[Fact]:
    return fact("legal_basis", matched(document, _LEGAL))
