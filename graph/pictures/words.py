"""Dates, numbers and names as a title says them."""

from __future__ import annotations

from datetime import date
from typing import Final

_SMALL: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_FRAMEWORKS: Final = {"area-send": "Area SEND", "": "no framework"}


def day(printed: str) -> str:
    """Return an ISO date as people write it, as precise as it is given.

    >>> day("2004-10-04"), day("2004-10"), day("2004")
    ('4 October 2004', 'October 2004', '2004')
    """
    if len(printed) < 7:
        return printed
    full = date.fromisoformat(f"{printed}-01"[:10])
    month = f"{full:%B %Y}"
    return month if len(printed) == 7 else f"{full.day} {month}"


def year_of(printed: str) -> float:
    """Return where an ISO date lies on an axis of years; a vague one lies in its middle.

    >>> year_of("2004"), year_of("2004-07")
    (2004.5, 2004.5416666666667)
    """
    year, *rest = (int(part) for part in printed.split("-"))
    if not rest:
        return year + 0.5
    months = rest[0] - 1 + ((rest[1] - 1) / 31 if len(rest) > 1 else 0.5)
    return year + months / 12


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, small numbers in words.

    >>> count(1, "authority", "authorities"), count(12, "report"), count(13, "report")
    ('one authority', 'twelve reports', '13 reports')
    """
    words = _SMALL[number] if number < len(_SMALL) else f"{number:,}"
    return f"{words} {noun if number == 1 else plural or noun + 's'}"


def share(part: int, whole: int, noun: str, plural: str = "") -> str:
    """Return a part with what it is a part of.

    >>> share(3, 12, "report")
    '3 of 12 reports'
    """
    return f"{part:,} of {whole:,} {noun if whole == 1 else plural or noun + 's'}"


def framework(notation: str) -> str:
    """Return the short name of a framework.

    >>> framework("ilacs"), framework("lea-2004"), framework("area-send")
    ('ILACS', 'LEA 2004', 'Area SEND')
    """
    return _FRAMEWORKS.get(notation) or notation.replace("-", " ").upper()
