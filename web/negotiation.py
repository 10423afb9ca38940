"""From what a client accepts to the one of our formats that it likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which something is sent: ending of addresses, media type, name for people."""

    ending: str
    media_type: str
    title: str
    also: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The media type as it is sent."""
        plain = self.media_type.startswith("text/") or self.ending in ("nt", "jsonld", "json")
        return f"{self.media_type}; charset=utf-8" if plain else self.media_type


HTML: Final = Format("html", "text/html", "page", ("application/xhtml+xml",))
TURTLE: Final = Format("ttl", "text/turtle", "Turtle", ("application/x-turtle",))
JSONLD: Final = Format("jsonld", "application/ld+json", "JSON-LD")
NTRIPLES: Final = Format("nt", "application/n-triples", "N-Triples")
RDFXML: Final = Format("rdf", "application/rdf+xml", "RDF/XML")
JSON: Final = Format("json", "application/json", "JSON")
CSV: Final = Format("csv", "text/csv", "CSV")
XLSX: Final = Format(
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"
)

RDF_FORMATS: Final = (TURTLE, JSONLD, NTRIPLES, RDFXML)
TABLE_FORMATS: Final = (CSV, JSON, XLSX)


def best(accept: str, formats: Sequence[Format]) -> Format | None:
    """Return the format that an Accept header prefers, the first on a tie; None if none will do.

    >>> best("text/turtle;q=0.4, text/html;q=0.9", (HTML, TURTLE)).ending
    'html'
    """
    if not accept.strip():
        return formats[0]
    ranges = _ranges(accept)
    scored = [(_quality(form, ranges), -place, form) for place, form in enumerate(formats)]
    quality, _, form = max(scored, key=lambda one: one[:2])
    return form if quality > 0 else None


def by_ending(ending: str, formats: Sequence[Format]) -> Format | None:
    """Return the format whose addresses end so."""
    return next((form for form in formats if form.ending == ending), None)


def _ranges(accept: str) -> dict[str, float]:
    """Read `text/html;q=0.9, */*;q=0.1`; an unreadable quality counts as 0."""
    ranges: dict[str, float] = {}
    for part in accept.split(","):
        media_range, *parameters = (word.strip() for word in part.split(";"))
        if media_range:
            ranges[media_range.lower()] = _q(parameters)
    return ranges


def _q(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(1.0, max(0.0, float(value)))
            except ValueError:
                return 0.0
    return 1.0


def _quality(form: Format, ranges: dict[str, float]) -> float:
    """Return how welcome a format is: its most specific range decides."""
    named = [ranges[name] for name in (form.media_type, *form.also) if name in ranges]
    if named:
        return max(named)
    family = f"{form.media_type.partition('/')[0]}/*"
    return ranges.get(family, ranges.get("*/*", 0.0))
