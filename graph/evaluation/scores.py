"""Precision and recall of fields: items are paired one to one, strictly and softly.

Strict: the same words. Soft: a token-sorted ratio of at least 0.9, as names and labels vary in
print. Labels of running text are its first ten words; a found text is compared by as many.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from rapidfuzz import fuzz

from trigpoint.graph.authorities import same_body
from trigpoint.graph.evaluation.labels import Labelled
from trigpoint.graph.evaluation.reports import ReportFields

SOFT: Final = 90.0

Alike: TypeAlias = Callable[[str, str], float]


@dataclasses.dataclass(slots=True)
class Score:
    """How one field of one family fares; counts are of items, `misses` tell label and found."""

    family: str
    field: str
    expected: int = 0
    found: int = 0
    strict: int = 0
    soft: int = 0
    missed: list[str] = dataclasses.field(default_factory=list)
    wrong: list[str] = dataclasses.field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the expected items that were found, softly matched; 1 where none is expected."""
        return self.soft / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """Share of the found items that are right, softly matched; 1 where none was found."""
        return self.soft / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(pairs: Iterable[tuple[Labelled, ReportFields | None]]) -> list[Score]:
    """Return the scores of every family and labelled field."""
    scores: dict[tuple[str, str], Score] = {}
    for labelled, report in pairs:
        for name, expected in labelled.fields.items():
            key = (labelled.family, name)
            total = scores.setdefault(key, Score(*key))
            found = report.fields.get(name, ()) if report else ()
            if name == "priority actions" and labelled.family in ("sif", "ilacs", "other"):
                found = (str(len(found)),)
            optional = labelled.optional.get(name, ())
            _count(total, labelled.file, name, expected, _less(found, expected, optional, name))
    return [scores[key] for key in sorted(scores)]


def _less(
    found: tuple[str, ...], expected: tuple[str, ...], optional: tuple[str, ...], name: str
) -> tuple[str, ...]:
    """Leave out what was found, is not expected, and is like something optional."""
    alike = _ALIKE.get(name, _same_name)

    def counts(item: str) -> bool:
        wanted = any(alike(one, item) >= SOFT for one in expected)
        return wanted or not any(alike(one, item) >= SOFT for one in optional)

    return tuple(item for item in found if counts(item))


def _count(
    total: Score, file: str, name: str, expected: tuple[str, ...], found: tuple[str, ...]
) -> None:
    alike = _ALIKE.get(name, _same_name)
    pairs = _paired(expected, found, alike)
    total.expected += len(expected)
    total.found += len(found)
    total.soft += len(pairs)
    total.strict += sum(alike(expected[i], found[j]) == 100 for i, j in pairs)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    total.missed += [f"{file}: {text}" for i, text in enumerate(expected) if i not in hit]
    total.wrong += [f"{file}: {text}" for j, text in enumerate(found) if j not in used]


def _paired(
    expected: tuple[str, ...], found: tuple[str, ...], alike: Alike
) -> list[tuple[int, int]]:
    """Pair items one to one, the most alike first, those less alike than SOFT not at all."""
    likeness = sorted(
        (
            (-value, abs(i - j), i, j)
            for i, one in enumerate(expected)
            for j, other in enumerate(found)
            if (value := alike(one, other)) >= SOFT
        )
    )
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for _, _, i, j in likeness:
        if i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            pairs.append((i, j))
    return pairs


def _plain(text: str) -> str:
    text = text.lower().replace("’", "'").replace("‘", "'").replace("–", "-")
    return " ".join(re.sub(r"[^\w\s'|/.-]", " ", text).split()).rstrip(". ")


def _same_name(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(_plain(one), _plain(other))


def _same(one: str, other: str) -> float:
    return 100.0 if _plain(one) == _plain(other) else 0.0


def _same_start(label: str, found: str) -> float:
    """Compare a label of first words with as many words of what was found."""
    words = _plain(label).split()
    return fuzz.token_sort_ratio(" ".join(words), " ".join(_plain(found).split()[: len(words)]))


def _same_authority(one: str, other: str) -> float:
    return 100.0 if same_body(one, other) else 0.0


def _same_person(one: str, other: str) -> float:
    return _same_name(*(re.sub(r",? HMI$", "", name) for name in (one, other)))


def _same_row(one: str, other: str) -> float:
    """Compare `label | value` rows: the label softly, what follows it strictly."""
    (label, *values), (found, *got) = one.split(" | "), other.split(" | ")
    if [_plain(value) for value in values] != [_plain(value) for value in got]:
        return 0.0
    return _same_start(_unnumbered(label), _unnumbered(found))


def _same_record(one: str, other: str) -> float:
    number, label, *values = one.split(" | ")
    other_number, other_label, *got = other.split(" | ")
    if (number, values) != (other_number, got):
        return 0.0
    return _same_start(label, other_label)


def _same_addressees(one: str, other: str) -> float:
    """Compare who must act on what: the bodies as sets of words, the text by its first words."""
    text, _, bodies = one.rpartition(" | ")
    found, _, got = other.rpartition(" | ")
    return min(_same_start(text, found), fuzz.token_set_ratio(_plain(bodies), _plain(got)))


def _unnumbered(label: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", label)


_ALIKE: Final[dict[str, Alike]] = {
        **dict.fromkeys(
            ("family", "start", "end", "published", "dfe number", "outcome", "plan due",
             "previous inspection", "count of strengths", "priority action plan required"),
            _same,
        ),
        **dict.fromkeys(
            ("recommendations", "board recommendations", "priority actions", "strengths",
             "weaknesses", "areas for improvement", "progress"),
            _same_start,
        ),
        "authority": _same_authority,
        "lead inspector": _same_person,
        "judgements": _same_row,
        "judgement record": _same_record,
        "recommendation purposes": _same_row,
        "recommendation places": _same_row,
        "addressees of priority actions": _same_addressees,
}  # fmt: skip
