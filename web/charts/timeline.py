"""Swim lanes: one a function, a pill at each inspection, a ribbon while the grade stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from string import ascii_uppercase
from typing import Final

from markupsafe import Markup

from trigpoint.web.charts.drawing import draw, identifier
from trigpoint.web.charts.marks import Grade, legend, letters_of
from trigpoint.web.charts.years import Axis
from trigpoint.web.words import day

LEVEL: Final = 34
"""Height of one level of a lane, in CSS pixels."""
_NEAR: Final = 9.0
"""Two pills nearer than this, in percent of the width, stand on two levels: a phone's measure."""
_PER_CHARACTER: Final = 0.95
_PILL: Final = 5.0
"""Percent of the width that a character of the words and half a pill take on a wide page."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A grade given on a day under a framework, which may have `ended` on another.

    `note` says in which inspection, `href` leads to it.
    """

    date: str
    grade: Grade
    href: str = ""
    note: str = ""
    framework: str = ""
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A function with its grades, in any order."""

    label: str
    judged: tuple[Judged, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which a lane changes to another framework: what is before is on other terms."""

    date: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Pill:
    """Like judgements of one day as they are drawn: place and end of the ribbon in percent.

    `open`: nothing loaded has ended it. `words`: there is room for the words beside it.
    """

    judged: tuple[Judged, ...]
    x: float
    end: float
    level: int
    open: bool
    words: bool

    @property
    def first(self) -> Judged:
        """The judgement that it leads to."""
        return self.judged[0]

    @property
    def said(self) -> str:
        """The judgements in words."""
        notes = "; ".join(dict.fromkeys(one.note for one in self.judged if one.note))
        what = f"{day(self.first.date)}: {self.first.grade.words}{self.times}"
        return f"{what} ({notes})" if notes else what

    @property
    def times(self) -> str:
        """How many judgements they are, where there are several."""
        return f" × {len(self.judged)}" if len(self.judged) > 1 else ""

    @property
    def y(self) -> int:
        """The upper edge of its level."""
        return self.level * LEVEL


def timeline(lanes: Sequence[Lane], *, title: str, until: str) -> Markup:
    """Return the lanes on one axis that ends with the day `until`; nothing if nothing is judged.

    A ribbon ends with the next grade of its lane, or with the framework.
    """
    dates = [one.date for lane in lanes for one in lane.judged]
    if not dates:
        return Markup()
    grades = [one.grade for lane in lanes for one in lane.judged]
    axis = Axis.over([*dates, until])
    found = {each for lane in lanes for each in breaks_of(lane)}
    names = {each: _name(place) for place, each in enumerate(sorted(found, key=_order))}
    return draw(
        "timeline",
        name=identifier("timeline", title),
        title=title,
        axis=axis,
        level=LEVEL,
        lanes=[
            (lane, _pills(lane, axis, until), [axis.x(each.date) for each in breaks_of(lane)])
            for lane in lanes
        ],
        letters=letters_of(grades),
        legend=legend(grades),
        breaks=[(name, each, axis.x(each.date)) for each, name in names.items()],
    )


def breaks_of(lane: Lane) -> list[Break]:
    """Return where a lane goes on under another framework."""
    return [
        Break(after.date, before.framework, after.framework)
        for before, after in pairwise(sorted(lane.judged, key=_date))
        if before.framework != after.framework
    ]


def _pills(lane: Lane, axis: Axis, until: str) -> list[Pill]:
    alike = [tuple(of) for _, of in groupby(sorted(lane.judged, key=_likeness), key=_likeness)]
    xs = [axis.x(judged[0].date) for judged in alike]
    levels = list(_levels(xs))
    made = []
    for place, (judged, x, level) in enumerate(zip(alike, xs, levels, strict=True)):
        beside = zip(xs[place + 1 :], levels[place + 1 :], strict=True)
        room = next((other for other, on in beside if on == level), 100.0) - x
        later = sorted(one.date for one in lane.judged if one.date > judged[0].date)
        ends = [axis.x(date) for date in (*later[:1], judged[0].ended) if date]
        end = max(x, min(ends, default=axis.x(until)))
        made.append(Pill(judged, x, end, level, open=not ends, words=_fits(judged, room)))
    return made


def _levels(xs: Iterable[float]) -> Iterator[int]:
    """Yield the first level for each place on which no other is near."""
    last: list[float] = []
    for x in xs:
        free = (level for level, before in enumerate(last) if x - before >= _NEAR)
        level = next(free, len(last))
        last[level : level + 1] = [x]
        yield level


def _fits(judged: tuple[Judged, ...], room: float) -> bool:
    characters = len(judged[0].grade.words) + (4 if len(judged) > 1 else 0)
    return room >= _PILL + _PER_CHARACTER * characters


def _likeness(one: Judged) -> tuple[str, str, int, str]:
    return one.date, one.grade.scale, one.grade.place, one.framework


def _date(one: Judged) -> str:
    return one.date


def _order(one: Break) -> tuple[str, str, str]:
    return one.date, one.before, one.after


def _name(place: int) -> str:
    return ascii_uppercase[place % len(ascii_uppercase)]
