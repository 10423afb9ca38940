"""Rows turned into charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from trigpoint.web import charts
from trigpoint.web.holdings import Row, grades
from trigpoint.web.library import Library
from trigpoint.web.pages.concept import Share
from trigpoint.web.pages.distribution import Distribution
from trigpoint.web.words import day


def tile_map(library: Library, authorities: Sequence[Row]) -> Markup:
    """Return the map of England with the latest overall grade of each authority."""
    known = grades(library)
    tiles = [
        charts.Tile(
            row["number"],
            row["name"],
            library.href(row["iri"]),
            known.get(row["point_iri"]),
            f"{row['framework']}, {day(row['graded'])}" if row["graded"] else "no overall grade",
        )
        for row in authorities
    ]
    return charts.tile_map(
        tiles,
        title="England, one tile for each authority",
        about="Neighbourhood, not size. A blank tile is an authority without a loaded report.",
    )


def locator(library: Library, iri: str, facts: Row) -> Markup:
    """Return a small map that marks one authority; nothing where it is not on the map."""
    if not facts.get("number"):
        return Markup()
    return charts.locator(facts["number"], title=f"{library.label(iri)} on the map of England")


def share_bars(shares: Sequence[Share], title: str) -> Markup:
    """Return for each framework how many of its authorities were told."""
    rows = [
        charts.Bar(
            one.framework, one.authorities, one.of_authorities, f"?asks.framework={one.framework}"
        )
        for one in shares
    ]
    return charts.bars(rows, title=title)


def distributions(
    found: Sequence[Distribution],
) -> list[tuple[Distribution, Markup]]:
    """Return each distribution with its chart."""
    return [
        (
            one,
            charts.distribution(
                [charts.Part(grade, count) for grade, count in one.counts if count],
                title=f"Grades given under {one.framework}",
                noun="judgement",
            ),
        )
        for one in found
    ]


def line_by_line(library: Library, judged: Mapping[str, Sequence[Row]]) -> Markup:
    """Return the latest grades of several authorities, framework by framework, in one table."""
    lines: dict[tuple[str, str, str], dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for authority, rows in judged.items():
        for row in rows:
            if row["function"] and row["framework"] and row["point_iri"]:
                line = row["framework"], row["function"], row["function_iri"]
                lines[line][authority].append(row)
    shared = {line: by for line, by in lines.items() if len(by) > 1}
    drawn = [
        charts.Row(
            function,
            tuple(_latest(library, by.get(authority, ())) for authority in judged),
            library.href(iri),
            framework,
        )
        for (framework, function, iri), by in sorted(shared.items())
    ]
    columns = [charts.Column(library.label(iri), href=library.href(iri)) for iri in judged]
    return charts.heat_table(columns, drawn, title="Latest grades") if drawn else Markup()


def _latest(library: Library, rows: Sequence[Row]) -> charts.Cell:
    if not rows:
        return charts.Cell()
    known = grades(library)
    last = max(row["date"] for row in rows)
    latest = [row for row in rows if row["date"] == last and row["point_iri"] in known]
    given = {known[row["point_iri"]] for row in latest}
    return charts.Cell(tuple(sorted(given, key=_place)), library.href(latest[0]["review_iri"]))


def _place(grade: charts.Grade) -> int:
    return grade.place


def reports_by_year(years: Sequence[tuple[str, int]]) -> Markup:
    """Return how many reports are loaded of each year, without a gap between the years."""
    if not years:
        return Markup()
    counts = dict(years)
    span = range(int(years[0][0]), int(years[-1][0]) + 1)
    points = [charts.Point(str(year), counts.get(str(year), 0)) for year in span]
    return charts.sparkline(points, title="Reports loaded by year")
