"""How sure a statement is: the share of its like that was found right on labels.

`data/confidence.csv` has the measured share for each kind of statement and band of the method (the
confidence that the finder set by hand). What falls below the level of the table is not stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Protocol, TypeVar

from trigpoint.data import read_table
from trigpoint.extractors.findings import GradeStatement, Judgement, Report

ANY: Final = "any"
LEVEL: Final = "level"


class Stated(Protocol):
    """Anything that a report states, with the confidence that its finder set."""

    @property
    def confidence(self) -> float:
        """From 0 to 1."""
        ...


AnyStated = TypeVar("AnyStated", bound=Stated)


@dataclass(frozen=True, slots=True)
class Table:
    """Measured confidence by kind and band, and the level below which nothing is stored."""

    values: dict[tuple[str, str], float]
    level: float

    def confidence(self, kind: str, by_hand: float) -> float:
        """Return the value of the band, else of the kind, else of the wider kind before its `/`.

        A kind that was never measured keeps what was set by hand.
        """
        wider = kind.partition("/")[0]
        for key in ((kind, band(by_hand)), (kind, ANY), (wider, ANY)):
            if key in self.values:
                return self.values[key]
        return by_hand


@cache
def table() -> Table:
    """Return the table of the data room."""
    found = {
        (row["kind"], row["band"]): float(row["confidence"]) for row in read_table("confidence")
    }
    return Table(found, found.pop((LEVEL, ANY), 0.0))


def band(by_hand: float) -> str:
    """Return the name of a band: the confidence set by hand, which tells the method."""
    return f"{by_hand:.2f}"


def kind_of_statement(statement: GradeStatement) -> str:
    """Return the kind of a statement of a grade: by place, time and level."""
    if statement.stated_in != "prose":
        return "judgement"
    return f"prose-{'previous' if statement.time == 'previous' else statement.level}"


def calibrated(report: Report, measured: Table | None = None) -> Report:
    """Return the report with measured confidence, without what falls below the level."""
    known = measured or table()
    asked = f"recommendation/{report.family}"
    return replace(
        report,
        facts=_sure(report.facts, lambda _: "fact", known),
        judgements=tuple(
            replace(one, statements=_sure(one.statements, kind_of_statement, known))
            for one in _sure(report.judgements, _kind_of_judgement, known)
        ),
        statements=_sure(report.statements, kind_of_statement, known),
        progress=_sure(report.progress, lambda _: "progress", known),
        recommendations=_sure(report.recommendations, lambda _: asked, known),
        findings=_sure(report.findings, lambda _: "finding", known),
        partners=_sure(report.partners, lambda one: "partner" if one.proper else "role", known),
    )


def _kind_of_judgement(judgement: Judgement) -> str:
    places = judgement.statements
    return kind_of_statement(places[0]) if places else "judgement"


def _sure(
    stated: Iterable[AnyStated], kind: Callable[[AnyStated], str], known: Table
) -> tuple[AnyStated, ...]:
    return tuple(_measured(stated, kind, known))


def _measured(
    stated: Iterable[AnyStated], kind: Callable[[AnyStated], str], known: Table
) -> Iterator[AnyStated]:
    for one in stated:
        value = known.confidence(kind(one), one.confidence)
        if value >= known.level:
            yield replace(one, confidence=value)  # type: ignore[type-var] # all are dataclasses
