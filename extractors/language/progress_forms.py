"""The forms in which a sentence says how far or how fast something moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from trigpoint.extractors.language.subjects import OWN_PROGRESS, head_noun
from trigpoint.extractors.language.tables import cue, rows, words
from trigpoint.extractors.language.verdicts import without_adjunct


@dataclass(frozen=True, slots=True)
class Move:
    """Words of degree with what they are said of, empty where the sentence names nothing.

    `end` is where the degree ends in the sentence; `happened` says that a verb states it as a fact.
    """

    degree: str
    subject: str
    end: int
    happened: bool = True


Form: TypeAlias = Callable[[str], Iterator[Move]]


def may_move(text: str) -> bool:
    """Tell at a glance whether a text may speak of progress."""
    return bool(_MOVES.search(text))


def moves_in(sentence: str) -> Iterator[Move]:
    """Yield the degrees of progress that a sentence states, form by form.

    Not: progress of pupils, wishes, opinions of others, and the grade of an authority's progress.
    """
    if not may_move(sentence) or OWN_PROGRESS.search(sentence):
        return
    ends: set[int] = set()
    for form in _FORMS:
        for move in form(sentence):
            if move.end not in ends:
                ends.add(move.end)
                yield move


def _given(text: str) -> Iterator[Move]:
    """Read `has made good progress in planning`, `this is a significant improvement`."""
    for found in _pattern("given").finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        happened = bool(_HAPPENED.search(before) or _HAS_HAPPENED.match(after))
        is_progress = found["noun"].lower() == "progress"
        if (happened or is_progress) and not (_is_open(before) or _is_of_pupils(before, after)):
            about = _ABOUT.match(after)
            yield Move(found[0], about["what"].strip() if about else "", found.end(), happened)


def _predicated(text: str) -> Iterator[Move]:
    """Read `progress in many areas has been slow`, `the pace of change is too slow`."""
    for found in _pattern("predicated").finditer(text):
        before, about = text[: found.start()], found["about"]
        if not (_is_open(before) or _is_of_pupils(before, about)):
            what = _ABOUT.match(about)
            yield Move(found["degree"], what["what"].strip() if what else "", found.end("degree"))


def _improved(text: str) -> Iterator[Move]:
    """Read `support has improved significantly`; results of pupils are left out."""
    for found in _pattern("improved").finditer(text):
        before = text[: found.start()]
        subject = without_adjunct(_CLAUSE.split(before)[-1])
        is_result = head_noun(subject) in words("nouns", "noun", "result")
        if not (_is_open(before) or is_result or _PUPIL.match(subject)):
            yield Move(found["degree"], subject.strip(), found.end("degree"))


def _addressed(text: str) -> Iterator[Move]:
    """Read `the recommendation of the last report has been fully addressed`."""
    for found in _pattern("addressed").finditer(text):
        if not _is_open(text[: found.start()]):
            yield Move(found["degree"], found["what"].strip(), found.end("degree"))


_FORMS: Final[tuple[Form, ...]] = (_given, _predicated, _improved, _addressed)


def _is_open(before: str) -> bool:
    """Tell wishes, conditions and opinions of others from what the inspectors say happened."""
    return any(one.search(before) for one in (_WISHED, cue("aim"), cue("opinion")))


def _is_of_pupils(before: str, after: str) -> bool:
    if _PUPILS_MOVE.search(before) or _OF_PUPILS.match(after):
        return True
    mover = _MOVER.search(_CLAUSE.split(before)[-1])
    return bool(mover and mover["pupil"])


def _read(pattern: str) -> re.Pattern[str]:
    """Compile a pattern in which a space stands for white space and a line break for nothing."""
    lines = (line.strip() for line in pattern.splitlines())
    return re.compile("".join(lines).replace(" ", r"\s+"), re.IGNORECASE)


_MOVES: Final = _read("progress|improve|headway|stride|recommendation|response|pace of|rate of")
_CLAUSE: Final = _read(r"[;:,]\s*(?:(?:and|but|which|so)\b\s*)?|\b(?:and the|but|while|that)\b\s*")
_WISHED: Final = _read(
    r"""\b(?:need(?:s|ed)? (?:for|to)|require[sd]?|in order to|if|unless|no evidence|targets? for
    |to (?:make|secure|ensure|achieve|bring))\b[^;]*$"""
)
_WHO: Final = (
    r"(?:pupils?|students?|child(?:ren)?|young people|young person|learners?|boys|girls|they|their"
    r"|he|she|care leavers?|apprentices|parents|infants|babies|who)"
)
_PUPIL: Final = _read(rf"(?:(?:the|most|some|many|all) )?{_WHO}\b(?! services)")
_PUPILS_MOVE: Final = _read(
    rf"""\b{_WHO}(?:'s|s')?(?: [\w'-]+){{0,3}} (?:(?:to|is|are) )?mak(?:e|es|ing)\b[^,;]*$
    |\b{_WHO}(?:'s|s')? (?:\w+ )?$"""
)
_MOVER: Final = _read(
    rf"""\b(?:(?P<pupil>{_WHO})|lea|council|authority|leaders?|members?|officers?|managers?|services?
    |department|partnership|partners|board|area|team|staff|agencies|inspection)\b"""
)
_OF_PUPILS: Final = _read(
    rf"""\s+(?:(?:is|was|being|that|made|by|of|for|these|those|some|most|many|all|which) )*{_WHO}\b
    |\s+(?:at|in) (?:school|(?:their )?(?:learning|education)|line with)\b
    |[^.;]*\bfrom their starting points"""
)
_HAPPENED: Final = _read(
    r"""\b(?:there (?:is|are|was|were|(?:has|have|had) been)|resulted in|led to|this is|with|shows?
    |(?:has|have|had) (?:\w+ )?(?:made|seen|shown|brought|led to|resulted in|secured|achieved|been)
    |demonstrates?|making|made) (?:[\w-]+ ){0,3}$"""
)
_MADE: Final = (
    r"(?:has|have|had|was|were|is|are) (?:\w+ )??(?:(?:been|being) )?(?:made|seen|achieved|secured)"
)
_HAS_HAPPENED: Final = _read(rf" (?:{_MADE}|has taken place)\b")
_ABOUT: Final = _read(
    rf"""\s*(?:{_MADE}|made|achieved)?\s*(?:by [^,.;]*?)?\b(?:in|on|towards?|with|within|across|to
    |against|for) (?P<what>(?!(?:the|its) (?:last|past|previous|first|position)\b)[^,.;]+)"""
)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return the pattern of a form, its words of degree taken from the table."""
    raised, adjective, adverb, done = map(_any_of, ("raiser", "adjective", "adverb", "done"))
    degree = rf"(?:{raised} )*{adjective}"
    forms = {
        "given": rf"""\b(?:(?:{raised}|{adjective}),? )*{adjective}
            \s+(?P<noun>progress|improvements?|headway|strides)\b
            (?! (?:update|trend|report|plan|board|review|meeting|rate|visit|check|measure)s?\b)""",
        "predicated": rf"""(?<!in\s)(?<!of\s)(?<!and\s)\b(?:progress(?! trend)
            |(?:pace|rate) of (?:change|improvement|progress)
            |response to [^.;,]*?\b(?:inspection|report|recommendation)s?)\b
            (?P<about>(?:(?!\b(?:there|has|have|is|are|was|were|but|with|who)\b)[^.;])*?)
            \b(?:is|was|has been|had been|remains|remained)
            \s+(?P<degree>{degree}(?:,? (?:and|or|but|if) {degree})*)\b
            (?! (?:\w+ )?(?:progress|in the|that))""",
        "improved": rf"""\b(?:has|have|had) (?:(?:also|been|now|both|\w+ all) )?
            (?P<degree>(?:improved|progressed) (?:very )?{adverb}
            |(?:very )?{adverb} (?:improved|progressed))\b(?=\s*(?:[.,;:)]|$)
            |\s+(?:since|in|and|over|to|from|with|but|through|at|during|under|as|by|for|across|after
            |compared|on|following|within|so|due|because|this|recently|although|while)\b)""",
        "addressed": rf"""(?P<what>\brecommendations?\b[^.;]*?) (?:has|have)
            \s+(?:(?:now|also|all|not|yet) )*(?:been )?
            (?P<degree>(?:(?:fully|largely|partly|partially|mostly|successfully|well|only) )*{done})
            \b""",
    }
    return _read(forms[form])


def _any_of(role: str) -> str:
    return f"(?:{'|'.join(row['word'] for row in rows('degrees') if row['role'] == role)})"
