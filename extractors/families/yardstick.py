"""A framework as the measure of its reports: finding what each of its items was judged to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence, GradeStatement, Judgement, StatedIn
from trigpoint.extractors.parts.alignment import Line as ItemLabels
from trigpoint.extractors.parts.evidence import evidence
from trigpoint.extractors.parts.graded import Wording, cell_words
from trigpoint.extractors.parts.judgement_table import Row, judgement_table
from trigpoint.extractors.parts.typeset import Heading
from trigpoint.ontology.vocabulary import Framework, Grade, Item, framework, scale

Stated: TypeAlias = tuple[str, GradeStatement]
"""The key of an item and a place that states its grade."""

_MOST_HEADINGS = 4  # over which a label and its grade are spread


@dataclass(frozen=True)
class Yardstick:
    """A framework and its wordings of items and grades."""

    framework: Framework
    wording: Wording

    def table(self, document: Document) -> tuple[tuple[Row, ...], tuple[Stated, ...]]:
        """Return the rows of the table of judgements, and what repeats them above chapters."""
        rows, elsewhere = judgement_table(document, self.wording)
        grades = {row.key: row.grade for row in reversed(rows)}
        repeats = (row for row in elsewhere if grades.get(row.key) == row.grade)
        return rows, tuple(
            (row.key, one) for row in repeats if (one := self._stated(row, "heading"))
        )

    def headed(
        self,
        document: Document,
        found: Sequence[Heading],
        taken: Sequence[Evidence] = (),
        *,
        known: Callable[[str], str | None] = lambda _: None,
    ) -> tuple[Stated, ...]:
        """Return item and statement of every heading that ends in its grade, less those `taken`.

        `known` gives the keys of items whose labels the framework does not word. Label and grade
        may be set as two headings, or as lines of two columns.
        """
        return tuple(self._headed(document, outside(found, taken), known))

    def _headed(
        self, document: Document, found: Sequence[Heading], known: Callable[[str], str | None]
    ) -> Iterator[Stated]:
        done = 0
        for at in range(len(found)):
            runs = _runs(found, at) if at >= done else ()
            stated = (self._in_heading(document, run, known) for run in runs)
            if first := next(filter(None, stated), None):
                yield first
                done = next(n for n, one in enumerate(found, 1) if one.end >= first[1].evidence.end)

    def _in_heading(
        self, document: Document, run: Sequence[Heading], known: Callable[[str], str | None]
    ) -> Stated | None:
        label, printed = self.wording.parted(" ".join(one.text for one in run)) or ("", "")
        key = known(label) or self.wording.item(label) if label else None
        grade = self._grade(key, printed) if key else None
        if not (key and grade):
            return None
        place = evidence(document, run[0].start, run[-1].end)
        return key, GradeStatement("heading", label, grade.words, place, self._scale(key))

    def judgements(self, rows: Sequence[Row], stated: Sequence[Stated]) -> tuple[Judgement, ...]:
        """Join the rows of the table with the statements elsewhere, one judgement an item."""
        by_key = {row.key: row for row in reversed(rows)}
        keys = dict.fromkeys((*by_key, *(key for key, _ in stated)))
        elsewhere = {key: [one for item, one in stated if item == key] for key in keys}
        judged = (self._judgement(key, by_key.get(key), elsewhere[key]) for key in keys)
        return tuple(sorted(judged, key=lambda one: one.evidence[0].start))

    def _judgement(
        self, key: str, row: Row | None, elsewhere: Sequence[GradeStatement]
    ) -> Judgement:
        item = self._item(key)
        grade = self._grade(key, row.grade if row else elsewhere[0].grade)
        cell = self._stated(row, "table") if row else None
        return Judgement(
            item=key,
            label=row.label if row else elsewhere[0].subject,
            scale=item.scale,
            statements=(*((cell,) if cell else ()), *elsewhere),
            evidence=row.places if row else (elsewhere[0].evidence,),
            number=item.number,
            grade=grade.words if grade else None,
            rank=grade.rank if grade else None,
            no_grade_reason=None if grade else "not-judged",
            section=item.section,
            confidence=row.confidence if row else elsewhere[0].confidence,
        )

    def _stated(self, row: Row, where: StatedIn) -> GradeStatement | None:
        grade = self._grade(row.key, row.grade)
        if grade is None:
            return None
        return GradeStatement(
            where,
            row.label,
            grade.words,
            row.place,
            self._scale(row.key),
            confidence=row.confidence,
        )

    def _item(self, key: str) -> Item:
        return next(item for item in self.framework.items if item.key == key)

    def _scale(self, key: str) -> str:
        return self._item(key).scale

    def _grade(self, key: str, printed: str) -> Grade | None:
        return scale(self._scale(key)).worded(cell_words(printed))


def places(rows: Sequence[Row], stated: Sequence[Stated] = ()) -> tuple[Evidence, ...]:
    """Return every place that rows and statements take up."""
    cells = (place for row in rows for place in row.places)
    return (*cells, *(statement.evidence for _, statement in stated))


@cache
def yardstick(key: str) -> Yardstick:
    """Return a framework with its wordings."""
    measure = framework(key)
    labels = (ItemLabels(one.key, one.number, (one.label, *one.variants)) for one in measure.items)
    scales = dict.fromkeys(item.scale for item in measure.items)
    grades = [grade for one in scales for grade in scale(one).grades]
    words = (words for grade in grades for words in (grade.words, *grade.variants))
    return Yardstick(measure, Wording(tuple(labels), tuple(dict.fromkeys(words))))


def outside(found: Sequence[Heading], places: Sequence[Evidence]) -> tuple[Heading, ...]:
    """Return the headings that share no word with the places."""
    spans = [(place.start, place.end) for place in places]
    return tuple(
        one for one in found if not any(start < one.end and one.start < end for start, end in spans)
    )


def _runs(found: Sequence[Heading], at: int) -> Iterator[Sequence[Heading]]:
    """Yield the headings from one on that adjoin, more and more of them."""
    for stop in range(at + 1, min(at + _MOST_HEADINGS, len(found)) + 1):
        if stop > at + 1 and found[stop - 1].first != found[stop - 2].after:
            return
        yield found[at:stop]
