"""Links from a recommendation to like ones that were made before it.

repeats      the same authority was told, by an earlier review of the same inspection
recurs       another authority was told, by the same inspection
reiterates   another inspection asked for it, of this authority or another

The same inspection is one framework or those that followed each other in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from trigpoint.graph.recurrence.asks import Ask
from trigpoint.graph.recurrence.likeness import Wordings
from trigpoint.graph.recurrence.method import Level, Method
from trigpoint.graph.recurrence.overlay import Verdicts

Kind: TypeAlias = Literal["repeats", "recurs", "reiterates"]
Status: TypeAlias = Literal["computed", "confirmed"]

_ELSEWHERE: Final = 10  # links of an ask to other authorities or inspections: the most alike
_COPIES: Final = 10  # of one wording: the latest before the ask


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """That one ask is like an earlier one: how, how much (0 to 1), and who says so."""

    later: Ask
    earlier: Ask
    kind: Kind
    likeness: float
    level: Level
    status: Status


@dataclass(frozen=True)
class Linker:
    """Makes links by a method, what readers said, and the lines of succession of frameworks."""

    wordings: Wordings
    method: Method
    verdicts: Verdicts = field(default_factory=Verdicts)
    lines: Mapping[str, str] = field(default_factory=dict)

    def links(self) -> Iterator[Link]:
        """Yield the links of every ask: all repetitions, and the most alike of the others."""
        for wording, asks in enumerate(self.wordings.asks):
            near = {wording: 1.0, **self.wordings.near[wording]}
            for later in asks:
                yield from _kept(self._found(later, near))

    def _found(self, later: Ask, near: Mapping[int, float]) -> list[Link]:
        """Return the links of an ask, the most alike first."""
        links = (
            self._link(later, earlier, likeness)
            for other, likeness in near.items()
            for earlier in _before(later, self.wordings.asks[other])
            if _pair(later, earlier) not in self.verdicts.rejected
        )
        return sorted(links, key=lambda link: (-link.likeness, link.earlier))

    def _link(self, later: Ask, earlier: Ask, likeness: float) -> Link:
        sure = _pair(later, earlier) in self.verdicts.confirmed
        status: Status = "confirmed" if sure else "computed"
        kind = self._kind(later, earlier)
        return Link(later, earlier, kind, likeness, self.method.level(likeness), status)

    def _kind(self, later: Ask, earlier: Ask) -> Kind:
        if self._line(later) != self._line(earlier):
            return "reiterates"
        return "repeats" if later.authority == earlier.authority != "" else "recurs"

    def _line(self, ask: Ask) -> str:
        return self.lines.get(ask.framework, ask.framework)


def _before(later: Ask, asks: Sequence[Ask]) -> Iterator[Ask]:
    """Yield the asks of earlier reviews: the latest copies, and all made to the same authority."""
    earlier = [ask for ask in asks if _is_before(ask, later)]
    yield from earlier[-_COPIES:]
    yield from (ask for ask in earlier[:-_COPIES] if ask.authority == later.authority)


def _is_before(ask: Ask, later: Ask) -> bool:
    """Say whether another review made an ask before: on the same day, only of another authority."""
    if not ask.date or ask.review == later.review:
        return False
    if ask.date == later.date:
        return ask.authority != later.authority and ask.iri < later.iri
    return ask.date < later.date


def _kept(found: Iterable[Link]) -> Iterator[Link]:
    others = 0
    for link in found:
        certain = link.kind == "repeats" or link.status == "confirmed"
        others += not certain
        if certain or others <= _ELSEWHERE:
            yield link


def _pair(one: Ask, other: Ask) -> tuple[str, str]:
    return min(one.iri, other.iri), max(one.iri, other.iri)
