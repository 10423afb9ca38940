"""Who is asked to act: the subject of the first "should", "must" or "need to" of an item."""

from __future__ import annotations

import re
from typing import Final

_SENTENCE: Final = re.compile(r"(?<=[.?!;])\s+")
_DUTY: Final = re.compile(
    r"(?<!\bthe)(?<!\bwhat)\s(?:should|must|needs? to|will need to|need to)\b"
)
_PURPOSE: Final = re.compile(r"(?:To|In|So that|Across|Within)\b")
_PRONOUN: Final = re.compile(r"(?:they|this|these|it|there|that|which|who|all)\b", re.IGNORECASE)
_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|do|does|not)\b")
_MOST_WORDS: Final = 16


def actor(text: str) -> str:
    """Return who should act as the item names them, empty where it names nobody."""
    for sentence in _SENTENCE.split(text):
        if duty := _DUTY.search(sentence):
            head = sentence[: duty.start()]
            who = head.rpartition(", ")[2] if _PURPOSE.match(head) else head
            if _names_somebody(who):
                return who.strip(" ,")
    return ""


def _names_somebody(who: str) -> bool:
    plain = not (_PRONOUN.match(who) or _VERB.search(who))
    return plain and 0 < len(who.split()) <= _MOST_WORDS
