"""Which review came before which, and which earlier judgement a grade speaks of.

An earlier review is of the same authority, the same line of frameworks and the same part. A body
that replaced another inherits no judgement: its first review is tied to the last ones of those
before it, and to nothing in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from trigpoint.graph import iris
from trigpoint.graph.authority_tables import authorities, changes
from trigpoint.graph.history.stored import Graded, Review, Stored
from trigpoint.graph.recurrence.succession import lines_of_succession

Link: TypeAlias = tuple[str, str, str]
"""Subject, property (prefixed) and object."""

_MONTHS_APART: Final = 4


def links(stored: Stored) -> Iterator[Link]:
    """Yield all links of a store from reviews, judgements and statements to earlier ones."""
    past = _Past(stored)
    for review in stored.reviews:
        if before := past.previous(review):
            yield review.iri, "tp:previousReview", before.iri
            yield from past.judged_before(review, before)
        else:
            for one in past.of_predecessors(review):
                yield review.iri, "tp:predecessorReview", one.iri


def earlier(one: str, other: str) -> bool:
    """Tell whether a date is surely before another, each as precise as printed."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def about_the_same_time(one: str, other: str) -> bool:
    """Tell whether two dates may be those of one review: its days, its end, its report."""
    if min(len(one), len(other)) < len("2004-10"):
        return one[:4] == other[:4]
    return abs(_month(one) - _month(other)) <= _MONTHS_APART


def _month(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7])


@dataclass(frozen=True)
class _Past:
    """The reviews of a store, found by whom they are about."""

    stored: Stored

    def previous(self, review: Review) -> Review | None:
        """Return the last review of the same kind before a review."""
        return self._last(review.authority, review)

    def of_predecessors(self, review: Review) -> Iterator[Review]:
        """Yield the last review of each body that the authority replaced."""
        for authority in predecessors().get(review.authority, ()):
            if found := self._last(authority, review):
                yield found

    def judged_before(self, review: Review, before: Review) -> Iterator[Link]:
        """Yield for judgements, and grades told of the review before, the judgement they follow."""
        known = self._judgements[before.iri]
        for one in self._judgements[review.iri]:
            if found := _same_line(one, known):
                yield one.iri, "tp:previousJudgement", found.iri
        if not review.told or about_the_same_time(review.told, before.date):
            for one in self._told[review.iri]:
                if found := _same_function(one, known):
                    yield one.iri, "tp:refersTo", found.iri

    def _last(self, authority: str, review: Review) -> Review | None:
        alike = self._by_kind[authority, *_kind(review)]
        before = [one for one in alike if earlier(one.date, review.date)]
        return max(before, key=lambda one: (one.date, one.iri), default=None)

    @cached_property
    def _by_kind(self) -> dict[tuple[str, ...], list[Review]]:
        found: dict[tuple[str, ...], list[Review]] = defaultdict(list)
        for review in self.stored.reviews:
            found[review.authority, *_kind(review)].append(review)
        return found

    @cached_property
    def _judgements(self) -> dict[str, list[Graded]]:
        return _by_review(self.stored.judgements)

    @cached_property
    def _told(self) -> dict[str, list[Graded]]:
        return _by_review(self.stored.told)


def _kind(review: Review) -> tuple[str, str]:
    line = lines_of_succession().get(review.framework, review.framework)
    return line, review.part


def _by_review(graded: Iterable[Graded]) -> dict[str, list[Graded]]:
    found: dict[str, list[Graded]] = defaultdict(list)
    for one in graded:
        found[one.review].append(one)
    return found


def _same_line(one: Graded, known: Iterable[Graded]) -> Graded | None:
    """Return the judgement of the same item, where frameworks differ that of the same functions."""
    known = list(known)
    same = [other for other in known if one.item and other.item == one.item]
    return _only(same) if same else _of_exactly(one, known)


def _same_function(one: Graded, known: Iterable[Graded]) -> Graded | None:
    """Return the judgement of the functions told of, or else the one that includes them."""
    known = list(known)
    on_scale = [other for other in known if other.scale == one.scale]
    wider = [other for other in on_scale if one.functions <= other.functions]
    return _of_exactly(one, known) or _only(wider)


def _of_exactly(one: Graded, known: Iterable[Graded]) -> Graded | None:
    return _only(
        [
            other
            for other in known
            if one.functions and other.functions == one.functions and other.scale == one.scale
        ]
    )


def _only(found: list[Graded]) -> Graded | None:
    return found[0] if len(found) == 1 else None


def predecessors() -> dict[str, tuple[str, ...]]:
    """Return the IRIs of the bodies that each authority replaced, by its own."""
    by_number = {body.dfe_number: iris.authority(body) for body in authorities()}
    found: dict[str, tuple[str, ...]] = {}
    for change in changes():
        old = [by_number[number] for number in change.original]
        for number in change.resulting:
            new = by_number[number]
            found[new] = (*found.get(new, ()), *(one for one in old if one != new))
    return found
