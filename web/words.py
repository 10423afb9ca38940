"""How values are written for people: days, grades, counts, kinds."""

from __future__ import annotations

import calendar
import re
from typing import Final

_UNSAID: Final = re.compile(r" to be .*| and/or ")
_KINDS: Final = {
    "area-for-improvement": "area for improvement",
    "improvement-point": "what needs to improve",
    "key-recommendation": "key recommendation",
    "priority-action": "priority action",
    "decision-request": "decision request",
}


def day(date: str) -> str:
    """Write a date as precise as it is.

    >>> [day(one) for one in ("2004", "2004-10", "2022-02-21", "")]
    ['2004', 'October 2004', '21 February 2022', '']
    """
    parts = date.partition("T")[0].split("-")
    if len(parts) == 1 or not all(part.isdecimal() for part in parts):
        return date
    month = f"{calendar.month_name[int(parts[1])]} {parts[0]}"
    return f"{int(parts[2])} {month}" if len(parts) > 2 else month


def when(date: str) -> str:
    """Write a date with its preposition.

    >>> when("2004-10"), when("2022-02-21")
    ('in October 2004', 'on 21 February 2022')
    """
    return f"{'on' if date.count('-') > 1 else 'in'} {day(date)}"


def letters(grade: str) -> str:
    """Return the first letters of the words that tell a grade from others of its scale.

    >>> letters("requires improvement to be good"), letters("good")
    ('RI', 'G')
    """
    return "".join(word[0] for word in _UNSAID.sub(" ", grade).split()).upper()


def tail(iri: str) -> str:
    """Return the end of an IRI; of nothing, nothing."""
    return iri.rstrip("/").rpartition("/")[2].rpartition("#")[2]


def spoken(key: str) -> str:
    """Return the name of a kind for people."""
    return _KINDS.get(key, key.replace("-", " "))


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "report"), counted(2, "report"), counted(3, "authority", "authorities")
    ('1 report', '2 reports', '3 authorities')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"
