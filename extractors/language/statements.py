"""The statements of grades in the prose of a document: candidates found, read, and put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Direction, GradeStatement, Report, Time
from trigpoint.extractors.language.grades import (
    Mention,
    is_plain_before_noun,
    may_grade,
    mentions,
    past_is_previous,
    scales_of,
)
from trigpoint.extractors.language.paragraphs import Paragraph
from trigpoint.extractors.language.pipeline import Reader
from trigpoint.extractors.language.sentences import sentence_spans
from trigpoint.extractors.language.subjects import (
    Place,
    Setting,
    Subject,
    head_noun,
    is_apart,
    is_excluded,
    is_of_inspection,
    subjects,
)
from trigpoint.extractors.language.times import (
    clauses,
    direction_between,
    direction_of,
    echoes,
    looking_back,
    time_of,
)
from trigpoint.extractors.language.verdicts import Verdict
from trigpoint.extractors.parts.evidence import evidence


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement with the key of the framework's item that its words name, empty where none.

    `sure` says that they name the function beyond doubt.
    """

    statement: GradeStatement
    item: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph with at least one grade word."""

    paragraph: Paragraph
    start: int
    end: int
    mentions: tuple[Mention, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text[self.start : self.end]


def candidates(found: Sequence[Paragraph], framework: str) -> Iterator[Sentence]:
    """Yield the sentences that hold a grade word of the framework's scales."""
    for paragraph in found:
        if may_grade(paragraph.text, framework):
            for start, end in sentence_spans(paragraph.text):
                if held := mentions(paragraph.text[start:end], framework):
                    yield Sentence(paragraph, start, end, held)


def statements(
    document: Document, report: Report, found: Sequence[Paragraph], reader: Reader
) -> tuple[Stated, ...]:
    """Return the statements of a report's grades in these paragraphs, in order of printing."""
    sentences = list(candidates(found, report.framework))
    verdicts = reader([(one.text, one.mentions) for one in sentences])
    made: list[Stated] = []
    pairs = zip(sentences, verdicts, strict=True)
    for paragraph, group in groupby(pairs, key=lambda pair: pair[0].paragraph):
        made.extend(_Paragraph(document, report, paragraph).read(list(group)))
    return tuple(made)


class _Paragraph:
    """Reads the sentences of one paragraph in order, and remembers what the last one spoke of."""

    def __init__(self, document: Document, report: Report, paragraph: Paragraph) -> None:
        self.document = document
        self.report = report
        self.paragraph = paragraph
        self.setting = Setting.of(report, paragraph)
        self.antecedent: Subject | None = None
        self.former: tuple[tuple[str, ...], str] = ((), "")

    def read(self, group: Sequence[tuple[Sentence, tuple[Verdict, ...]]]) -> Iterator[Stated]:
        for sentence, verdicts in group:
            stretches = clauses(sentence.text, sentence.mentions)
            by_mention = dict(zip(sentence.mentions, stretches, strict=True))
            for verdict in verdicts:
                start, end = by_mention[verdict.mention]
                before = sentence.text[start : verdict.mention.end]
                after = self.paragraph.text[sentence.end :]
                if self._grades(verdict, sentence, before, after):
                    yield from self._stated(sentence, verdict, start, end)

    def _grades(self, verdict: Verdict, sentence: Sentence, before: str, after: str) -> bool:
        if verdict.form != "predicate" and is_plain_before_noun(self.report.framework):
            return False
        return not is_apart(sentence.text) and not is_excluded(verdict, before, after)

    def _stated(
        self, sentence: Sentence, verdict: Verdict, start: int, end: int
    ) -> Iterator[Stated]:
        key, clause, after = self.report.framework, sentence.text[start:end], sentence.text[end:]
        before = f"{self.paragraph.heading}. {self.paragraph.text[: sentence.start + start]}"
        time = time_of(clause, verdict.verb, before, past_is_previous=past_is_previous(key))
        if not _is_of_time(verdict.mention.scale, key, time):
            return
        for subject in subjects(verdict, self._place(sentence), self.antecedent):
            self.antecedent = subject
            yield self._statement(sentence, verdict, subject, time, clause + looking_back(after))
            if other := echoes(clause, time):
                yield self._statement(sentence, verdict, subject, other, clause)

    def _direction(
        self, mention: Mention, subject: Subject, time: Time, clause: str
    ) -> Direction | None:
        """Return the direction in words, or from the grade before that the paragraph tells."""
        if time == "previous":
            self.former = (subject.functions, mention.grade)
            return None
        stated = direction_of(clause) if head_noun(subject.text) != "capacity" else None
        functions, grade = self.former
        if stated or functions != subject.functions or subject.level == "aspect":
            return stated
        return direction_between(mention.scale, grade, mention.grade)

    def _place(self, sentence: Sentence) -> Place:
        before = sentence_spans(self.paragraph.text[: sentence.start])[-1:]
        said = "".join(self.paragraph.text[start:end] for start, end in before)
        told = sentence.text if is_of_inspection(sentence.text) else said
        return Place(self.setting, opens=sentence.start == 0, said=told)

    def _statement(
        self, sentence: Sentence, verdict: Verdict, subject: Subject, time: Time, clause: str
    ) -> Stated:
        span = sentence.paragraph.span(sentence.start, sentence.end)
        statement = GradeStatement(
            stated_in="prose",
            subject=subject.text,
            grade=verdict.mention.grade,
            evidence=evidence(self.document, *span),
            scale=verdict.mention.scale,
            time=time,
            direction=self._direction(verdict.mention, subject, time, clause),
            level=subject.level,
            paragraph=sentence.paragraph.number,
            functions=subject.functions,
            confidence=subject.confidence,
        )
        return Stated(statement, subject.item, subject.sure)


def _is_of_time(scale: str, framework: str, time: Time) -> bool:
    return any(key == scale and only in (None, time) for key, only in scales_of(framework))
