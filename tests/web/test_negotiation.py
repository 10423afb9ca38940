"""Forty clients and what each is sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.web.documents import FORMATS
from trigpoint.web.negotiation import HTML, RDF_FORMATS, best

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"

CASES = [
    ("", "html"),
    ("*/*", "html"),
    (BROWSER, "html"),
    ("text/html", "html"),
    ("application/xhtml+xml", "html"),
    ("text/*", "html"),
    ("text/turtle", "ttl"),
    ("application/x-turtle", "ttl"),
    ("TEXT/TURTLE", "ttl"),
    (" text/turtle ", "ttl"),
    ("application/ld+json", "jsonld"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "jsonld"),
    ("application/n-triples", "nt"),
    ("application/rdf+xml", "rdf"),
    ("application/*", "jsonld"),
    ("application/*;q=0.5, text/turtle;q=0.4", "jsonld"),
    ("text/turtle, application/ld+json", "ttl"),
    ("application/ld+json, text/turtle", "ttl"),  # as welcome: ours comes first
    ("text/turtle;q=0.5, application/ld+json", "jsonld"),
    ("text/turtle;q=0.5, application/ld+json;q=0.9, text/html;q=0.1", "jsonld"),
    ("text/html;q=0.9, text/turtle", "ttl"),
    ("text/html;q=0.2, text/turtle;q=0.2", "html"),
    ("*/*;q=0.1, application/rdf+xml", "rdf"),
    ("*/*, text/html;q=0", "ttl"),
    ("text/*;q=0.3, text/html;q=0.2, application/n-triples;q=0.25", "ttl"),
    ("text/turtle;q=1.0, */*;q=0.1", "ttl"),
    ("text/turtle;q=0.001", "ttl"),
    ("text/turtle;q=2", "ttl"),
    ("text/turtle;level=1;q=0.3, application/n-triples;q=0.2", "ttl"),
    ("text/turtle;q=0.4;level=1, application/n-triples;q=0.5", "nt"),
    ("application/json, text/turtle;q=0.2", "ttl"),
    ("image/png, */*;q=0.1", "html"),
    ("text/turtle,,", "ttl"),
    ("text/turtle;q=", None),
    ("text/turtle;q=x", None),
    ("text/turtle;q=0", None),
    ("image/png", None),
    ("application/json", None),
    ("text/plain", None),
    ("*/*;q=0", None),
]


@pytest.mark.parametrize(("accept", "ending"), CASES)
def test_client_is_sent_what_it_likes_best(accept: str, ending: str | None) -> None:
    form = best(accept, FORMATS)

    assert (form.ending if form else None) == ending


def test_there_are_forty_cases() -> None:
    assert len(CASES) == 40


@given(st.text(max_size=60))
def test_any_header_is_read(accept: str) -> None:
    assert best(accept, FORMATS) in (None, *FORMATS)


@given(st.permutations(RDF_FORMATS))
def test_order_of_a_header_does_not_matter(order: list[object]) -> None:
    accept = ", ".join(form.media_type for form in order)  # type: ignore[attr-defined]

    assert best(accept, (HTML, *RDF_FORMATS)) is RDF_FORMATS[0]
