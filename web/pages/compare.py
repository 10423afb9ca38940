"""Two to six authorities side by side: grades, themes, and what they were all told."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from trigpoint.errors import TrigpointError
from trigpoint.graph.questions import find
from trigpoint.web.holdings import Row, grades, judgements_of, recommendations_of, reviews_of
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.lists import authorities
from trigpoint.web.pages.pictured import line_by_line
from trigpoint.web.tables import Column, Query, Table

MOST: Final = 6


def page(library: Library, query: Query) -> Page:
    """Return the comparison of the authorities that the address names, as often as `a` is given."""
    given = [value for name, value in query if name == "a" and value.strip()][:MOST]
    chosen, problems = _found(library, given)
    asked = {iri: recommendations_of(library, iri) for iri in chosen}
    reviews = {iri: reviews_of(library, iri) for iri in chosen}
    context = {
        "given": given,
        "problems": problems,
        "chosen": chosen,
        "most": MOST,
        "choices": authorities(library),
        "reviews": reviews,
        "frameworks": _frameworks(reviews),
        "grades": grades(library),
        "shared": _shared(asked),
        "lines": line_by_line(library, {iri: judgements_of(library, iri) for iri in chosen}),
    }
    tables = (_themes(library, asked),) if len(chosen) > 1 else ()
    names = ", ".join(library.label(iri) for iri in chosen)
    return Page("compare.html", f"Compare {names}" if names else "Compare", context, tables)


def _found(library: Library, given: list[str]) -> tuple[list[str], list[str]]:
    chosen: list[str] = []
    problems: list[str] = []
    for value in given:
        try:
            iri = find(library.store, "authority", value).value
        except TrigpointError as error:
            problems.append(str(error))
        else:
            if iri not in chosen:
                chosen.append(iri)
    return chosen, problems


def _frameworks(reviews: dict[str, list[Row]]) -> list[str]:
    found = {row["framework"] for rows in reviews.values() for row in rows if row["framework"]}
    newest = {
        f: max(r["date"] for rows in reviews.values() for r in rows if r["framework"] == f)
        for f in found
    }
    return sorted(found, key=lambda one: newest[one], reverse=True)


def _themes(library: Library, asked: dict[str, list[Row]]) -> Table:
    """Return how many reports of each authority ask about each theme."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for iri, rows in asked.items():
        for theme, review in {(t, r["review_iri"]) for r in rows for t in r["themes"].split("; ")}:
            if theme and review:
                counts[theme][iri] += 1
    columns = (
        Column("theme", "Theme"),
        *(
            Column(f"n{n}", library.label(iri), "reports that ask about it")
            for n, iri in enumerate(asked)
        ),
    )
    rows = [
        {"theme": theme} | {f"n{n}": str(by[iri]) for n, iri in enumerate(asked)}
        for theme, by in counts.items()
    ]
    rows.sort(key=lambda row: (-sum(row[c.name] != "0" for c in columns[1:]), row["theme"]))
    return Table(columns, tuple(rows), "themes", page_rows=60)


def _shared(asked: dict[str, list[Row]]) -> list[tuple[str, dict[str, Row]]]:
    """Return the clusters that two or more of them were told, each with one wording of each."""
    told: dict[str, dict[str, Row]] = defaultdict(dict)
    for iri, rows in asked.items():
        for row in rows:
            if row["cluster_iri"]:
                told[row["cluster_iri"]].setdefault(iri, row)
    shared = [(cluster, by) for cluster, by in told.items() if len(by) > 1]
    return sorted(shared, key=lambda one: (-len(one[1]), one[0]))
