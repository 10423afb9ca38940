"""How names of partners agree with labels.

Two names are one where the words of a form of one are among those of a form of the other: the name
without brackets, what stands in brackets, and the name of the body that it resolves to. "The",
"of", "and", "local" and "NHS" count for nothing. Names are paired one to one, the most alike first.
The authority that the report is about counts neither way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from trigpoint.extractors.language.partner_identity import identity
from trigpoint.extractors.language.partners import kind_of
from trigpoint.graph.evaluation.measure import Score
from trigpoint.graph.tables import Row

Words = frozenset[str]

_IMPLIED: Final = frozenset({"the", "local", "nhs", "and", "of"})
_BETWEEN: Final = ";"


def body_names(rows: Iterable[Row], authority_id: str) -> tuple[str, ...]:
    """Return each named body of a report: its name as printed, then the key it resolves to."""
    others = (row for row in rows if row["partner_id"] != authority_id)
    named = (row for row in others if "/role/" not in row["partner_id"])
    return tuple(
        f"{row['partner']}{_BETWEEN}{re.sub('^.*/', '', row['partner_id']).replace('-', ' ')}"
        for row in named
    )


def same_body_name(label: str, found: str) -> float:
    """Return how sure a labelled name and one of `body_names` mean one body: 0, or 90 to 100."""
    pairs = [(one, other) for one in _forms(label) for other in _forms(found)]
    within = [(one, other) for one, other in pairs if one <= other or other <= one]
    return max((90 + 10 * len(one & other) / len(one | other) for one, other in within), default=0)


@cache
def _forms(name: str) -> frozenset[Words]:
    return frozenset(filter(None, map(_words, _texts(name))))


def _texts(name: str) -> Iterator[str]:
    for part in name.replace("’", "'").replace("‘", "").split(_BETWEEN):
        bare = re.sub(r"\s*\([^()]*\)?", "", part)
        yield bare
        yield identity(bare, kind_of(bare, ""), "").key.replace("-", " ")
        yield from re.findall(r"\(([^()]+)\)", part)


def _words(text: str) -> Words:
    return frozenset(re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))) - _IMPLIED


def look_alikes(family: str, file: str, excluded: Iterable[str], found: Iterable[str]) -> Score:
    """Score how many of the listed look-alikes were taken for partners: none must be."""
    listed = {_words(part) for name in excluded for part in re.split(r", | and ", name)} - {
        frozenset()
    }
    taken = [name for name in found if _words(name.split(_BETWEEN)[0]) in listed]
    score = Score(family, "count of partner look-alikes", expected=1, found=1)
    score.strict = score.soft = int(not taken)
    score.wrong = [f"{file}: {name}" for name in taken]
    return score
