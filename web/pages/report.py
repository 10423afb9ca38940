"""The page about a report: everything found in it, each with its words where they stand."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.graph.tables import read_rows
from trigpoint.ontology.namespaces import ID
from trigpoint.web.holdings import (
    ASKED,
    FOUND,
    JUDGED,
    Row,
    all_reviews,
    findings_of,
    grades,
    judgements_of,
    recommendations_of,
)
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.passages import with_passages
from trigpoint.web.tables import Column, Query, Table
from trigpoint.web.words import spoken

_STATED = (
    Column("subject", "What is graded"),
    Column("grade", "Grade"),
    Column("time", "Time", facet=True),
    Column("direction", "Direction", facet=True),
    Column("level", "Level", facet=True),
    Column("stated_in", "Where", facet=True),
    Column("page", "Page"),
    Column("quote", "Words"),
    Column("iri", "IRI", hidden=True),
)
_PARTNERS = (
    Column("name", "Partner", "as printed"),
    Column("kind", "Kind", facet=True),
    Column("role", "Role", facet=True),
    Column("page", "Page"),
    Column("quote", "Words"),
    Column("iri", "IRI", hidden=True),
)
_SAME = ("authority", "framework", "date")


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a report."""
    review = next((one for one in all_reviews(library) if one["review_iri"] == iri), None)
    judged, asked = judgements_of(library, iri), recommendations_of(library, iri)
    found = findings_of(library, iri)
    stated, partners = _statements(library, iri), _partners(library, iri)
    tables = (
        Table(_own(ASKED), tuple(asked), "asks"),
        Table(_own(JUDGED), tuple(judged), "judgements", page_rows=100),
        Table(_own(FOUND), tuple(found), "findings"),
        Table(_STATED, tuple(stated), "statements", page_rows=25),
        Table(_PARTNERS, tuple(partners), "partners", page_rows=25),
    )
    context = {
        "iri": iri,
        "review": review or {},
        "grades": grades(library),
        "asked": with_passages(library, sorted(asked, key=_place)),
        "found": with_passages(library, sorted(found, key=_place)),
        "facts": read_rows(library.store, "facts", report=iri)[1],
        "gaps": read_rows(library.store, "gaps", report=iri)[1],
        "provenance": _provenance(library, iri),
        "key": iri.removeprefix(f"{ID}inspection/"),
    }
    return Page("report.html", library.label(iri), context, tables)


def _place(row: Row) -> int:
    return int(row["start"] or 0)


def _own(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return the columns that differ inside one report."""
    return tuple(one for one in columns if one.name not in (*_SAME, "year"))


def _statements(library: Library, iri: str) -> list[Row]:
    rows = read_rows(library.store, "statements", report=iri)[1]
    return [row | {"iri": row["statement_id"]} for row in rows]


def _partners(library: Library, iri: str) -> list[Row]:
    rows = read_rows(library.store, "partners", report=iri)[1]
    return [
        row
        | {
            "iri": row["partner_id"],
            "name": row["partner"],
            "kind": spoken(row["partner_kind"]),
            "role": spoken(row["role"]),
        }
        for row in rows
    ]


def _provenance(library: Library, iri: str) -> Row:
    rows = library.texts("pages/report/provenance", _thing=NamedNode(iri))
    return rows[0] if rows else {}
