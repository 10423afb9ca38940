"""Acronyms as a document itself explains them: "the Early Help Board (EHB)"."""

from __future__ import annotations

import re
from typing import Final

_IN_BRACKETS: Final = re.compile(
    r"\((?:the |referred to as (?:the )?|or )?['‘“]?([A-Z][A-Za-z&]{1,7})['’”]?\)"
)
_WORDS: Final = re.compile(r"[A-Za-z][\w'’]*")
_UNCOUNTED: Final = frozenset({"and", "of", "for", "the", "in", "on", "with", "to"})
_MOST_WORDS: Final = 10


def acronyms(text: str) -> dict[str, str]:
    """Return the long form of each acronym that `text` explains, the first where it has several."""
    found: dict[str, str] = {}
    for bracket in _IN_BRACKETS.finditer(text):
        long_form = _long_form(text[max(bracket.start() - 120, 0) : bracket.start()], bracket[1])
        if long_form:
            found.setdefault(bracket[1], long_form)
    return found


def is_spelt(acronym: str, name: str) -> bool:
    """Tell whether the first letters of the words of a name spell an acronym."""
    letters = [letter.casefold() for letter in acronym if letter.isalpha()]
    words = _WORDS.findall(name)
    return len(letters) > 1 and bool(words) and _spells(words, letters)


def _long_form(before: str, acronym: str) -> str:
    """Return the last words of `before` whose first letters spell the acronym, else nothing."""
    letters = [letter.casefold() for letter in acronym.removesuffix("s") if letter.isalpha()]
    words = list(_WORDS.finditer(before))
    for count in range(len(letters), min(len(words), _MOST_WORDS) + 1):
        chosen = words[-count:]
        if _spells([word[0] for word in chosen], letters):
            return " ".join(before[chosen[0].start() :].split()).rstrip(" ,'‘“")
    return ""


def _spells(words: list[str], letters: list[str]) -> bool:
    initials = [word[0].casefold() for word in words]
    counted = [
        initial
        for initial, word in zip(initials, words, strict=True)
        if word.casefold() not in _UNCOUNTED
    ]
    return letters in (initials, counted) and initials[0] == letters[0]
