"""By when something is asked for, where an item begins or ends with it."""

from __future__ import annotations

import re
from typing import Final

from trigpoint.extractors.parts.dates import MONTH

_NOW: Final = r"with immediate effect|immediately"
_COUNT: Final = (
    r"(?:with)?in (?:the next )?(?:\d{1,2}|a|one|two|three|four|five|six|nine|ten|twelve)"
)
_DAYS: Final = rf"{_COUNT} (?:working )?(?:day|week)s?"
_MONTHS: Final = rf"{_COUNT} (?:month|term|year)s?"
_FROM: Final = r" of (?:the )?(?:date of )?(?:publication|receipt|this report|the inspection)[\w ]*"
_YEAR: Final = r"(?:19|20)\d\d"
_DATE: Final = (
    rf"by (?:the (?:end|beginning|start) of )?(?:(?:\d{{1,2}} )?{MONTH}(?: {_YEAR})?|{_YEAR})"
)
_FIRST: Final = re.compile(
    rf"(?P<due>{_NOW}|(?:{_DAYS}|{_MONTHS})(?:{_FROM})?|{_DATE})\s*[:,]", re.IGNORECASE
)
_LAST: Final = re.compile(
    rf"\b(?P<due>{_NOW}|{_MONTHS}(?:{_FROM})?|{_DAYS}{_FROM}|{_DATE})\W*$", re.IGNORECASE
)


def due(text: str) -> str:
    """Return the term as the item prints it, empty where it prints none.

    Days and weeks that end an item say how fast a service should be, unless they run from a day.
    """
    found = _FIRST.match(text) or _LAST.search(text)
    return found["due"] if found else ""
