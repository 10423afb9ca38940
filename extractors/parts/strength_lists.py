"""Strengths in lists under headings that say so: "The authority's strengths", "Key strengths"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Finding
from trigpoint.extractors.parts.asking_lists import items_under
from trigpoint.extractors.parts.typeset import Heading

_STRENGTHS: Final = re.compile(r"(?:(?!weakness)[\w’'-]+ ){0,6}strengths\W*", re.IGNORECASE)


def strengths(
    document: Document, lines: Sequence[Line], found: Sequence[Heading]
) -> tuple[Finding, ...]:
    """Return the items under the headings `found` in `lines` that speak of strengths alone."""
    listed = (
        (heading.text, item)
        for place, heading in enumerate(found)
        if _STRENGTHS.fullmatch(heading.text)
        for item in items_under(document, lines, found, place)
    )
    return tuple(
        Finding(
            kind="strength",
            text=item.text,
            position=position,
            evidence=item.evidence,
            section=section,
            confidence=0.99 if item.marked else 0.85,
        )
        for position, (section, item) in enumerate(listed, 1)
    )
