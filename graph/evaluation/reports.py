"""What a store says of each file, as fields that can be compared with labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from trigpoint.graph.evaluation.bodies import body_names
from trigpoint.graph.evaluation.labels import Fields, judgement_record
from trigpoint.graph.store.base import Store
from trigpoint.graph.tables import Row, read_rows

_BOARD = "-lscb"


@dataclass(frozen=True, slots=True)
class ReportFields:
    """The fields of all reviews read from one file, and where they state grades."""

    file: str
    fields: Fields
    statements: tuple[Row, ...] = ()


def read_report_fields(store: Store) -> dict[str, ReportFields]:
    """Return the fields of every file in a store, by the SHA-256 of the file."""
    tables = {name: _by_report(store, name) for name in _TABLES}
    reviews: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows(store, "reports")[1]:
        reviews[row["source_sha256"]].append(row)
    return {
        sha256: ReportFields(
            rows[0]["source_file"],
            _fields(rows, tables),
            tuple(row for review in rows for row in tables["statements"][review["report_id"]]),
        )
        for sha256, rows in reviews.items()
    }


_TABLES: Final = (
    "facts",
    "findings",
    "judgements",
    "partners",
    "places",
    "progress",
    "recommendations",
    "statements",
)


def _by_report(store: Store, table: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in read_rows(store, table)[1]:
        found[row["report_id"]].append(row)
    return found


def _fields(reviews: list[Row], tables: dict[str, dict[str, list[Row]]]) -> Fields:
    main = min(reviews, key=lambda row: row["report_id"].endswith(_BOARD))
    board = [row["report_id"] for row in reviews if row["report_id"].endswith(_BOARD)]
    report = main["report_id"]
    facts = tables["facts"][report]
    judged = [row for review in reviews for row in tables["judgements"][review["report_id"]]]
    asked, found = tables["recommendations"][report], tables["findings"][report]
    is_board_alone = not [row for row in reviews if not row["report_id"].endswith(_BOARD)]
    board_asked = [row for key in board for row in tables["recommendations"][key]]
    return (
        _facts(main, facts)
        | _judgements(judged)
        | _recommendations([] if is_board_alone else asked)
        | {
            "recommendation places": tuple(
                f"{row['text'][:60]} | {row['places']} places" for row in tables["places"][report]
            ),
            "board recommendations": _texts(board_asked),
            "progress": tuple(dict.fromkeys(row["quote"] for row in tables["progress"][report])),
            "partner names": body_names(tables["partners"][report], main["authority_id"]),
            "count of prose judgements": (_prose_count(tables["statements"][report]),),
            "strengths": _texts(row for row in found if row["kind"] == "strength"),
            "weaknesses": _texts(row for row in found if row["kind"] == "weakness"),
            "count of strengths": (str(sum(row["kind"] == "strength" for row in found)),),
        }
    )


def _prose_count(statements: Iterable[Row]) -> str:
    return str(sum(row["stated_in"] == "prose" for row in statements))


def _texts(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(row["text"] for row in rows)


def _facts(review: Row, facts: list[Row]) -> Fields:
    def values(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row["value"] for row in facts if row["field"] == field))

    framework = review["framework"]
    family = framework or review["kind"]
    return {
        "family": (family,),
        "authority": values("authority")[:1],
        "dfe number": values("dfe_number"),
        "start": values("start")[:1],
        "end": values("end")[:1],
        "published": values("published")[:1],
        "lead inspector": values("lead_inspector"),
        "publisher": values("publisher"),
        "legal basis": values("legal_basis")[:1],
        "previous inspection": values("previous_inspection")[:1],
        "statistical neighbours": values("statistical_neighbour"),
        "priority action plan required": values("priority_action_plan_required"),
        "partners": values("partner"),
        "plan due": values("plan_due"),
        "plan prepared by": values("plan_prepared_by"),
    }


_FIELDWORK = {"true": True, "false": False, "": None}


def _judgements(rows: list[Row]) -> Fields:
    graded = [row for row in rows if row["grade"]]
    return {
        "judgement record": tuple(
            judgement_record(
                row["number"], row["function_label"], row["rank"], _FIELDWORK[row["fieldwork"]]
            )
            for row in graded
        ),
        "judgements": tuple(f"{row['function_label']} | {row['grade']}" for row in graded),
        "outcome": tuple(
            row["grade"] for row in graded if row["function_label"] == "Inspection outcome"
        ),
    }


def _recommendations(rows: list[Row]) -> Fields:
    actions = [row for row in rows if row["kind"] == "priority-action"]
    areas = [row for row in rows if row["kind"] != "priority-action"]
    return {
        "recommendations": _texts(rows),
        "priority actions": _texts(actions),
        "areas for improvement": _texts(areas),
        "recommendation purposes": tuple(
            f"{row['text'][:60]} | {row['purpose']}" for row in rows if row["purpose"]
        ),
        "addressees of priority actions": tuple(
            f"{row['text']} | {row['addressee']}" for row in actions
        ),
    }
