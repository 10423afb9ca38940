"""The mapping table: which hub concept each item of a framework speaks of, and how far to compare.

The table is SSSOM (tab separated, its context in comment lines). Its own column `comparability`:
A same line, same scale: a change of grade may be shown; B same subject, other criteria: side by
side, no arithmetic; C a common subject of recommendations only; X never compare.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from functools import cache

from trigpoint.ontology import load
from trigpoint.ontology.namespaces import CONCEPT
from trigpoint.ontology.turtle import expand

_FUNCTION = "tpc:function/"
_CLOSE = ("skos:exactMatch", "skos:closeMatch", "skos:narrowMatch")


@dataclass(frozen=True, slots=True)
class Mapping:
    """One row of the table; subject, predicate, object and justification are CURIEs."""

    subject_id: str
    predicate_id: str
    object_id: str
    mapping_justification: str
    confidence: str
    comparability: str
    comment: str


@cache
def mappings() -> tuple[Mapping, ...]:
    """Return all rows in the order of the table."""
    lines = (line for line in load("mappings.sssom.tsv").splitlines() if not line.startswith("#"))
    names = tuple(column.name for column in fields(Mapping))
    rows = csv.DictReader(lines, delimiter="\t")
    return tuple(Mapping(**{name: row[name] for name in names}) for row in rows)


@cache
def _by_item() -> dict[str, tuple[Mapping, ...]]:
    grouped: dict[str, tuple[Mapping, ...]] = {}
    for mapping in mappings():
        item = expand(mapping.subject_id)
        grouped[item] = (*grouped.get(item, ()), mapping)
    return grouped


def functions_of(item: str) -> tuple[str, ...]:
    """Return the hub slugs of an item's IRI: a broader one only where nothing is closer."""
    rows = [m for m in _by_item().get(item, ()) if m.object_id.startswith(_FUNCTION)]
    close = [m for m in rows if m.predicate_id in _CLOSE]
    broad = [m for m in rows if m.predicate_id == "skos:broadMatch"]
    return tuple(m.object_id.removeprefix(_FUNCTION) for m in close or broad)


def mapping_iri(mapping: Mapping) -> str:
    """Return the IRI that names a row: `mapping/<item>/<concept>`."""
    subject = mapping.subject_id.removeprefix("tpc:item/")
    return f"{CONCEPT}mapping/{subject}/{mapping.object_id.rpartition('/')[2]}"
