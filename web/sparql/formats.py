"""The formats of answers, and the choice among them by Accept header or by parameter."""

from __future__ import annotations

from typing import Final

from pyoxigraph import QueryResultsFormat, RdfFormat

from trigpoint.web.negotiation import HTML, Format, best

ROWS: Final = (
    Format("json", "application/sparql-results+json", "SPARQL JSON", ("application/json",)),
    Format("xml", "application/sparql-results+xml", "SPARQL XML", ("application/xml", "text/xml")),
    Format("csv", "text/csv", "CSV"),
    Format("tsv", "text/tab-separated-values", "TSV"),
)
"""For SELECT and ASK, the one we prefer first."""

GRAPHS: Final = (
    Format("ttl", "text/turtle", "Turtle", ("application/x-turtle", "application/turtle")),
    Format("nt", "application/n-triples", "N-Triples", ("text/plain",)),
    Format("rdf", "application/rdf+xml", "RDF/XML", ("application/xml", "text/xml")),
    Format("jsonld", "application/ld+json", "JSON-LD", ("application/json",)),
    Format("trig", "application/trig", "TriG", ("application/x-trig",)),
    Format("nq", "application/n-quads", "N-Quads", ("text/x-nquads",)),
    Format("n3", "text/n3", "N3", ("text/rdf+n3",)),
)
"""For CONSTRUCT and DESCRIBE, the one we prefer first."""

_NAMES: Final = {
    "json": ("srj",),
    "xml": ("srx",),
    "ttl": ("turtle",),
    "nt": ("ntriples", "n-triples"),
    "rdf": ("xml", "rdfxml", "rdf+xml", "rdf/xml"),
    "jsonld": ("json", "json-ld"),
    "nq": ("nquads", "n-quads"),
}
"""What clients call a format besides its ending."""

_RESULTS: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_RDF: Final = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "n3": RdfFormat.N3,
}


def results_format(ending: str) -> QueryResultsFormat:
    """Return the library's format of solutions: its own objects cannot cross to a process."""
    return _RESULTS[ending]


def rdf_format(ending: str) -> RdfFormat:
    """Return the library's format of triples."""
    return _RDF[ending]


def choose(offered: tuple[Format, ...], accept: str, wanted: str = "") -> Format | None:
    """Return the format that the client likes best, or None when it takes none of those offered.

    `wanted` is the request's own parameter, a name or a media type: it decides when it is given.
    """
    if not wanted:
        return best(accept, offered)
    name = wanted.strip().lower().replace(" ", "+")  # a plus sign in an address means a space
    return next((form for form in offered if name in _called(form)), None)


def _called(form: Format) -> tuple[str, ...]:
    return (form.ending, *_NAMES.get(form.ending, ()), form.media_type, *form.also)


def prefers_html(accept: str, wanted: str = "") -> bool:
    """Say whether a page is wanted: named, and liked no less than any data."""
    if wanted:
        return choose((HTML,), accept, wanted) is HTML
    named = any(media in accept.lower() for media in (HTML.media_type, *HTML.also))
    return named and best(accept, (HTML, *ROWS, *GRAPHS)) is HTML
