"""Hand-made labels as fields with values; each label file has a form of its own."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, TypeAlias

from trigpoint.errors import ReferenceDataError
from trigpoint.graph.evaluation.prose import ProseLabel
from trigpoint.graph.evaluation.prose_labels import by_first_words, by_offsets

Record: TypeAlias = dict[str, Any]
Fields: TypeAlias = dict[str, tuple[str, ...]]


@dataclasses.dataclass(frozen=True, slots=True)
class Labelled:
    """The labels of one report: a field that is not named was not labelled.

    A field with no values was looked for and is not in the report. What is `optional` may be found
    or not: it counts neither way. `prose` has the grades said in sentences, none where they were
    not labelled; `look_alikes` are names that must not be taken for partners.
    """

    file: str
    sha256: str
    family: str
    fields: Fields
    optional: Fields = dataclasses.field(default_factory=dict)
    prose: tuple[ProseLabel, ...] = ()
    look_alikes: tuple[str, ...] = ()


def read_labels(path: Path) -> list[Labelled]:
    """Return the labelled reports of a file."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return [_labelled(record) for record in (read if isinstance(read, list) else [read])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ReferenceDataError(f"holds no labels: {error!r}", subject=str(path)) from error


def _labelled(record: Record) -> Labelled:
    for mark, form in _FORMS.items():
        if mark in record:
            family, fields = form(record)
            return Labelled(
                file=record["file"],
                sha256=record.get("sha256") or record.get("source_sha256", ""),
                family=family,
                fields=fields,
                optional=_optional(record),
                prose=_prose(record),
                look_alikes=tuple(row["name"] for row in record.get("partners_excluded", ())),
            )
    raise ValueError(f"a record of no known form: {record.get('file')}")


def _optional(record: Record) -> Fields:
    """Return bodies that a labeller took for possible partners, and the partnership itself."""
    names = [record.get("partnership_body"), *record.get("partners_optional", ())]
    return {
        "partners": tuple(str(name) for name in names if name),
        "progress": _progress(record, borderline=True),
        "partner names": _bodies(record, sure=False),
    }


def _prose(record: Record) -> tuple[ProseLabel, ...]:
    if "prose_judgements" in record:
        return by_first_words(record)
    return by_offsets(record) if "sentences" in record else ()


def _bodies(record: Record, *, sure: bool) -> tuple[str, ...]:
    """Return the names of partners that must be found, or those that may be: unsure ones, roles."""
    listed = record.get("partners") or ()
    return tuple(row["name"] for row in listed if isinstance(row, dict) and _is_body(row) == sure)


def _is_body(row: Record) -> bool:
    """Tell a named body from a borderline one and from a role ("local colleges")."""
    is_role = "generic" in row.get("note", "") or not row.get("proper", True)
    return not row.get("borderline") and not is_role


def _progress(record: Record, *, borderline: bool) -> tuple[str, ...]:
    """Return the first words of the sentences on progress; rows of tables are judgements."""
    said = (row for row in record.get("progress") or () if "source" not in row)
    return tuple(row["sentence"] for row in said if bool(row.get("borderline")) == borderline)


def _given(value: Any) -> tuple[str, ...]:
    return () if value in (None, "") else (str(value),)


def _texts(items: Iterable[Any] | None) -> tuple[str, ...]:
    return tuple(item["text"] if isinstance(item, dict) else item for item in items or ())


def _bare(value: str | None) -> str | None:
    """Drop what a labeller added in brackets: `2004 (copyright year only)`."""
    return re.sub(r"\s*\(.*\)$", "", value) if value else None


def _dates(record: Record) -> Fields:
    return {
        "start": _given(record["inspection_start"]),
        "end": _given(record["inspection_end"]),
    }


# Older texts ---------------------------------------------------------------------------------


_SEED_FAMILIES: Final = (
    ("assessment letter", "aca"),
    ("not an inspection", "committee-report"),
    ("grade table", "lea-2004"),
)


def _seed(record: Record) -> tuple[str, Fields]:
    kind = record["document_kind"]
    family = next(name for words, name in _SEED_FAMILIES if words in kind)
    fields: Fields = {
        "family": (family,),
        "authority": _given(_bare(record["authority"])),
        "dfe number": _given(record["lea_number"]),
        "start": _given(record["inspection_date"]),
        "lead inspector": _given(record["lead_inspector"]),
        "publisher": tuple(_bare(name) or "" for name in record["publishers"]),
        "legal basis": _given(record["legal_basis"]),
        "previous inspection": _given(record.get("previous_inspection")),
        "judgement record": tuple(_seed_judgement(row) for row in record["table_judgements"]),
        "strengths": _texts(record["strengths"]),
        "weaknesses": _texts(record["weaknesses"]),
        "statistical neighbours": tuple(record["statistical_neighbours"]),
        "progress": _progress(record, borderline=False),
        "partner names": _bodies(record, sure=True),
    }
    if not record["prose_judgements"]:
        fields["count of prose judgements"] = ("0",)
    if "no date in the text" not in (record["published"] or ""):
        fields["published"] = _given(_bare(record["published"]))
    asked = () if family == "committee-report" else record["recommendations"]
    return family, fields | _seed_recommendations(asked)


def _seed_judgement(row: Record) -> str:
    return judgement_record(row["no"], row["function"], row["grade"], row["fieldwork"])


def judgement_record(number: Any, label: str, rank: Any, fieldwork: Any) -> str:
    """Return one row of a judgement table as text that can be compared."""
    fields = {True: "fieldwork", False: "no fieldwork", None: "fieldwork not said"}
    return f"{number or '-'} | {label} | {rank} | {fields[fieldwork]}"


def _seed_recommendations(asked: Iterable[Record]) -> Fields:
    asked = list(asked)
    return {
        "recommendations": _texts(asked),
        "recommendation purposes": tuple(
            f"{row['text'][:60]} | {row['purpose']}" for row in asked if row["purpose"]
        ),
        "recommendation places": tuple(
            f"{row['text'][:60]} | {1 + len(row['also_in'])} places" for row in asked
        ),
    }


# Children's services -------------------------------------------------------------------------


def _childrens_services(record: Record) -> tuple[str, Fields]:
    framework = record["framework"].lower()
    family = next((name for name in ("ilacs", "sif") if name in framework), "other")
    fields = _dates(record) | {
        "authority": _given(record["authority"]),
        "published": _given(record["published"]),
        "lead inspector": tuple((record["lead_inspector"] or "").split("; ")),
        "judgements": tuple(
            f"{row['label']} | {row['grade'].lower()}" for row in record["judgements"] or ()
        ),
        "recommendations": _texts(record["recommendations"]),
        "board recommendations": _texts(record.get("lscb_recommendations")),
        "priority actions": _given(record["priority_actions"]),
    }
    if family != "other":
        fields["family"] = (family,)
    if "broken file" in framework:
        fields = {"read at all": ()}
    return family, fields


# Area SEND -----------------------------------------------------------------------------------


_OUTCOMES: Final = {
    "positive": "typically positive",
    "typically-positive": "typically positive",
    "inconsistent": "inconsistent",
    "widespread-systemic-failings": "widespread and/or systemic failings",
}


def _area_send(record: Record) -> tuple[str, Fields]:
    lead = [row["name"] for row in record["inspectors"] if "lead" in row["role"].lower()]
    actions = record["priority_actions"]
    return "area-send", _dates(record) | {
        "family": ("area-send",),
        "authority": _given(record["area"]),
        "lead inspector": tuple(lead),
        "previous inspection": _given(record["previous_inspection_start"]),
        "outcome": (_OUTCOMES[record["outcome"]],),
        "priority action plan required": (str(record["priority_action_plan_required"]).lower(),),
        "priority actions": _texts(actions),
        "areas for improvement": _texts(record["areas_for_improvement"]),
        "addressees of priority actions": tuple(
            f"{row['text']} | {row['addressed_to']}" for row in actions
        ),
        "partners": tuple(record["partners"]),
    }


# Joint targeted area inspections -------------------------------------------------------------


def _jtai(record: Record) -> tuple[str, Fields]:
    steps = record["next_steps"] or {}
    return "jtai", _dates(record) | {
        "family": ("jtai",),
        "authority": _given(record["authority"]),
        "areas for improvement": _texts(record["recommendations"]),
        "priority actions": _texts(record["priority_actions"]),
        "count of strengths": (str(record["strengths"] or 0),),
        "partners": tuple(record["partners"]),
        "plan due": _given(steps.get("due")),
        "plan prepared by": _given(steps.get("prepared_by")),
    }


# Our own ---------------------------------------------------------------------------------------


def _own(record: Record) -> tuple[str, Fields]:
    return "own labels", {"partner names": _bodies(record, sure=True)}


_FORMS: Final[dict[str, Callable[[Record], tuple[str, Fields]]]] = {
    "document_kind": _seed,
    "slug": _childrens_services,
    "outcome_sentence": _area_send,
    "next_steps": _jtai,
    "sentences": _own,
}
"""The key that only records of this form have, and how to read them."""
