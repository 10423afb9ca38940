"""The head of a letter: its date, and the entries of the address, each over one or more lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Evidence
from trigpoint.extractors.parts.dates import first_date
from trigpoint.extractors.parts.evidence import evidence

_SALUTATION: Final = re.compile(r"\W*Dear\b")
_POST: Final = (
    r"(?:Acting|Area|Assistant|Associate|Borough|CEO|Chair|Chief|Commissioner|Corporate|Deputy"
    r"|Designated|Detective|Director|Divisional|Executive|Group|Head|Independent|Interim|Lead"
    r"|Managing|Manager|National|Operational|Place|Police|Probation|Regional|Senior|Service"
    r"|Strategic|Superintendent|Temporary|Territorial|Youth)\b"
)
_HELD: Final = (
    r"(?:(?:Acting|Assistant|Chief|Corporate|Deputy|Designated|Divisional|Executive|Interim"
    r"|Operational|Probation|Regional|Strategic|Temporary|Territorial) )*"
    r"(?:Chair|Commander|Constable|Director|Doctor|Executive|Head|Lead|Manager|Nurse|Officer)\b"
)
_WORD: Final = rf"(?!{_POST}|[A-Z]{{2,4}}\b)[A-Z][\w’'-]*\.?"
_HONOUR: Final = r"(?:,? \(?(?!CEO\b)[A-Z]{2,4}\)?(?=[\s,]))"
PERSON: Final = re.compile(
    rf"{_WORD}(?: {_WORD}){{1,3}}{_HONOUR}*(?:\s*,\s*|\s+[–-]\s+|\s+(?={_HELD}))"
)
"""A person's name at the start of an entry, with honours, up to the post held."""

_GLUED: Final = re.compile(r"(?:\b(?:and|of|for|the|with)|[&,–-])$")


def letter_date(document: Document) -> Iterator[Evidence]:
    """Yield the date above the salutation."""
    for line in _head(document):
        if date := first_date(line.text):
            yield evidence(document, line.start + date.start, line.start + date.end)
            return


def entries(document: Document) -> tuple[tuple[Line, ...], ...]:
    """Return the lines of each entry between the date and the salutation, in printed order."""
    head = _head(document)
    dated = dropwhile(lambda line: not first_date(line.text), head)
    lines = list(dated)[1:] or head
    found: list[list[Line]] = []
    margin = max((line.box.right for line in document.lines if line.box), default=0.0)
    for line in lines:
        if found and _goes_on(found[-1], line, margin):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(tuple(entry) for entry in found)


def salutation(document: Document) -> Line | None:
    """Return the line that begins with "Dear" on the first page."""
    first = (line for line in document.lines if line.page == 1)
    return next((line for line in first if _SALUTATION.match(line.text)), None)


def _head(document: Document) -> list[Line]:
    dear = salutation(document)
    return [line for line in document.lines if dear and line.start < dear.start]


def _goes_on(entry: Sequence[Line], line: Line, margin: float) -> bool:
    """Tell whether a line is the rest of an entry: its first word had no room above."""
    before = " ".join(one.text for one in entry)
    if before.count("(") > before.count(")") or _GLUED.search(before) or not line.text[0].isupper():
        return True
    return not PERSON.match(line.text) and _is_full(entry[-1], line, margin)


def _is_full(above: Line, line: Line, margin: float) -> bool:
    if above.box is None or line.box is None:
        return not line.gap_before and "," not in line.text
    word = len(line.text.split()[0]) + 1
    width = (line.box.right - line.box.left) / len(line.text)
    return above.box.right + word * width > margin
