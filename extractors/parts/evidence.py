"""Places in a document as evidence."""

from __future__ import annotations

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Evidence

_EDGES = " \f\n*_|"


def evidence(document: Document, start: int, end: int) -> Evidence:
    """Return the words from `start` to `end`, less white space and markup at either edge."""
    quote = document.text[start:end]
    start += len(quote) - len(quote.lstrip(_EDGES))
    quote = quote.strip(_EDGES)
    return Evidence(document.page_at(start), start, start + len(quote), quote)
