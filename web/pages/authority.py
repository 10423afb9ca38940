"""The page about an authority: its grades over time, what it was asked, with whom it works."""

from __future__ import annotations

from typing import Any, Final

from pyoxigraph import NamedNode

from trigpoint.web.holdings import (
    ASKED,
    FOUND,
    JUDGED,
    REVIEWED,
    Row,
    all_reviews,
    findings_of,
    grades,
    judgements_of,
    recommendations_of,
    reviews_of,
)
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.gradings import gradings
from trigpoint.web.pages.lists import what_of
from trigpoint.web.pages.pictured import locator
from trigpoint.web.tables import Column, Query, Table
from trigpoint.web.words import counted, spoken, tail, when

_PARTNERS = (
    Column("name", "Partner"),
    Column("kind", "Kind", facet=True),
    Column("what", "What", facet=True),
    Column("roles", "In which role"),
    Column("reports", "Reports"),
    Column("last", "Last named"),
    Column("iri", "IRI", hidden=True),
)

_UNLISTED: Final = dict.fromkeys(
    ("number", "urn", "gss", "region", "type", "from", "to", "wikidata", "also"), ""
)
"""What is known of an authority that is in no table."""


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about an authority."""
    node = NamedNode(iri)
    reviews, judged = reviews_of(library, iri), judgements_of(library, iri)
    asked, found = recommendations_of(library, iri), findings_of(library, iri)
    facts = next(iter(library.texts("pages/authority/facts", _thing=node)), _UNLISTED)
    tables = (
        Table(_without_authority(ASKED), tuple(asked), "asks", page_rows=20),
        Table(_without_authority(JUDGED), tuple(judged), "judgements", page_rows=15),
        Table(_without_authority(FOUND), tuple(found), "findings", page_rows=10),
        Table(_PARTNERS, tuple(_partners(library, iri)), "partners", page_rows=15),
        Table(_without_authority(REVIEWED), tuple(reviews), "reports"),
    )
    return Page(
        "authority.html",
        library.label(iri),
        {
            "iri": iri,
            "facts": facts,
            "reviews": reviews,
            "asked": asked,
            "judged": judged,
            "summary": summary(reviews, asked),
            "grades": grades(library),
            "gradings": gradings(library, judged, _last(all_reviews(library))),
            "locator": locator(library, iri, facts),
            "repeated": _repeated(library, iri),
            "neighbours": library.texts("pages/authority/neighbours", _thing=node),
            "lineage": library.texts("pages/authority/lineage", _thing=node),
        },
        tables,
        about=f"What inspectors said about {library.label(iri)}",
    )


def summary(reviews: list[Row], asked: list[Row]) -> str:
    """Say in a sentence what the reports come to: the latest overall grade, and the one before."""
    graded = [one for one in reviews if one["grade"] and not one["part"]]
    if not graded:
        return f"{counted(len(reviews), 'report')} loaded; none gives an overall grade."
    last = graded[0]
    same = [one for one in graded[1:] if one["framework"] == last["framework"]]
    before = f", and {same[0]['grade']} {when(same[0]['date'])}" if same else ""
    repeated = sum(bool(one["repeated"]) for one in asked)
    again = f" {counted(repeated, 'recommendation')} had been made before." if repeated else ""
    return (
        f"{last['grade'].capitalize()} overall {when(last['date'])} ({last['framework']})"
        f"{before}.{again}"
    )


def _last(reviews: list[Row]) -> str:
    """Return the day on which time axes end: that of the last report on anybody."""
    return max((one["end"] or one["date"] for one in reviews), default="")


def _without_authority(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(column for column in columns if column.name != "authority")


def _partners(library: Library, iri: str) -> list[Row]:
    return [
        row
        | {
            "iri": row["partner"],
            "name": library.label(row["partner"]),
            "kind": spoken(tail(row["kind"])),
            "what": what_of(row["partner"]),
            "roles": "; ".join(sorted(spoken(tail(role)) for role in row["roles"].split())),
        }
        for row in library.texts("pages/authority/partners", _thing=NamedNode(iri))
    ]


def _repeated(library: Library, iri: str) -> list[dict[str, Any]]:
    return [
        row | {"level": spoken(tail(row["level"])), "likeness": f"{float(row['likeness']):.2f}"}
        for row in library.texts("pages/authority/repeated", _thing=NamedNode(iri))
    ]
