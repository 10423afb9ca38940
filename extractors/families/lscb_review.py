"""Reviews of a local safeguarding children board that are reports of their own."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import childrens_services as common
from trigpoint.extractors.families import safeguarding_board as board
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.yardstick import yardstick
from trigpoint.extractors.findings import Report
from trigpoint.extractors.parts.recognition import likeness, mark
from trigpoint.extractors.parts.typeset import headings, in_order

_TITLE: Final = re.compile(r"review of the effectiveness\b", re.IGNORECASE)
_MARKS: Final = (
    mark(
        r"\breview of the effectiveness of the local safeguarding children board", 0.7, within=500
    ),
    mark(r"^.{0,90}safeguarding children board\b", 0.2, within=200),
    mark(r"inspection of (?:services|local authority|safeguarding)", -0.7, within=600),
    mark(r"inspection of .{2,90}local authority", -0.7, within=600),
)


def recognise(document: Document) -> float:
    """Return how surely this is the review of a board alone."""
    return likeness(document, _MARKS)


def extract(document: Document) -> tuple[Report, ...]:
    """Return what the review says; the authority is the board as the cover names it."""
    lines = in_order(document.lines)
    found = headings(lines)
    facts = tuple(common.facts(document, common.named_above(document, _TITLE)))
    stated = yardstick(board.FRAMEWORK).headed(document, found, known=board.key)
    review = board.part(document, lines, found, stated, facts)
    return (review,) if review else ()


FAMILY: Final = Family("lscb-review", board.FRAMEWORK, "inspection", recognise, extract)
