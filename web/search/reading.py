"""How a query is read: which words it stands for, and the expression that finds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from trigpoint.web.search.index import Index
from trigpoint.web.search.text import Term, terms_of
from trigpoint.web.search.vocabulary import Vocabulary

Phrase: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What a term stands for: any of these phrases.

    `corrected`: it was not typed so; `common`: it tells few entries apart.
    """

    typed: str
    phrases: tuple[Phrase, ...]
    corrected: bool = False
    quoted: bool = False
    common: bool = False

    @property
    def expression(self) -> str:
        """The phrases as FTS5 wants them."""
        return f"({' OR '.join(_quote(phrase) for phrase in self.phrases)})"

    @property
    def shown(self) -> str:
        """The words that stand for all: what is searched instead of what was typed."""
        words = " ".join(self.phrases[0]) if self.corrected else self.typed
        return f'"{words}"' if self.quoted else words


@dataclass(frozen=True, slots=True)
class Reading:
    """A query as it is understood."""

    sought: tuple[Sought, ...] = ()

    @property
    def all_words(self) -> str:
        """The FTS5 expression of what holds every term."""
        return " AND ".join(one.expression for one in self.sought)

    @property
    def telling(self) -> Reading:
        """The same without the words that tell little, where others are left."""
        return Reading(tuple(one for one in self.sought if not one.common) or self.sought)

    @property
    def some_words(self) -> str:
        """The FTS5 expression of what holds any term."""
        return " OR ".join(one.expression for one in self.sought)

    @property
    def corrected(self) -> bool:
        """Whether a word was replaced by one that is near."""
        return any(one.corrected for one in self.sought)

    @property
    def shown(self) -> str:
        """The query with its corrections."""
        return " ".join(one.shown for one in self.sought)


def read_query_text(index: Index, text: str, *, exact: bool = False) -> Reading:
    """Return what a text asks of an index; `exact`: no word is replaced by another."""
    terms = _together(terms_of(text), index.vocabulary)
    return Reading(tuple(one for term in terms for one in _seek(index, term, exact=exact)))


def read_beginning(index: Index, text: str) -> Reading:
    """Return what a text that is still being typed asks for: its last word only begins one."""
    terms = terms_of(text)
    if not terms or text[-1].isspace() or terms[-1].quoted:
        return read_query_text(index, text)
    *before, word = [word for term in terms for word in term.words]
    done = read_query_text(index, " ".join(before))
    words = index.vocabulary.completions(word) or index.vocabulary.completions_near(word)
    last = (Sought(word, tuple((one,) for one in words)),) if words else ()
    return Reading((*done.sought, *(last or _seek(index, Term((word,)), exact=False))))


def _together(terms: Sequence[Term], vocabulary: Vocabulary) -> list[Term]:
    """Join two words that somewhere are written as one: multi agency, multi-agency, multiagency."""
    joined: list[Term] = []
    for term in terms:
        before = joined[-1] if joined else Term(())
        pair = (*before.words, *term.words)
        loose = len(pair) == 2 and not (before.quoted or term.quoted)
        if loose and joined and vocabulary.joined.get("".join(pair)) == pair:
            joined[-1] = Term(pair)
        else:
            joined.append(term)
    return joined


def _seek(index: Index, term: Term, *, exact: bool) -> tuple[Sought, ...]:
    typed = " ".join(term.words)
    phrases = _spellings(term, index.vocabulary)
    common = len(term.words) == 1 and index.is_common(typed)
    sought = Sought(typed, phrases, quoted=term.quoted, common=common)
    if exact or term.quoted or index.knows(sought.expression):
        return (sought,)
    if len(term.words) > 1:
        return tuple(one for word in term.words for one in _seek(index, Term((word,)), exact=exact))
    near = _near(index.vocabulary, typed)
    return (Sought(typed, near, corrected=True) if near else sought,)


def _spellings(term: Term, vocabulary: Vocabulary) -> tuple[Phrase, ...]:
    """Return a term with and without its hyphens, where both are used."""
    if term.quoted:
        return (term.words,)
    whole = "".join(term.words)
    other = vocabulary.joined.get(whole) if len(term.words) == 1 else (whole,)
    return (term.words, other) if other else (term.words,)


def _near(vocabulary: Vocabulary, word: str) -> tuple[Phrase, ...]:
    """Return the words that a word begins, else those it is a slip away from."""
    found = vocabulary.completions(word) if len(word) > 3 else []
    return tuple((one,) for one in found or vocabulary.nearest(word))


def _quote(words: Iterable[str]) -> str:
    """Return a phrase for FTS5; words hold no quotes."""
    return f'"{" ".join(words)}"'
