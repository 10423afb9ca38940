"""How fast and how far things moved, as the prose says: kept apart from how good they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import ProgressStatement, Report
from trigpoint.extractors.language.functions import resolve
from trigpoint.extractors.language.paragraphs import Paragraph
from trigpoint.extractors.language.progress_forms import Move, may_move, moves_in
from trigpoint.extractors.language.sentences import sentence_spans
from trigpoint.extractors.language.subjects import POINTER, Setting
from trigpoint.extractors.parts.evidence import evidence

_AFTERTHOUGHT: Final = re.compile(
    r",?\s+(?:since|over the|(?:in|during|over) the (?:last|past)|in a short|but|although|by \w+ing"
    r"|in order)\b.*$",
    re.IGNORECASE,
)
_STATED: Final = 0.85
_IMPLIED: Final = 0.7


def progress_statements(
    document: Document, report: Report, found: Sequence[Paragraph]
) -> tuple[ProgressStatement, ...]:
    """Return what paragraphs say of progress, in the order of printing."""
    return tuple(
        ProgressStatement(
            subject=subject,
            degree=move.degree,
            evidence=evidence(document, *paragraph.span(start, end)),
            paragraph=paragraph.number,
            functions=functions,
            confidence=_STATED if move.happened else _IMPLIED,
        )
        for paragraph, start, end, move in _moves(found)
        for subject, functions in [_meant(move.subject, Setting.of(report, paragraph))]
    )


def _moves(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, int, int, Move]]:
    for paragraph in found:
        for start, end in sentence_spans(paragraph.text) if may_move(paragraph.text) else ():
            for move in moves_in(paragraph.text[start:end]):
                yield paragraph, start, end, move


def _meant(subject: str, setting: Setting) -> tuple[str, tuple[str, ...]]:
    """Return the subject, that of the heading where it is a pronoun, and the functions it names."""
    if not subject or POINTER.fullmatch(subject):
        return setting.heading, setting.match.functions
    subject = _AFTERTHOUGHT.sub("", subject).strip(" ,")
    match = resolve(
        subject,
        setting.framework,
        names=setting.names,
        prior=setting.functions,
        context=setting.context,
    )
    return subject, match.functions or setting.match.functions
