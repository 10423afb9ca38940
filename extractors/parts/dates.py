"""Dates as reports print them, each as precise as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from trigpoint.extractors.findings import PartialDate

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONTH: Final = rf"(?:{'|'.join(_MONTHS)})"
"""The name of a month, as a regular expression."""

_SHORT_MONTH: Final = rf"(?<=\d\s)(?:{'|'.join(month[:3] for month in _MONTHS)}|Sept)\b\.?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?"
_AND: Final = rf"\s*(?:[-–—/&,]|(?:to|and|until)\b)\s*(?:the\s+)?{_WEEKDAY}"
DATE: Final = re.compile(
    rf"\b(?:(?P<days>{_DAY}(?:{_AND}{_DAY})*)\s*(?:of\s+)?)?"
    rf"(?P<month>{'|'.join(_MONTHS)}|{_SHORT_MONTH}),?(?:\s+(?P<year>(?:19|20)\d\d))?\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d|(?<=/)\d\d)\b",
    re.IGNORECASE,
)
"""A printed date or run of days; the year may be missing, as before another date."""


@dataclass(frozen=True, slots=True)
class Period:
    """From the first to the last day, month or year that a text prints, and where it does so."""

    first: PartialDate
    last: PartialDate
    start: int
    end: int


class _Printed(NamedTuple):
    year: int | None
    month: int
    days: tuple[int, ...]
    start: int
    end: int


def period(text: str) -> Period | None:
    """Return the outer bounds of all dates in `text`; a year holds for the dates before it too."""
    found = list(_dated(text))
    if not found:
        return None
    return Period(
        first=min(first for first, _, _, _ in found),
        last=max(last for _, last, _, _ in found),
        start=min(start for _, _, start, _ in found),
        end=max(end for _, _, _, end in found),
    )


def first_date(text: str) -> Period | None:
    """Return the first date or run of days in `text` that has its year."""
    found = next((match for match in DATE.finditer(text) if period(match[0])), None)
    if found is None:
        return None
    bounds = period(found[0])
    return bounds and Period(bounds.first, bounds.last, found.start(), found.end())


def _dated(text: str) -> Iterator[tuple[PartialDate, PartialDate, int, int]]:
    year: int | None = None
    month = 12
    for printed in reversed(_all_printed(text)):
        year = printed.year or (year and year - (printed.month > month))  # December to January
        month = printed.month
        if year is not None and _possible(printed):
            stem = f"{year:04}-{printed.month:02}"
            first, last = (
                (f"{stem}-{printed.days[0]:02}", f"{stem}-{printed.days[-1]:02}")
                if printed.days
                else (stem, stem)
            )
            yield first, last, printed.start, printed.end


def _all_printed(text: str) -> list[_Printed]:
    """Return what is printed of each date; the last day has the year of the one before."""
    found = [_printed(match) for match in DATE.finditer(text) if not _is_verb(match)]
    if len(found) > 1 and found[-1].days and not found[-1].year and (before := found[-2]).year:
        year = before.year + (found[-1].month < before.month)
        found[-1] = found[-1]._replace(year=year)
    return found


def _is_verb(match: re.Match[str]) -> bool:
    """Tell "may" or "march" from the month, where neither day nor year stands with it."""
    alone = bool(match["month"]) and not (match["days"] or match["year"])
    return alone and match["month"][0].islower()


def _printed(match: re.Match[str]) -> _Printed:
    if match["y"]:
        year = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
        return _Printed(year, int(match["m"]), (int(match["d"]),), *match.span())
    return _Printed(
        year=int(match["year"]) if match["year"] else None,
        month=_month(match["month"]),
        days=tuple(map(int, re.findall(r"\d+", match["days"] or ""))),
        start=match.start(),
        end=match.end(),
    )


def _month(printed: str) -> int:
    """Return the number of a month by its first three letters."""
    return 1 + [month[:3] for month in _MONTHS].index(printed[:3].capitalize())


def _possible(printed: _Printed) -> bool:
    return 1 <= printed.month <= 12 and all(1 <= day <= 31 for day in printed.days)
