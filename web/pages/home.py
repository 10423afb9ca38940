"""The first page: what is loaded, as of when, what is missing, and where to begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trigpoint.web.holdings import Row, all_reviews, grades
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.lists import authorities, clusters, frameworks, themes
from trigpoint.web.pages.pictured import reports_by_year, tile_map
from trigpoint.web.tables import Query


def page(library: Library, query: Query) -> Page:
    """Return the first page."""
    reviews, known = all_reviews(library), authorities(library)
    graded = _frameworks_with_grades(reviews)
    chosen = dict(query).get("framework", "")
    chosen = chosen if chosen in graded else next(iter(graded), "")
    dates = sorted(one["date"] for one in reviews if one["date"])
    asked = sum(int(one["asks"]) for one in reviews)
    context = {
        "reviews": reviews,
        "authorities": known,
        "map": tile_map(library, _graded(known, reviews, chosen)),
        "chosen": chosen,
        "graded_frameworks": graded,
        "recommendations": asked,
        "first": dates[0] if dates else "",
        "last": dates[-1] if dates else "",
        "frameworks": frameworks(library),
        "years": reports_by_year(_by_year(reviews)),
        "clusters": clusters(library)[:8],
        "themes": themes(library)[:10],
        "gaps": library.texts("pages/home/gaps"),
        "grades": grades(library),
    }
    return Page("home.html", "What inspectors found, authority by authority", context)


def _frameworks_with_grades(reviews: Sequence[Row]) -> list[str]:
    """Return the frameworks that give overall grades, that of most authorities first."""
    pairs = {(one["framework"], one["authority_iri"]) for one in reviews if _is_graded(one)}
    return [framework for framework, _ in Counter(one for one, _ in sorted(pairs)).most_common()]


def _graded(authorities: Sequence[Row], reviews: Sequence[Row], framework: str) -> list[Row]:
    """Return the authorities with the latest overall grade that each got under a framework."""
    latest: dict[str, Row] = {}
    for one in reviews:
        if one["framework"] == framework and _is_graded(one):
            latest.setdefault(one["authority_iri"], one)
    return [row | _grade_of(latest.get(row["iri"])) for row in authorities]


def _is_graded(review: Row) -> bool:
    return bool(review["grade"] and review["framework"] and not review["part"])


def _grade_of(review: Row | None) -> Row:
    if review is None:
        return {"point_iri": "", "graded": "", "framework": ""}
    return {
        "point_iri": review["point_iri"],
        "graded": review["date"],
        "framework": review["framework"],
    }


def _by_year(reviews: Sequence[Row]) -> list[tuple[str, int]]:
    years = Counter(one["year"] for one in reviews if one["year"])
    return sorted(years.items())
