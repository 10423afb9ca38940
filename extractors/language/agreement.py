"""Prose beside the table: statements joined to the judgements they repeat, or standing alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trigpoint.extractors.findings import GradeStatement, Judgement, Report
from trigpoint.extractors.language.statements import Stated
from trigpoint.ontology.vocabulary import framework, scale


def joined(report: Report, stated: Sequence[Stated]) -> Report:
    """Return the report with its prose: statements of a judged item stand with its judgement.

    A report whose framework lists no items gets a judgement for each function graded in prose.
    Grades of parts, of earlier inspections and of what the table does not hold stay by themselves.
    """
    if report.framework and not framework(report.framework).items:
        return _alone(report, [one.statement for one in stated])
    homes = {id(one): _home(report, one) for one in stated}
    judgements = tuple(
        _with(judgement, [one.statement for one in stated if homes[id(one)] is judgement])
        for judgement in report.judgements
    )
    rest = tuple(one.statement for one in stated if homes[id(one)] is None)
    return replace(report, judgements=judgements, statements=(*report.statements, *rest))


def _is_verdict(statement: GradeStatement) -> bool:
    return statement.level == "headline" and statement.time == "current"


def _home(report: Report, stated: Stated) -> Judgement | None:
    """Return the judgement that a statement repeats: the one it names, or else one that agrees."""
    statement = stated.statement
    if not _is_verdict(statement):
        return None
    keys = _items_of(report.framework, statement.functions)
    open_to = [j for j in report.judgements if j.item in keys and j.scale == statement.scale]
    named = [j for j in open_to if j.item == stated.item]
    if named or (stated.sure and len(keys) == len(open_to) == 1):
        return (named or open_to)[0]
    return next((j for j in open_to if j.grade == statement.grade), None)


def _items_of(framework_key: str, functions: Iterable[str]) -> frozenset[str]:
    wanted = set(functions)
    items = framework(framework_key).items if framework_key else ()
    return frozenset(item.key for item in items if wanted & set(item.functions))


def _with(judgement: Judgement, prose: Sequence[GradeStatement]) -> Judgement:
    if not prose:
        return judgement
    told = (one.direction for one in prose if one.grade == judgement.grade)
    return replace(
        judgement,
        statements=(*judgement.statements, *prose),
        direction=judgement.direction or next(filter(None, told), None),
    )


def _alone(report: Report, stated: Sequence[GradeStatement]) -> Report:
    by_function: dict[str, list[GradeStatement]] = {}
    for one in stated:
        if _is_verdict(one) and one.functions:
            by_function.setdefault(one.functions[0], []).append(one)
    judged = tuple(_from_prose(name, group) for name, group in by_function.items())
    used = {id(one) for group in by_function.values() for one in group}
    rest = tuple(one for one in stated if id(one) not in used)
    return replace(
        report,
        judgements=(*report.judgements, *judged),
        statements=(*report.statements, *rest),
    )


def _from_prose(function: str, group: Sequence[GradeStatement]) -> Judgement:
    first = group[0]
    grade = scale(first.scale).worded(first.grade)
    return Judgement(
        item=f"prose/{function}",
        label=first.subject,
        scale=first.scale,
        statements=tuple(group),
        evidence=tuple(dict.fromkeys(one.evidence for one in group)),
        grade=first.grade,
        rank=grade.rank if grade else None,
        direction=next((one.direction for one in group if one.direction), None),
        confidence=max(one.confidence for one in group),
    )
