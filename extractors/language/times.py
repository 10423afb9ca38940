"""Of what time a grade speaks, and which way things went, as the words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from trigpoint.extractors.findings import Direction, Time
from trigpoint.extractors.language.grades import Mention
from trigpoint.extractors.language.tables import cue
from trigpoint.ontology.vocabulary import scale

_BREAK: Final = re.compile(r"[;,]|\b(?:and|but|when|while|since|it)\b")
_PAST: Final = re.compile(r"\b(?:was|were|had|having|found|judged)\b")
_WENT_ON: Final = re.compile(r"\b(?:was|were) \w+ing\b")
_WAS: Final = re.compile(r"^(?:was|were)$")
_PRESENT: Final = re.compile(r"\b(?:is|are)$")
_PERFECT: Final = re.compile(r"\b(?:has|have)\b")
_ECHO: Final = re.compile(
    r"\b(?:remains?|continues? to be|still is|is still|does) so\b", re.IGNORECASE
)
_ECHO_BEFORE: Final = re.compile(
    r"\bas (?:it|they) (?:was|were) (?:at|in|during) [^.;]*\binspection\b", re.IGNORECASE
)
_CAME: Final = re.compile(
    r"^,?\s*(?:and|but|having|which)?,?\s*(?:it |they )?(?:has|have|had|is|are)\b"
)


def clauses(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield for each grade word where the stretch of the sentence is that belongs to it."""
    start = 0
    for mention, after in zip(mentions, [*mentions[1:], None], strict=True):
        if after is None:
            yield start, len(text)
            return
        gap = text[mention.end : after.start]
        breaks = [one.start() for one in _BREAK.finditer(gap)]
        end = mention.end + (breaks[0] if breaks else len(gap))
        yield start, end
        start = end


def time_of(clause: str, verb: str, before: str, *, past_is_previous: bool) -> Time:
    """Return the time of a grade from its clause and verb, and from what the paragraph said before.

    `past_is_previous` where a report speaks of its own findings in the present tense.
    """
    past = bool(_PAST.search(verb)) and not _PERFECT.search(verb) and not _PRESENT.search(verb)
    if cue("now").search(clause) and not (past and cue("previous").search(clause)):
        return "current"
    if cue("previous").search(clause) and (past or not verb):
        return "previous"
    if past_is_previous and (_WAS.match(verb) or _WENT_ON.search(verb)):
        return "previous"
    return "previous" if past and cue("previous").search(before) else "current"


def echoes(clause: str, time: Time) -> Time | None:
    """Return the other time for which the clause says the grade again: `and remains so`."""
    if time == "previous" and _ECHO.search(clause):
        return "current"
    if time == "current" and _ECHO_BEFORE.search(clause):
        return "previous"
    return None


def looking_back(after: str) -> str:
    """Return what follows a clause where it tells how its subject came there, else nothing.

    `X is good and has improved since the last inspection, when it was poor`.
    """
    return after if _CAME.match(after) and cue("since").search(after) else ""


def direction_between(key: str, before: str, now: str) -> Direction | None:
    """Return the way from one grade of a scale to another."""
    first, last = scale(key).worded(before), scale(key).worded(now)
    if first is None or last is None:
        return None
    if first.rank == last.rank:
        return "sustained"
    return "improved" if last.rank < first.rank else "declined"


def direction_of(clause: str) -> Direction | None:
    """Return the direction that the words state, None where they state none."""
    if _ECHO_BEFORE.search(clause):
        return "sustained"
    if cue("declined").search(clause):
        return "declined"
    if re.search(r"\bnot (?:\w+ )?improved", clause):
        return None
    if cue("improved").search(clause):
        return "improved"
    return "sustained" if cue("sustained").search(clause) else None
