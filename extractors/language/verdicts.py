"""What a verdict is, and how rules alone find one: a verb beside the grade word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from trigpoint.extractors.language.grades import Mention

Form: TypeAlias = Literal["predicate", "attribute", "bare"]

VERBS: Final = ("requir", "perform")
"""How grades begin that are verbs themselves."""

_ADVERBS: Final = (
    r"(?:(?:now|also|at least|generally|overall|currently|presently|at present|again|both|therefore"
    r"|consistently)\s+)*"
)
_COPULA: Final = re.compile(
    r"\b(?P<verb>is|are|was|were|remains?|remained|has been|have been"
    r"|(?:continues?|found|judged) to be)"
    rf"(?:\s+{_ADVERBS}(?:judged|found|considered|graded)(?:\s+(?:as|to be))?)?"
    rf"\s+{_ADVERBS}['‘“\"]?$",
    re.IGNORECASE,
)
_GIVES: Final = re.compile(
    r"\b(?P<verb>(?:provid|mak|offer|receiv|giv|tak|develop|establish|built|forg)\w*"
    r"|there (?:is|are|were|was)|has|have)\s+(?:now\s+|also\s+)?(?:an?\s+|some\s+|its\s+)?$",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"(?:[;:]|, (?:and|but)?|\band (?=the\b)|\b(?:but|while|when|where)\b)\s*", re.IGNORECASE
)
_ASIDE: Final = re.compile(r",[^,;:]*,\s*$")
_LEAD: Final = re.compile(r"^(?:and|when|where|although|especially|particularly|notably)\s+", re.I)
_ADJUNCT: Final = re.compile(
    r"^(?:at|in|since|during|by) (?:the|that|this|its)\b[^,]*?\b(?:inspection|report|time)\b,?\s+"
    r"(?=\w)(?!of\b)",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(r"\s*([^,;:.]+)")
_JUDGED: Final = re.compile(
    r"\b(?P<verb>judg|found|find|rat|grad|assess)(?:ed|es|ing|e|s)?\s+(?P<subject>[^,;:]+?)\s+(?:as|to)$",
    re.IGNORECASE,
)

_FOR_EACH: Final = re.compile(
    r"(?P<what>[^,]+? for) (?P<one>[^,]+?) and for (?P<other>[^,]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A grade given in a sentence: the word, and what it is said of in the sentence's words.

    `subject` is empty where the sentence names none; `parts` are its coordinated parts, if any;
    `verb` is the verb that joins them, in lower case; `giver` who provides what is graded.
    """

    mention: Mention
    subject: str
    form: Form
    verb: str = ""
    parts: tuple[str, ...] = ()
    giver: str = ""


def without_adjunct(subject: str) -> str:
    """Return a subject without `when`, or `at the time of the last inspection`, before it."""
    return _ADJUNCT.sub("", _LEAD.sub("", subject.strip()), count=1)


def for_each(subject: str) -> tuple[str, ...]:
    """Return `services for A` and `services for B` of `services for A and for B`, else nothing."""
    found = _FOR_EACH.fullmatch(subject)
    return tuple(f"{found['what']} {found[one]}" for one in ("one", "other")) if found else ()


def by_rule(text: str, mentions: Sequence[Mention]) -> Iterator[Verdict]:
    """Yield the verdicts that a sentence gives, by the words before each grade."""
    for mention in mentions:
        before = text[: mention.start]
        if found := _COPULA.search(before):
            subject = _CLAUSE.split(_ASIDE.sub("", before[: found.start()]))[-1]
            yield Verdict(mention, without_adjunct(subject), "predicate", found["verb"].lower())
        elif found := _GIVES.search(before):
            phrase = _PHRASE.match(text, mention.end)
            yield Verdict(mention, phrase[1] if phrase else "", "attribute", found["verb"].lower())
        elif mention.grade.startswith(VERBS):
            clause = _CLAUSE.split(before)[-1].strip()
            judged = _JUDGED.search(clause)
            yield Verdict(mention, judged["subject"] if judged else clause, "predicate")
        elif not before.strip(" \"'"):
            phrase = _PHRASE.match(text, mention.end)
            yield Verdict(mention, phrase[1] if phrase else "", "bare")
