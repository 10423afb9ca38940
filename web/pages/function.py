"""The page about a function: how it was graded, what was asked and found."""

from __future__ import annotations

from trigpoint.web.holdings import (
    ASKED,
    FOUND,
    JUDGED,
    findings_of,
    grades,
    judgements_of,
    recommendations_of,
)
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.concept import words_about
from trigpoint.web.pages.distribution import distributions
from trigpoint.web.pages.pictured import distributions as pictures
from trigpoint.web.tables import Query, Table


def page(library: Library, iri: str, _query: Query) -> Page:
    """Return the page about a function."""
    judged, asked = judgements_of(library, iri), recommendations_of(library, iri)
    found = distributions(library, judged)
    tables = (
        Table(JUDGED, tuple(judged), "judgements", page_rows=25),
        Table(ASKED, tuple(asked), "asks", page_rows=25),
        Table(FOUND, tuple(findings_of(library, iri)), "findings", page_rows=15),
    )
    context = {
        "iri": iri,
        "words": words_about(library, iri),
        "distributions": found,
        "pictures": pictures(found),
        "grades": grades(library),
        "asked": asked,
        "judged": judged,
    }
    return Page("function.html", library.label(iri), context, tables)
