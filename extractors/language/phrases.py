"""Noun phrases in a parsed sentence: the subject of a verb, its words, its coordinated parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from trigpoint.extractors.language.grades import Mention
from trigpoint.extractors.language.verdicts import without_adjunct

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_SHARED: Final = ("conj", "xcomp", "ccomp", "advcl", "pcomp")
_WHICH: Final = ("which", "that", "who")
_JUDGES: Final = ("ofsted", "inspectors", "inspection", "inspections", "inspector", "report", "we")
ASIDES: Final = ("which", "where", "when", "whose")
_OBJECTS: Final = ("conj", "pobj", "dobj")
_BEFORE_A_VERB: Final = ("aux", "auxpass", "advmod")
_MANY: Final = ("are", "were")
_FINITE: Final = ("is", "are", "was", "were", "has", "have", "had")
_LEFT_OVER: Final = re.compile(r"\s+and$|\s*\(\s*\)")
_SHORT: Final = 6  # words of a first subject that the parse took for something else


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, shared with the verb it is joined to, or before `which`.

    A noun between `and` and the verb is nearer than a subject shared with the verb before it.
    """
    found = _found(verb)
    return found if found is None or found.head == verb else _nearer(found, verb) or found


def _found(verb: Token) -> Token | None:
    own = _own_subject(verb)
    return _shared(verb) if own is None else _meant(own, verb)


def _own_subject(verb: Token) -> Token | None:
    sides = (*verb.lefts, *verb.rights)
    return next((one for one in sides if one.dep_ in _SUBJECTS), None)


def _judged_by(verb: Token) -> Iterator[Token]:
    """Yield what inspectors judge: the object of their verb, or the subject of the clause in it."""
    yield from (one for one in verb.rights if one.dep_ in ("dobj", "nsubj"))


def _shared(verb: Token) -> Token | None:
    """Return the subject that a verb without one shares with those it hangs on."""
    for _ in range(5):
        if verb.dep_ in ("relcl", "acl"):
            return _antecedent(verb)
        if verb.dep_ not in _SHARED:
            return None
        if judged := _judged(verb):
            return judged
        verb = verb.head
        if (own := _own_subject(verb)) is not None:
            return None if own.dep_ == "expl" else _meant(own, verb)
    return None


def _meant(own: Token, verb: Token) -> Token | None:
    """Return a subject, or what `which` stands for, or what inspectors judge."""
    if own.lower_ in _WHICH and verb.dep_ == "relcl":
        return _antecedent(verb)
    return next(_judged_by(verb), None) if own.lower_ in _JUDGES else own


def _antecedent(clause: Token) -> Token:
    """Return the noun of a relative clause: not the agent in `a home run by A which is good`."""
    noun = clause.head
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent":
        return noun
    run = noun.head.head
    if run.dep_ == "csubj":
        return _own_subject(run) or noun
    return run.head if run.dep_ == "acl" else noun


def _judged(verb: Token) -> Token | None:
    """Return the object of the verb above that is this one's subject: `judge A to be good`."""
    if verb.dep_ != "xcomp":
        return None
    above = verb.head
    if above.dep_ == "xcomp" and above.lower_.endswith("ing") and above.i == verb.i - 2:
        return above  # a noun that looks like a verb: `judge fostering to be good`
    return next((one for one in above.rights if one.dep_ == "dobj" and one.i < verb.i), None)


def _before_aside(word: Token) -> Token:
    """Return the word before an aside between two commas, where `word` is the second of them."""
    opening = [one for one in word.doc[: word.i] if one.lower_ == ","]
    return word.nbor(opening[-1].i - 1 - word.i) if word.lower_ == "," and opening else word


def _nearer(subject: Token, verb: Token) -> Token | None:
    """Return the noun that `and` opens right before a verb: `has plans and work is good`."""
    helpers = (one.i for one in verb.lefts if one.dep_ in _BEFORE_A_VERB)
    first = min((verb.i, *helpers))
    word = _before_aside(verb.doc[max(first - 1, 0)])
    if word.dep_ not in _OBJECTS:
        return None
    while word.dep_ != "conj" and word.head.i > subject.i and word.head != word:
        word = word.head
    opened = word.dep_ == "conj" and verb.doc[word.left_edge.i - 1].lower_ == "and"
    return word if opened and word.i > subject.i and verb not in word.subtree else None


def phrase(head: Token, mention: Mention, *, alone: bool = False) -> str:
    """Return the words of a noun phrase in order, without clauses in apposition and the grade."""
    left = [one for one in head.subtree if not _is_aside(one, head, alone=alone)]
    judging = {
        part
        for one in left
        if one.dep_ in ("acl", "relcl") and _holds(one, mention)
        for part in one.subtree
    }
    kept = [one for one in left if one not in judging and not _is_within(one, mention)]
    text = "".join(one.text_with_ws for one in kept).strip(" ,;:.\"'")
    return without_adjunct(_LEFT_OVER.sub("", text))


def _holds(clause: Token, mention: Mention) -> bool:
    return any(_is_within(one, mention) for one in clause.subtree)


def _is_within(token: Token, mention: Mention) -> bool:
    return mention.start <= token.idx < mention.end


def _is_aside(token: Token, head: Token, *, alone: bool) -> bool:
    """Tell whether a token stands in a relative clause, an aside or (alone) another part."""
    while token != head:
        opening = next(iter(token.subtree)).lower_
        if token.dep_ in ("appos", "xcomp") or (token.dep_ == "relcl" and opening in ASIDES):
            return True
        if alone and token.head == head and token.dep_ in ("conj", "cc"):
            return True
        token = token.head
    return False


def coordinated(subject: Token, verb: Token, mention: Mention) -> tuple[str, ...]:
    """Return the parts of a subject that are graded together, nothing where there is but one.

    Parts are joined to the subject itself (`A and B are`), stand beside it where the parse took
    both for subjects, or share its beginning (`the quality of A and B`).
    """
    beside = subject.head.lefts if subject.dep_ in _SUBJECTS else ()
    others = (*subject.conjuncts, *(one for one in beside if one.dep_ in _SUBJECTS))
    joined = [subject, *(one for one in others if one.i > subject.i)]
    texts = [*_opening(subject, verb), *(phrase(one, mention, alone=True) for one in joined)]
    if len(texts) == 1:
        texts = list(_sharing(subject, mention))
    parts = tuple(dict.fromkeys(filter(None, texts)))
    return parts if len(parts) > 1 and all(map(_is_whole, parts)) else ()


def _is_whole(part: str) -> bool:
    """Tell a part that stands by itself from one that shares the words after another."""
    words = part.lower().split()
    return len(words) > 1 and not set(words) & {*_FINITE}


def _opening(subject: Token, verb: Token) -> Iterator[str]:
    """Yield the words before `and` where a plural verb shows that they are a subject as well."""
    plural = verb.lower_ in _MANY or any(one.lower_ in _MANY for one in verb.lefts)
    start = subject.left_edge.i
    is_second = start > 1 and subject.doc[start - 1].lower_ == "and"
    if not plural or not is_second or subject.lower_.endswith("s"):
        return
    before = list(subject.doc[: start - 1])
    if len(before) <= _SHORT and not any(one.lower_ in _FINITE or one.is_punct for one in before):
        yield "".join(one.text_with_ws for one in before).strip()


def _sharing(subject: Token, mention: Mention) -> Iterator[str]:
    """Yield `the quality of A` and `the quality of B` for `the quality of A and B`."""
    ends = [one for one in subject.subtree if one.dep_ == "pobj" and one.conjuncts]
    if not ends or ends[-1].head.dep_ != "prep":
        return
    last = ends[-1]
    shared = subject.doc[subject.left_edge.i : last.left_edge.i].text_with_ws
    for one in (last, *last.conjuncts):
        yield shared + phrase(one, mention, alone=True)
