"""Lists of all things of a kind, as tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from trigpoint.web.holdings import REVIEWED, Row, all_reviews
from trigpoint.web.library import Library
from trigpoint.web.tables import Column
from trigpoint.web.words import spoken, tail

AUTHORITIES: Final = (
    Column("name", "Authority"),
    Column("number", "DfE number"),
    Column("region", "Region", facet=True),
    Column("type", "Type", facet=True),
    Column("reports", "Reports", "that are loaded"),
    Column("asks", "Recommendations", "made in them"),
    Column("last", "Latest report"),
    Column("grade", "Latest overall grade", facet=True),
    Column("scale", "Scale", "a grade means nothing without it"),
    Column("iri", "IRI", hidden=True),
)
REPORTS: Final = (Column("name", "Report"), *REVIEWED[:-1], Column("iri", "IRI", hidden=True))
THEMES: Final = (
    Column("name", "Theme"),
    Column("recommendations", "Recommendations"),
    Column("reports", "Reports"),
    Column("authorities", "Authorities"),
    Column("iri", "IRI", hidden=True),
)
FUNCTIONS: Final = (
    Column("name", "Function"),
    Column("group", "Group", facet=True),
    Column("judgements", "Judgements"),
    Column("recommendations", "Recommendations"),
    Column("iri", "IRI", hidden=True),
)
CLUSTERS: Final = (
    Column("name", "Most typical words"),
    Column("authorities", "Authorities"),
    Column("members", "Recommendations"),
    Column("first", "First"),
    Column("last", "Last"),
    Column("frameworks", "Frameworks", facet=True),
    Column("iri", "IRI", hidden=True),
)
PARTNERS: Final = (
    Column("name", "Partner"),
    Column("kind", "Kind", facet=True),
    Column("what", "What", "a named body, a partnership, a role", facet=True),
    Column("reports", "Reports"),
    Column("authorities", "Authorities"),
    Column("iri", "IRI", hidden=True),
)
FRAMEWORKS: Final = (
    Column("name", "Framework"),
    Column("key", "Key"),
    Column("from", "From"),
    Column("to", "To"),
    Column("scale", "Scale"),
    Column("reports", "Reports"),
    Column("authorities", "Authorities"),
    Column("iri", "IRI", hidden=True),
)
SCALES: Final = (
    Column("name", "Scale"),
    Column("key", "Key"),
    Column("best", "Best"),
    Column("worst", "Worst"),
    Column("points", "Points"),
    Column("iri", "IRI", hidden=True),
)


def authorities(library: Library) -> Sequence[Row]:
    """Return the authorities that reports are about, by name."""
    return library.cached("authorities", lambda: _authorities(library))


def _authorities(library: Library) -> list[Row]:
    reviews: dict[str, list[Row]] = defaultdict(list)
    for review in all_reviews(library):
        reviews[review["authority_iri"]].append(review)
    rows = [
        _authority(library, facts, reviews[facts["authority"]])
        for facts in library.texts("pages/lists/authorities")
    ]
    return sorted(rows, key=lambda row: row["name"])


def _authority(library: Library, facts: Row, reviews: list[Row]) -> Row:
    graded = next((one for one in reviews if one["grade"] and not one["part"]), {})
    return facts | {
        "iri": facts["authority"],
        "name": library.label(facts["authority"]),
        "reports": str(len(reviews)),
        "asks": str(sum(int(one["asks"]) for one in reviews)),
        "last": reviews[0]["date"] if reviews else "",
        "grade": graded.get("grade", ""),
        "scale": graded.get("scale", ""),
        "graded": graded.get("date", ""),
        "framework": graded.get("framework", ""),
        "point_iri": graded.get("point_iri", ""),
    }


def reports(library: Library) -> Sequence[Row]:
    """Return the reviews, newest first."""
    return [row | {"name": row["review"], "iri": row["review_iri"]} for row in all_reviews(library)]


def themes(library: Library) -> Sequence[Row]:
    """Return the themes that recommendations are tagged with, most authorities first."""
    return [row for row in _listed(library, "theme") if row["recommendations"] != "0"]


def functions(library: Library) -> Sequence[Row]:
    """Return the functions of the hub, group by group."""
    return _listed(library, "function", lambda row: {"group": library.label(row["broader"])})


def clusters(library: Library) -> Sequence[Row]:
    """Return the clusters of like recommendations, most authorities first."""
    return _listed(library, "cluster")


def partners(library: Library) -> Sequence[Row]:
    """Return the partners, those in most reports first."""
    return _listed(
        library,
        "partner",
        lambda row: {"kind": spoken(tail(row["kind"])), "what": what_of(row["partner"])},
    )


def what_of(partner: str) -> str:
    """Say whether a partner is a named body, a partnership, a service or a role."""
    names = {"organisation": "named body", "partnership": "partnership", "service": "service"}
    step = partner.partition("/id/")[2].partition("/")[0]
    return names.get(step, "role")


def frameworks(library: Library) -> Sequence[Row]:
    """Return the frameworks, oldest first."""
    return _listed(
        library,
        "framework",
        lambda row: {
            "key": tail(row["framework"]),
            "scale_iri": row["scale"],
            "scale": tail(row["scale"]),
        },
    )


def _listed(
    library: Library, thing: str, more: Callable[[Row], Row] = lambda _: {}
) -> Sequence[Row]:
    """Return the rows of `queries/pages/lists/`, each with `iri`, `name` and what `more` says."""

    def rows() -> list[Row]:
        return [
            row | {"iri": row[thing], "name": library.label(row[thing])} | more(row)
            for row in library.texts(f"pages/lists/{thing}s")
        ]

    return library.cached(("list", thing), rows)


def scales(library: Library) -> Sequence[Row]:
    """Return the grade scales with their ends."""
    by_scale: dict[str, list[Row]] = defaultdict(list)
    for row in library.texts("pages/grades"):
        by_scale[row["scale"]].append(row)
    return [
        {
            "iri": scale,
            "key": tail(scale),
            "name": library.label(scale),
            "best": points[0]["words"],
            "worst": points[-1]["words"],
            "points": str(len(points)),
        }
        for scale, points in sorted(by_scale.items())
    ]
