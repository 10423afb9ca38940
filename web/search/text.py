"""How words are taken apart: accents, apostrophes and hyphens make no difference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_QUOTED: Final = re.compile(r'["“”„]([^"“”„]*)["“”„]')
_WORD: Final = re.compile(r"[^\W_]+")
_CHUNK: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’‘`´]s\b", re.IGNORECASE)
_COMPOUND: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)+")
MOST_WORDS: Final = 24
"""A longer query is read up to here."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together, in this order; mostly one. `quoted`: as typed, no other."""

    words: tuple[str, ...]
    quoted: bool = False


def folded(text: str) -> str:
    """Return a text in small letters without accents.

    >>> folded("Café O’Neill")
    'cafe o’neill'
    """
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).lower()


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded, in order.

    >>> words_of("The children’s multi-agency plans")
    ['the', 'children', 'multi', 'agency', 'plans']
    """
    return _WORD.findall(_POSSESSIVE.sub(" ", folded(text)))


def compounds_of(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of each word that a hyphen or an apostrophe divides.

    >>> list(compounds_of("multi-agency work, O’Neill"))
    [('multi', 'agency'), ('o', 'neill')]
    """
    for found in _COMPOUND.finditer(_POSSESSIVE.sub(" ", folded(text))):
        yield tuple(_WORD.findall(found[0]))


def terms_of(query: str) -> tuple[Term, ...]:
    """Return what a query asks for; whatever is typed, it is words and phrases.

    >>> terms_of('"missing children" plans')
    (Term(words=('missing', 'children'), quoted=True), Term(words=('plans',), quoted=False))
    """
    terms: list[Term] = []
    end = 0
    for found in _QUOTED.finditer(query):
        terms += [*_loose(query[end : found.start()]), *_phrase(found[1])]
        end = found.end()
    return _first([*terms, *_loose(query[end:])])


def _loose(text: str) -> Iterator[Term]:
    for chunk in _CHUNK.findall(_POSSESSIVE.sub(" ", folded(text))):
        yield Term(tuple(_WORD.findall(chunk)))


def _phrase(text: str) -> Iterator[Term]:
    if words := words_of(text):
        yield Term(tuple(words), quoted=True)


def _first(terms: list[Term]) -> tuple[Term, ...]:
    """Return as many of the terms as hold no more words than are read."""
    kept: list[Term] = []
    left = MOST_WORDS
    for term in terms:
        if left <= 0:
            break
        kept.append(Term(term.words[:left], term.quoted))
        left -= len(term.words)
    return tuple(kept)
