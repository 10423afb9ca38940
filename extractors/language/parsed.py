"""Verdicts in a parsed sentence: of whom or what each grade word is predicated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from trigpoint.extractors.language.grades import Mention
from trigpoint.extractors.language.phrases import ASIDES, coordinated, phrase, subject_of
from trigpoint.extractors.language.tables import words
from trigpoint.extractors.language.verdicts import VERBS, Form, Verdict, by_rule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREDICATES: Final = ("acomp", "attr", "oprd", "ccomp", "xcomp")
_UNDER: Final = ("xcomp", "ccomp", "pcomp", "prep", "oprd", "acomp")
_STAGES: Final = ("level", "standard", "standards", "position", "point")
_MEASURES: Final = ("quality", "standard", "nature", "order")
_WHOLE: Final = ("provision", "support", "steps", "value", "response")
_PURPOSES: Final = ("advcl", "acl", "relcl")
_STEPS: Final = re.compile(r"\s+from\b.*$", re.DOTALL)


def by_parse(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Verdict]:
    """Yield the verdicts of a parsed sentence, in the order of its grade words."""
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is not None and (verdict := _verdict(span.root, mention)):
            yield verdict


def _verdict(grade: Token, mention: Mention) -> Verdict | None:
    """Read one grade word by its place in the parse; where the parse says nothing, by rule."""
    word = _first_of_series(grade)
    if mention.grade.startswith(VERBS) and grade.lower_.startswith(VERBS):
        return _by_verb(grade, mention)
    if verdict := _left_behind(word, mention):
        return verdict
    if verb := _predicating(word):
        return _rated(word, verb, mention) or _predicated(verb, mention)
    if word.dep_ == "amod":
        return _attributed(word.head, mention)
    return next(
        (one for one in by_rule(grade.doc.text, [mention]) if one.form == "predicate"), None
    )


def _rated(word: Token, verb: Token, mention: Mention) -> Verdict | None:
    """Read `judge the service as good`."""
    rated = [one for one in verb.rights if one.dep_ == "dobj" and one.i < word.i]
    if word.head.lower_ != "as" or not rated or _is_wish(verb):
        return None
    return _of(rated[0], mention, "predicate", verb)


def _predicating(word: Token) -> Token | None:
    """Return the verb by which an adjective is predicated, the word itself at the root."""
    if word.dep_ == "ROOT":
        return word
    if word.dep_ in _PREDICATES:
        return word.head
    if word.dep_ in ("amod", "pobj", "pcomp") and word.head.lower_ in ("as", "at"):
        return word.head.head
    return None


def _by_verb(grade: Token, mention: Mention) -> Verdict | None:
    """Read `services require improvement`, and `was judged to require improvement`."""
    ruled = by_rule(grade.doc.text, [mention])
    judged = next((one for one in ruled if one.verb), None)
    if judged or grade.dep_ in ("relcl", "acl"):
        return judged
    return _predicated(grade, mention)


def _left_behind(word: Token, mention: Mention) -> Verdict | None:
    """Read `improved from satisfactory to good` and `from the satisfactory level reported`."""
    noun = word.head if word.dep_ == "amod" and word.head.lower_ in _STAGES else word
    step = noun.head
    if noun.dep_ not in ("pobj", "amod", "pcomp", "prep", "advmod") or step.lower_ not in (
        "from",
        "to",
    ):
        return None
    verb = _changing(step.head.head if step.head.lower_ == "from" else step.head)
    if verb is None:
        return None
    changed = next((one for one in verb.rights if one.dep_ == "dobj"), None) or subject_of(verb)
    subject = _STEPS.sub("", phrase(changed, mention)) if changed else ""
    return Verdict(mention, subject, "predicate", "was" if step.lower_ == "from" else "is")


def _changing(word: Token) -> Token | None:
    """Return the verb of change that a word is, or hangs on as its object."""
    ways = (word, word.head) if word.dep_ in ("dobj", "prt", "prep") else (word,)
    return next((one for one in ways if one.lower_ in words("verbs", "verb", "change")), None)


def _first_of_series(grade: Token) -> Token:
    """Return the first adjective of `good and improving`: they share its place."""
    while grade.dep_ == "conj" and grade.head.dep_ in (*_PREDICATES, "amod"):
        grade = grade.head
    return grade


def _predicated(verb: Token, mention: Mention) -> Verdict | None:
    if _is_wish(verb) or _is_denied(verb):
        return None
    subject = subject_of(verb)
    if subject is None:
        ruled = [one for one in by_rule(verb.doc.text, [mention]) if one.subject]
        return ruled[0] if ruled and ruled[0].form == "predicate" else None
    return _of(subject, mention, "predicate", verb)


def _attributed(noun: Token, mention: Mention) -> Verdict | None:
    """Read the grade before a noun: given, found to exist, or the measure of something else."""
    verb = noun.head
    if noun.lower_ in _MEASURES and noun.dep_ == "pobj" and verb.lower_ == "of":
        return _measured(verb.head, mention)
    if noun.dep_ == "ROOT":
        return _of(noun, mention, "bare", noun)
    in_passing = noun.dep_ == "attr" and noun.lower_ in words("nouns", "noun", "plain")
    if in_passing or _is_wish(verb) or _is_denied(verb):
        return None
    if noun.dep_ in ("attr", "nsubj", "nsubjpass") or (
        noun.dep_ == "dobj" and verb.lower_ in words("verbs", "verb", "giving")
    ):
        if noun.lower_ in _WHOLE and noun.dep_ == "dobj":
            by = subject_of(verb)
            giver = phrase(by, mention) if by is not None else ""
            return Verdict(mention, _to_clause_end(noun), "attribute", _spoken(verb), giver=giver)
        subject = subject_of(verb) if noun.dep_ == "attr" else None
        is_named = subject is not None and subject.dep_ != "expl" and subject.lower_ != "there"
        named = subject if is_named and subject is not None else noun
        return _of(named, mention, "attribute", verb)
    return None


def _is_denied(verb: Token) -> bool:
    """Tell a verb with `not`: its own, that of the verb above, or of one joined to it by `or`."""
    if any(one.dep_ == "neg" for one in (*verb.lefts, *verb.rights)):
        return True
    joined = verb.dep_ == "conj" and any(one.lower_ == "or" for one in verb.head.rights)
    return (joined or verb.dep_ == "xcomp") and _is_denied(verb.head)


def _to_clause_end(noun: Token) -> str:
    """Return a noun with all that follows it up to a mark or a new clause."""
    after = takewhile(
        lambda one: not one.is_punct and one.lower_ not in (*ASIDES, "but"), noun.doc[noun.i :]
    )
    return "".join(one.text_with_ws for one in after).strip()


def _measured(head: Token, mention: Mention) -> Verdict | None:
    """Read `is of a good standard`."""
    if head.dep_ in ("ROOT", "conj", "ccomp", "relcl", "advcl"):
        return _predicated(head, mention)
    return None


def _of(subject: Token, mention: Mention, form: Form, verb: Token) -> Verdict:
    whole = phrase(subject, mention)
    parts = coordinated(subject, verb, mention) if form == "predicate" else ()
    return Verdict(mention, whole, form, _spoken(verb), parts)


def _spoken(verb: Token) -> str:
    """Return a verb with its auxiliaries, in lower case."""
    helpers = [one.lower_ for one in verb.lefts if one.dep_ in ("aux", "auxpass")]
    above = _spoken(verb.head) if verb.dep_ in _UNDER and verb.head != verb else ""
    return " ".join([above, *helpers, verb.lower_]).strip()


def _up_to_clause(verb: Token) -> Iterator[Token]:
    """Yield a verb and those it depends on, up to a relative clause, which says what is."""
    yield verb
    if verb.dep_ != "relcl":
        for one in verb.ancestors:
            yield one
            if one.dep_ == "relcl":
                return


def _is_wish(verb: Token) -> bool:
    """Tell what is wanted or supposed from what is."""
    for one in _up_to_clause(verb):
        left = [child.lower_ for child in one.lefts if child.dep_ in ("aux", "mark")]
        if words("verbs", "verb", "modal") & {*left} or words("verbs", "verb", "open") & {*left}:
            return True
        if one != verb and one.lower_ in words("verbs", "verb", "wished"):
            return True
        if "to" in left and one.dep_ in (*_PURPOSES, "pcomp"):
            return True
    return False
