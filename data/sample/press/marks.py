"""The marks in a source that say what a right reading finds, and the grades that they name.

?fact field | value                      one printed fact
?judgements scale | part=...             the rows of the next table
?judgement scale | label | grade         one judgement that stands in no table
?recommendation | purpose=... | to=...   the items up to the next heading or mark; in the same
                                         way every kind of recommendation and finding;
                  lead=...               the words above a list that each of its items goes on with
?both                                    a table of strengths beside weaknesses
?states grade | time | sentence          a grade said in prose
?end                                     what follows is nothing of the kind
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

RECOMMENDATIONS: Final = (
    "recommendation",
    "key-recommendation",
    "priority-action",
    "area-for-improvement",
    "improvement-point",
    "decision-request",
)
FINDINGS: Final = ("strength", "weakness")
SCALES: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "lea-7": (
        ("very good", 1),
        ("good", 2),
        ("highly satisfactory", 3),
        ("satisfactory", 4),
        ("unsatisfactory", 5),
        ("poor", 6),
        ("very poor", 7),
    ),
    "lea-context-5": (
        ("well above", 1),
        ("well above", 2),
        ("above", 3),
        ("in line", 4),
        ("below", 5),
        ("well below", 6),
        ("well below", 7),
    ),
    "aca-4": (
        ("performs excellently", 4),
        ("performs well", 3),
        ("performs adequately", 2),
        ("performs poorly", 1),
    ),
    "ofsted-4": (
        ("outstanding", 1),
        ("good", 2),
        ("requires improvement to be good", 3),
        ("inadequate", 4),
    ),
    "send-3": (
        ("typically positive", 1),
        ("inconsistent", 2),
        ("widespread and/or systemic failings", 3),
    ),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its name, its words in order, and what it sets by name."""

    name: str
    words: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)


END: Final = Mark("end")


def parse_mark(text: str) -> Mark:
    """Read a mark: its name and first word, then words and settings between bars."""
    head, *rest = (part.strip() for part in text.split(" | "))
    name, _, subject = head.partition(" ")
    settings = dict(part.split("=", 1) for part in rest if "=" in part)
    words = (subject, *(part for part in rest if "=" not in part))
    return Mark(name, tuple(word for word in words if word), settings)


def graded(scale: str, printed: str) -> tuple[str, int]:
    """Return the words and rank of a grade printed as a digit or as words, which may be cut short.

    Raises ValueError where the scale has no such grade: the source is wrong.
    """
    words = printed.lower().partition(" (")[0]
    for grade, rank in SCALES[scale]:
        if words == str(rank) or (not words.isdigit() and grade.startswith(words)):
            return grade, rank
    raise ValueError(f"no grade {printed!r} on the scale {scale}")
