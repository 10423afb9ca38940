"""What the opening of a report says in running words: who was inspected, when, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence
from trigpoint.extractors.parts.dates import MONTH
from trigpoint.extractors.parts.passages import Passage
from trigpoint.extractors.parts.typeset import paragraphs

_LINES: Final = 100
_NO_PLACE: Final = (
    r"(?:(?:Local|Area|Children\S*|Services?|Inspection|Report|Safeguarding|Between|From|On|This"
    r"|Dear|Youth|Adults?|Special|SEND|Ofsted|HMI?|Her|His|Majesty\S*|Joint|Annual|Social|Care"
    r"|Education|Looked|Partnership|Authority|Act|Section|England|Wales|Britain|Great|United"
    rf"|{MONTH})\b)"
)
_WORD: Final = rf"(?!{_NO_PLACE})[A-Z][\w’'-]*,?"
_NAME: Final = rf"{_WORD}(?: (?:(?:and|by|in|le|of|on|the|upon|with|&) )*{_WORD})*(?<!,)"
_SETTING: Final = (
    r"(?!(?:\S+ ){0,6}?(?:School|Academy|College|Nursery|Hospital|Home|Prison|University)\b)"
)
_REVIEWED: Final = re.compile(
    r"\b(?:[Vv]isit|[Ii]nspection|[Rr]eview|[Aa]ssessment)s?(?: [a-z][\w’'-]*,?){0,10}?"
    rf" (?:to|of|in|within|at|across) (?:the )?{_SETTING}(?P<name>{_NAME})"
)
_COUNCIL: Final = re.compile(
    rf"^(?P<name>{_NAME})(?:(?<=Council)|(?= Children[’']s Services Authority Area))"
)
_WHEN: Final = re.compile(
    r"\b(?:(?:[Vv]isit|[Ii]nspection|[Rr]eview|[Ff]ieldwork)\b[^.]{0,200}?\b(?:on|between|from)"
    r"|Between|From) (?P<when>\d{1,2}\b[^.]{0,50}?\b(?:19|20)\d\d)\b"
)
_INSPECTORATE: Final = re.compile(
    r"\b(?:(?i:Ofsted)|Office for Standards in Education|Care Quality Commission|Audit Commission"
    r"|Healthcare Commission|Commission for Social Care Inspection"
    r"|(?:HM|(?:Her|His) Majesty[’']s) Inspectorate of \w+|(?:Her|His) Majesty[’']s Inspectors?"
    r"|Social Services Inspectorate)\b"
)


def reviewed(document: Document) -> Iterator[Evidence]:
    """Yield where the opening names the place of a visit, inspection, review or assessment."""
    opening = _opening(document)
    yield from chain.from_iterable(one.places(_REVIEWED, "name") for one in opening)
    yield from chain.from_iterable(one.places(_COUNCIL, "name") for one in opening)


def on_days(document: Document) -> Iterator[Evidence]:
    """Yield where the opening says on which days that was."""
    return chain.from_iterable(one.places(_WHEN, "when") for one in _opening(document))


def inspectorates(document: Document) -> Iterator[Evidence]:
    """Yield where the opening names an inspectorate, or its inspectors."""
    return chain.from_iterable(one.places(_INSPECTORATE) for one in _opening(document))


def _opening(document: Document) -> tuple[Passage, ...]:
    """Return the paragraphs with which the document begins."""
    found = paragraphs(document.lines[:_LINES])
    return tuple(Passage(document, one.lines) for one in found)
