"""What the store holds about a thing, as rows of texts for tables and templates.

Columns that end in `_iri` hold IRIs; the others are for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from trigpoint.web.library import Library
from trigpoint.web.tables import Column
from trigpoint.web.words import day, letters, spoken, tail

Row = dict[str, str]

_SPAN: Final = re.compile(r"/text/(?P<text>\w+)#char=(?P<start>\d+),(?P<end>\d+)$")


@dataclass(frozen=True, slots=True)
class Grade:
    """A point of a scale: its place from best = 1, how many places there are, its band."""

    words: str
    place: int
    places: int
    band: str
    number: str = ""
    scale: str = ""

    @property
    def letters(self) -> str:
        """The letters that stand for it."""
        return letters(self.words)


def grades(library: Library) -> dict[str, Grade]:
    """Return every grade by its IRI."""
    return library.cached("grades", lambda: _read_grades(library))


def _read_grades(library: Library) -> dict[str, Grade]:
    rows = library.texts("pages/grades")
    places: dict[str, int] = {}
    for row in rows:
        places[row["scale"]] = max(places.get(row["scale"], 0), int(row["place"]))
    return {
        row["point"]: Grade(
            row["words"],
            int(row["place"]),
            places[row["scale"]],
            tail(row["band"]) if row["band"] else "none",
            row["number"],
            row["scale"],
        )
        for row in rows
    }


def reviews_of(library: Library, thing: str) -> list[Row]:
    """Return the reviews of an authority or under a framework, newest first."""
    return [
        row for row in all_reviews(library) if thing in (row["authority_iri"], row["framework_iri"])
    ]


def all_reviews(library: Library) -> list[Row]:
    """Return every review, newest first."""
    return library.cached("all reviews", lambda: _every_review(library))


def _every_review(library: Library) -> list[Row]:
    return [_review(library, row) for row in library.texts("pages/reviews")]


def judgements_of(library: Library, thing: str) -> list[Row]:
    """Return the judgements of an authority, a review, a function or on a scale."""
    return [_judgement(library, row) for row in _rows(library, "pages/judgements", thing)]


def recommendations_of(library: Library, thing: str) -> list[Row]:
    """Return what an authority or a review was asked, or what a theme, function, cluster holds."""
    return [_recommendation(library, row) for row in _rows(library, "pages/recommendations", thing)]


def findings_of(library: Library, thing: str) -> list[Row]:
    """Return strengths and weaknesses of an authority or review, or on a theme or function."""
    return [_finding(library, row) for row in _rows(library, "pages/findings", thing)]


def _rows(library: Library, path: str, thing: str) -> list[Row]:
    return library.texts(path, _thing=NamedNode(thing))


def _review(library: Library, row: Row) -> Row:
    return _named(library, row) | {
        "kind": spoken(tail(row["kind"])),
        "days": _days(row),
        "period": " to ".join(filter(None, (row["start"], row["end"]))),
        "part": {"lscb": "safeguarding children board"}.get(row["part"], row["part"]),
        "scale_iri": row["scale"],
        "point_iri": row["point"],
        "scale": tail(row["scale"]),
    }


def _days(row: Row) -> str:
    if row["start"] and row["end"] and row["start"] != row["end"]:
        return f"{day(row['start'])} to {day(row['end'])}"
    return day(row["start"] or row["published"])


def _judgement(library: Library, row: Row) -> Row:
    return (
        _named(library, row)
        | _place(row)
        | {
            "judgement_iri": row["judgement"],
            "function": library.label(row["function"]),
            "function_iri": row["function"],
            "scale": tail(row["scale"]),
            "scale_iri": row["scale"],
            "point_iri": row["point"],
            "direction": tail(row["direction"]),
        }
    )


def _recommendation(library: Library, row: Row) -> Row:
    return (
        _named(library, row)
        | _place(row)
        | {
            "recommendation_iri": row["recommendation"],
            "kind": spoken(tail(row["kind"])),
            "cluster_iri": row["cluster"],
            "repeated": "made again" if row["repeated"] == "true" else "",
            "themes": _labels(library, row["themes"]),
            "themes_iri": row["themes"],
            "functions": _labels(library, row["functions"]),
            "functions_iri": row["functions"],
        }
    )


def _finding(library: Library, row: Row) -> Row:
    return (
        _named(library, row)
        | _place(row)
        | {"finding_iri": row["finding"], "kind": spoken(row["kind"])}
    )


def _named(library: Library, row: Row) -> Row:
    """Return the row with its review, authority and framework by name, and their IRIs beside."""
    authority = row["authority"]
    return row | {
        "review_iri": row["review"],
        "review": library.label(row["review"]),
        "authority_iri": authority,
        "authority": library.label(authority),
        "framework_iri": row["framework"],
        "framework": tail(row["framework"]),
        "year": row["date"][:4],
    }


def _place(row: Row) -> Row:
    found = _SPAN.search(row["span"])
    return {"text": "", "start": "", "end": ""} | (found.groupdict() if found else {})


def _labels(library: Library, iris: str) -> str:
    return "; ".join(sorted(library.label(iri) for iri in iris.split()))


ASKED: Final = (
    Column("date", "When", "first day of fieldwork, else publication"),
    Column("authority", "Authority", facet=True),
    Column("framework", "Framework", facet=True),
    Column("year", "Year", facet=True, hidden=True),
    Column("kind", "Kind", "how binding the report makes it", facet=True),
    Column("wording", "What is asked", "the words of the report"),
    Column("themes", "Themes", facet=True),
    Column("functions", "Functions", facet=True),
    Column("addressee", "To whom", "as printed"),
    Column("due", "By when", "as printed"),
    Column("repeated", "Made again", "asked before of the same authority", facet=True),
    Column("page", "Page", "of the report file"),
    Column("recommendation_iri", "IRI", hidden=True),
    Column("review_iri", "Review", hidden=True),
)
"""The columns of a table of recommendations."""

JUDGED: Final = (
    Column("date", "When", "first day of fieldwork, else publication"),
    Column("authority", "Authority", facet=True),
    Column("framework", "Framework", facet=True),
    Column("year", "Year", facet=True, hidden=True),
    Column("number", "Number", "as printed", numbered=True),
    Column("item", "What is judged", "as printed"),
    Column("function", "Function", facet=True),
    Column("grade", "Grade", "in the words of the scale", facet=True),
    Column("scale", "Scale", "a grade means nothing without it"),
    Column("page", "Page", "of the report file"),
    Column("judgement_iri", "IRI", hidden=True),
    Column("review_iri", "Review", hidden=True),
)
"""The columns of a table of judgements."""

REVIEWED: Final = (
    Column("date", "When", "first day of fieldwork, else publication"),
    Column("authority", "Authority", facet=True),
    Column("framework", "Framework", facet=True),
    Column("year", "Year", facet=True, hidden=True),
    Column("kind", "Kind", facet=True),
    Column("part", "Part", "of a report that holds two reviews"),
    Column("grade", "Overall grade", facet=True),
    Column("scale", "Scale", "a grade means nothing without it"),
    Column("asks", "Recommendations", "how many things it asks for"),
    Column("published", "Published"),
    Column("file", "File"),
    Column("review_iri", "IRI", hidden=True),
)
"""The columns of a table of reviews."""

FOUND: Final = (
    Column("date", "When"),
    Column("authority", "Authority", facet=True),
    Column("framework", "Framework", facet=True),
    Column("kind", "Kind", facet=True),
    Column("wording", "What is found", "the words of the report"),
    Column("page", "Page"),
    Column("finding_iri", "IRI", hidden=True),
    Column("review_iri", "Review", hidden=True),
)
"""The columns of a table of strengths and weaknesses."""
