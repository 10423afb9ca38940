"""Actions asked for in a table: one a row, beside the body responsible or on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Recommendation, RecommendationKind
from trigpoint.extractors.parts.actors import actor
from trigpoint.extractors.parts.bodies import bodies
from trigpoint.extractors.parts.deadlines import due
from trigpoint.extractors.parts.items import Item, items
from trigpoint.extractors.parts.markup import clean
from trigpoint.extractors.parts.passages import is_marked, item_evidence, item_text
from trigpoint.extractors.parts.rows import Row, below_head, paragraphs, two_columns
from trigpoint.extractors.parts.sections import Section

_BESIDE: Final = 0.97
_ALONE: Final = 0.95


def asked_in_tables(
    document: Document, parts: Iterable[Section], kind: RecommendationKind, area: str
) -> Iterator[Recommendation]:
    """Yield the actions of the sections, read as one table, counted from 1.

    A table may print its heading again on the next page. `area` is the authority's name.
    """
    whole = _joined(tuple(parts))
    found = (one for one in _asked(document, whole, area) if one[0].text)
    for position, (item, addressees, sure) in enumerate(found, 1):
        yield Recommendation(
            kind=kind,
            text=item.text,
            position=position,
            evidence=item.evidence,
            section=whole.title,
            addressees=addressees,
            due=due(item.text),
            confidence=sure,
        )


def _joined(parts: Sequence[Section]) -> Section:
    title = next((part.title for part in parts), "")
    lines = tuple(line for part in parts for line in part.lines if line.text != title)
    return Section(title, (), lines, frozenset().union(*(part.notes for part in parts)))


def _asked(
    document: Document, part: Section, area: str
) -> Iterator[tuple[Item, tuple[str, ...], float]]:
    rows = two_columns(part.lines)
    for row in below_head(rows):
        if row.right:
            yield _item(document, row.right, part), _names(document, row, area), _BESIDE
    for item in () if rows else _alone(document, part):
        yield item, tuple(filter(None, [actor(item.text)])), _ALONE


def _names(document: Document, row: Row, area: str) -> tuple[str, ...]:
    """Return the bodies in the left cell."""
    text = clean(item_text(document, row.left))
    return tuple(text[start:end] for start, end in bodies(text, area))


def _alone(document: Document, part: Section) -> Iterator[Item]:
    if part.lines and is_marked(part.lines[0]):
        yield from items(document, part.lines)
    else:
        for lines in paragraphs(part.lines):
            yield _item(document, lines, part)


def _item(document: Document, lines: Sequence[Line], part: Section) -> Item:
    return Item(item_text(document, lines, part.notes), item_evidence(document, lines))
