"""What the words around a name say: a body of the past, one only cited, text on the inspection."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.extractors.language.partner_tables import plain

_ABOUT_INSPECTION: Final = re.compile(
    r"regulates and inspects|carried out under|(?:Her|His) Majesty's Chief Inspector"
    r"|If you would like a copy|reuse this information|The inspection (?:team )?was (?:led|carried)"
    r"|Age group|National Archives|Lead inspector|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
)
_DEALINGS: Final = re.compile(
    r"\b(?:fund(?:ing|s)?|appoint\w*|advis\w+|works? |working|commission\w+|partner\w*|support\w*"
    r"|monitor\w*|interven\w+|liais\w+|joint\w*|service|practitioner\w*)\b",
    re.IGNORECASE,
)
_PAPERS: Final = re.compile(
    r"\b(?:guidance|statistic\w*|data|tables?|census|returns?|figures|published|consultation)\b",
    re.IGNORECASE,
)
_OF_A_THING: Final = re.compile(
    r"(?:'s)? (?:electronic|patient|records?|numbers?|data|digital|systems?|standards)\b"
)
_NAMES_A_PAPER: Final = re.compile(r"(?:'s)? [A-Z]")
_FORMER: Final = re.compile(r"\b(?:formerly|previously) (?:known as )?(?:the )?$")
_HANDED_ON: Final = re.compile(
    r"\b(?:passed|transferred|took over|taken over|replac\w+|dissolved|abolished|became)\b"
)
_SENTENCE_END: Final = re.compile(r"(?<=[.?!;])\s+(?=[^\W\d_]|[‘“'\"(])")
_YEARS_A_NAME_OUTLIVES_ITS_LAW: Final = 1


def is_about_inspection(text: str) -> bool:
    """Tell whether a paragraph speaks of the inspection and its report, or is an address."""
    return bool(_ABOUT_INSPECTION.search(plain(text)))


def is_of_a_thing(text: str, end: int) -> bool:
    """Tell whether a name only says whose records, data or standards those after it are."""
    return bool(_OF_A_THING.match(plain(text), end))


def has_dealings(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence of a name speaks of dealings with it, not of its papers."""
    if _NAMES_A_PAPER.match(plain(text), end) or is_of_a_thing(text, end):
        return False  # a fund, a grant or a paper of its name
    around = text[slice(*sentence(text, start, end))]
    return bool(_DEALINGS.search(around)) and not _PAPERS.search(around)


def is_former(text: str, start: int, end: int, *, last_day: str, today: str) -> bool:
    """Tell whether a name is that of a body of the past; `last_day` is empty where none is known.

    Days are ISO 8601, as precise as known.
    """
    if _FORMER.search(text, max(start - 25, 0), start):
        return True
    if not last_day or today <= last_day:
        return False
    years = int(today[:4]) - int(last_day[:4])
    handed_on = _HANDED_ON.search(text, *sentence(text, start, end))
    return years > _YEARS_A_NAME_OUTLIVES_ITS_LAW or handed_on is not None


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends in which a name stands."""
    gaps = [found.span() for found in _SENTENCE_END.finditer(text)]
    first = max((after for _, after in gaps if after <= start), default=0)
    last = min((before for before, _ in gaps if before >= end), default=len(text))
    return first, last
