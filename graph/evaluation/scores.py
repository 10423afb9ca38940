"""Precision and recall of fields: items are paired one to one, strictly and softly.

Strict: the same words. Soft: a token-sorted ratio of at least 0.9, as names and labels vary in
print. Labels of running text are its first ten words; a found text is compared by as many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from rapidfuzz import fuzz

from trigpoint.graph.authorities import same_body
from trigpoint.graph.evaluation.bodies import look_alikes, same_body_name
from trigpoint.graph.evaluation.labels import Labelled
from trigpoint.graph.evaluation.measure import SOFT, Score, plain, same_start
from trigpoint.graph.evaluation.prose import prose_scores
from trigpoint.graph.evaluation.reports import ReportFields

Alike: TypeAlias = Callable[[str, str], float]


def score(pairs: Iterable[tuple[Labelled, ReportFields | None]]) -> list[Score]:
    """Return the scores of every family and labelled field."""
    scores: dict[tuple[str, str], Score] = {}
    for labelled, report in pairs:
        for one in _scored(labelled, report or ReportFields("", {})):
            scores.setdefault((one.family, one.field), Score(one.family, one.field)).add(one)
    return [scores[key] for key in sorted(scores)]


def _scored(labelled: Labelled, report: ReportFields) -> Iterator[Score]:
    family, file = labelled.family, labelled.file
    for name, expected in labelled.fields.items():
        found = report.fields.get(name, ())
        if name == "priority actions" and family in ("sif", "ilacs", "other"):
            found = (str(len(found)),)
        optional = labelled.optional.get(name, ())
        yield _counted(family, file, name, expected, _less(found, expected, optional, name))
    if labelled.prose:
        yield from prose_scores(family, file, labelled.prose, report.statements)
    if labelled.look_alikes:
        yield look_alikes(
            family, file, labelled.look_alikes, report.fields.get("partner names", ())
        )


def _less(
    found: tuple[str, ...], expected: tuple[str, ...], optional: tuple[str, ...], name: str
) -> tuple[str, ...]:
    """Leave out what was found, is not expected, and is like something optional."""
    alike = _ALIKE.get(name, _same_name)

    def counts(item: str) -> bool:
        wanted = any(alike(one, item) >= SOFT for one in expected)
        return wanted or not any(alike(one, item) >= SOFT for one in optional)

    return tuple(item for item in found if counts(item))


def _counted(
    family: str, file: str, name: str, expected: tuple[str, ...], found: tuple[str, ...]
) -> Score:
    alike = _ALIKE.get(name, _same_name)
    pairs = _paired(expected, found, alike)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    return Score(
        family,
        name,
        expected=len(expected),
        found=len(found),
        strict=sum(alike(expected[i], found[j]) == 100 for i, j in pairs),
        soft=len(pairs),
        missed=[f"{file}: {text}" for i, text in enumerate(expected) if i not in hit],
        wrong=[f"{file}: {text}" for j, text in enumerate(found) if j not in used],
    )


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


def _same_name(one: str, other: str) -> float:
    return fuzz.token_sort_ratio(plain(one), plain(other))


def _same(one: str, other: str) -> float:
    return 100.0 if plain(one) == plain(other) else 0.0


def _same_authority(one: str, other: str) -> float:
    return 100.0 if same_body(one, other) else 0.0


def _same_person(one: str, other: str) -> float:
    return _same_name(*(re.sub(r",? HMI$", "", name) for name in (one, other)))


def _same_row(one: str, other: str) -> float:
    """Compare `label | value` rows: the label softly, what follows it strictly."""
    (label, *values), (found, *got) = one.split(" | "), other.split(" | ")
    if [plain(value) for value in values] != [plain(value) for value in got]:
        return 0.0
    return same_start(_unnumbered(label), _unnumbered(found))


def _same_record(one: str, other: str) -> float:
    number, label, *values = one.split(" | ")
    other_number, other_label, *got = other.split(" | ")
    if (number, values) != (other_number, got):
        return 0.0
    return same_start(label, other_label)


def _same_addressees(one: str, other: str) -> float:
    """Compare who must act on what: the bodies as sets of words, the text by its first words."""
    text, _, bodies = one.rpartition(" | ")
    found, _, got = other.rpartition(" | ")
    return min(same_start(text, found), fuzz.token_set_ratio(plain(bodies), plain(got)))


def _unnumbered(label: str) -> str:
    return re.sub(r"^\d+(?:\.\d+)*\.?\s+", "", label)


_ALIKE: Final[dict[str, Alike]] = {
        **dict.fromkeys(
            ("family", "start", "end", "published", "dfe number", "outcome", "plan due",
             "previous inspection", "count of strengths", "priority action plan required",
             "count of prose judgements"),
            _same,
        ),
        **dict.fromkeys(
            ("recommendations", "board recommendations", "priority actions", "strengths",
             "weaknesses", "areas for improvement", "progress"),
            same_start,
        ),
        "authority": _same_authority,
        "partner names": same_body_name,
        "lead inspector": _same_person,
        "judgements": _same_row,
        "judgement record": _same_record,
        "recommendation purposes": _same_row,
        "recommendation places": _same_row,
        "addressees of priority actions": _same_addressees,
}  # fmt: skip
