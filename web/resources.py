"""The resource table: the kinds of things that have pages, and the pages about no single thing.

Routes, formats, alternates, the menu, the site map and the OpenAPI document are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.web.library import Library
from trigpoint.web.page import PlainPage, ThingPage
from trigpoint.web.pages import (
    about,
    api,
    authority,
    cluster,
    compare,
    framework,
    function,
    home,
    lists,
    ontology,
    partner,
    questions,
    report,
    scale,
    theme,
    thing,
)
from trigpoint.web.tables import Column, Row


@dataclass(frozen=True, slots=True)
class Resource:
    """A kind of thing: its names, its list, and the page about one of them."""

    kind: str
    title: str
    plural: str
    path: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Library], Sequence[Row]]
    page: ThingPage


@dataclass(frozen=True, slots=True)
class View:
    """A page about no single thing."""

    path: str
    title: str
    page: PlainPage
    menu: bool = False


RESOURCES: Final = (
    Resource(
        "authority",
        "Authority",
        "Authorities",
        "/authorities",
        "Local authorities that a loaded report is about.",
        lists.AUTHORITIES,
        lists.authorities,
        authority.page,
    ),
    Resource(
        "inspection",
        "Report",
        "Reports",
        "/reports",
        "Reports that are loaded, newest first.",
        lists.REPORTS,
        lists.reports,
        report.page,
    ),
    Resource(
        "theme",
        "Theme",
        "Themes",
        "/themes",
        "Subjects of recommendations that cut across functions.",
        lists.THEMES,
        lists.themes,
        theme.page,
    ),
    Resource(
        "function",
        "Function",
        "Functions",
        "/functions",
        "What authorities do for children, as inspectors see it: the hub that frameworks map to.",
        lists.FUNCTIONS,
        lists.functions,
        function.page,
    ),
    Resource(
        "cluster",
        "Recurring recommendation",
        "Recurring recommendations",
        "/recurring",
        "Recommendations made in like words in several reports. Computed: releases may differ.",
        lists.CLUSTERS,
        lists.clusters,
        cluster.page,
    ),
    Resource(
        "partner",
        "Partner",
        "Partners",
        "/partners",
        "Bodies and roles that reports name beside the authority.",
        lists.PARTNERS,
        lists.partners,
        partner.page,
    ),
    Resource(
        "framework",
        "Framework",
        "Frameworks",
        "/frameworks",
        "Inspection frameworks: what they judge, on which scale, and what may be compared.",
        lists.FRAMEWORKS,
        lists.frameworks,
        framework.page,
    ),
    Resource(
        "scale",
        "Scale",
        "Scales",
        "/scales",
        "Grade scales. The same digit means opposite things on different ones.",
        lists.SCALES,
        lists.scales,
        scale.page,
    ),
)

VIEWS: Final = (
    View("/", "Home", home.page),
    View("/questions", "Questions", questions.contents, menu=True),
    View("/compare", "Compare", compare.page, menu=True),
    View("/ontology", "Ontology", ontology.page),
    View("/about", "About the data", about.page),
    View("/api", "JSON API", api.page),
)

OTHER: Final = thing.page
"""The page about anything else that has an IRI."""


def resource_of(kind: str) -> Resource | None:
    """Return the entry for a kind of thing."""
    return next((one for one in RESOURCES if one.kind == kind), None)
