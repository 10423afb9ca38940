"""What a page function returns: a template, a title, and what the template shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from trigpoint.web.library import Library
from trigpoint.web.tables import Query, Table


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same in another format."""

    href: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered; `tables` are those that its address can narrow and download."""

    template: str
    title: str
    context: Mapping[str, Any] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    status: int = 200
    about: str = ""

    def with_status(self, status: int) -> Page:
        """Return the page with another HTTP status."""
        return replace(self, status=status)


ThingPage: TypeAlias = Callable[[Library, str, Query], Page]
"""Makes the page about a thing, by its IRI."""

PlainPage: TypeAlias = Callable[[Library, Query], Page]
"""Makes a page that is about no single thing."""
