"""Strengths and weaknesses that a sentence of prose announces by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Finding, FindingKind
from trigpoint.extractors.language.paragraphs import Paragraph, Span
from trigpoint.extractors.language.sentences import sentence_spans
from trigpoint.extractors.language.tables import cue
from trigpoint.extractors.parts.evidence import evidence

_KINDS: Final[dict[FindingKind, str]] = {"strength": "strengths", "weakness": "weaknesses"}
_NAMES_ONE: Final = re.compile(r"strength|weakness|problem|shortcoming", re.IGNORECASE)
_CONFIDENCE: Final = 0.8


def announced(
    document: Document, found: Sequence[Paragraph], known: Sequence[Finding]
) -> Iterator[Finding]:
    """Yield what prose calls a strength or a weakness, numbered after the `known` ones."""
    for kind in _KINDS:
        position = sum(one.kind == kind for one in known)
        for paragraph in found:
            for start, end in () if paragraph.listed else _places(paragraph.text, kind):
                position += 1
                place = evidence(document, *paragraph.span(start, end))
                text = paragraph.text[start:end]
                yield Finding(kind, text, position, (place,), paragraph.heading, _CONFIDENCE)


def _places(text: str, kind: FindingKind) -> Iterator[Span]:
    """Yield the sentences that name one, and those that follow `some problems remain`."""
    if not _NAMES_ONE.search(text):
        return
    follows = False
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        if cue(_KINDS[kind]).search(sentence):
            follows = True
        elif follows or cue(kind).search(sentence):
            yield start, end
