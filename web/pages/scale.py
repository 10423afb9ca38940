"""The page about a grade scale: its points from best to worst, and who uses it."""

from __future__ import annotations

from pyoxigraph import NamedNode

from trigpoint.web.holdings import Row, grades
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.concept import words_about
from trigpoint.web.pages.distribution import distributions
from trigpoint.web.pages.lists import frameworks
from trigpoint.web.pages.pictured import distributions as pictures
from trigpoint.web.tables import Query


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a scale."""
    points = sorted(
        (grade for grade in grades(library).values() if grade.scale == iri),
        key=lambda one: one.place,
    )
    context = {
        "iri": iri,
        "words": words_about(library, iri),
        "points": points,
        "frameworks": [one for one in frameworks(library) if one["scale_iri"] == iri],
        "pictures": pictures(distributions(library, _given(library, iri))),
    }
    return Page("scale.html", library.label(iri), context)


def _given(library: Library, iri: str) -> list[Row]:
    """Return framework and grade of every judgement on a scale."""
    rows = library.texts("pages/scale/given", _thing=NamedNode(iri))
    return [row | {"point_iri": row["point"], "scale_iri": iri} for row in rows]
