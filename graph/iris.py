"""IRIs of instances. Keys come from the source, never from a counter or a clock.

A review is named by authority, framework and date; a recommendation by a fingerprint of its words,
so that a missed or an added neighbour moves nothing; evidence by the text and its range.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import Final

from trigpoint.extractors.findings import Report
from trigpoint.graph.authority_tables import Area, Authority, Change
from trigpoint.ontology.namespaces import CONCEPT, GRAPH, ID

_SHORT_KIND: Final = {
    "recommendation": "r",
    "key-recommendation": "kr",
    "priority-action": "pa",
    "area-for-improvement": "ai",
    "improvement-point": "ip",
    "decision-request": "dr",
}


def fingerprint(text: str) -> str:
    """Return 8 characters that name a text by its letters and digits alone.

    >>> fingerprint("Improve  the plans.") == fingerprint("• improve the plans")
    True
    """
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())
    digest = hashlib.sha256(letters.encode()).digest()
    return base64.b32encode(digest)[:8].decode().lower()


def concept(scheme: str, key: str) -> str:
    """Return the IRI of a concept of the vocabulary: `concept("function", "attendance")`."""
    return f"{CONCEPT}{scheme}/{key}"


def authority(body: Authority) -> str:
    """Return the IRI of an authority."""
    return f"{ID}authority/{body.key}"


def area_coverage(body: Authority, area: Area) -> str:
    """Return the IRI of the statement that an authority covered an area."""
    return f"{authority(body)}/area/{area.gss}"


def change(event: Change) -> str:
    """Return the IRI of a change of bodies: first day and place."""
    return f"{ID}change/{event.day}-{event.slug}"


def review_key(report: Report, body: Authority | None, text_sha256: str) -> str:
    """Return the key of a review: `343-sefton/lea-2004-10`.

    The date is the first day of fieldwork, else the day of publication, each as precise as
    printed; a review with neither is named by its text.
    """
    date = report.value("start") or report.value("published") or text_sha256[:12]
    stem = re.sub(r"-\d{4}$", "", report.framework) or report.family or "report"
    event = "-".join(filter(None, (stem, date, report.part)))
    return f"{body.key if body else 'unnamed'}/{event}"


def review(key: str) -> str:
    """Return the IRI of a review."""
    return f"{ID}inspection/{key}"


def document(key: str) -> str:
    """Return the IRI of the published report of a review."""
    return f"{ID}report/{key}"


def graph(key: str) -> str:
    """Return the IRI of the named graph of a review."""
    return f"{GRAPH}inspection/{key}"


def derived_graph(name: str) -> str:
    """Return the IRI of a graph that belongs to no single review: `vocabulary`, `reference`."""
    return f"{GRAPH}{name}"


def text(text_sha256: str) -> str:
    """Return the IRI of a canonical text."""
    return f"{ID}text/{text_sha256[:12]}"


def span(text_sha256: str, start: int, end: int) -> str:
    """Return the IRI of a range of a canonical text (RFC 5147, end exclusive)."""
    return f"{text(text_sha256)}#char={start},{end}"


def judgement(key: str, item: str) -> str:
    """Return the IRI of the judgement of an item in a review."""
    return f"{review(key)}/judgement/{item}"


def recommendation(key: str, kind: str, words: str) -> str:
    """Return the IRI of a recommendation of a review."""
    return f"{review(key)}/recommendation/{_SHORT_KIND[kind]}-{fingerprint(words)}"


def part(key: str, kind: str, name: str) -> str:
    """Return the IRI of anything else a review holds: a finding, a fact, a gap, a figure."""
    return f"{review(key)}/{kind}/{name}"


def run(text_sha256: str, version: str) -> str:
    """Return the IRI of the extraction of a text by a version of the extractor."""
    return f"{ID}run/{text_sha256[:12]}/extractor-{version}"
