"""Evidence as Web Annotation: a range of a canonical text, with its quote and its page."""

from __future__ import annotations

from collections.abc import Iterable

from trigpoint.extractors.findings import Evidence
from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import GraphWriter, integer


def add_evidence(
    writer: GraphWriter, subject: str, spans: Iterable[Evidence], text_sha256: str
) -> None:
    """Link a statement to every place that says it, the first of them marked as the one to show.

    The nodes are named by text and range.
    """
    for place, span in enumerate(spans):
        node = iris.span(text_sha256, span.start, span.end)
        writer.link(subject, "tp:evidence", node)
        if place == 0:
            writer.link(subject, "tp:firstEvidence", node)
        writer.type(node, "oa:SpecificResource")
        writer.link(node, "oa:hasSource", iris.text(text_sha256))
        writer.add(node, "tp:page", integer(span.page))
        _add_selectors(writer, node, span)


def _add_selectors(writer: GraphWriter, node: str, span: Evidence) -> None:
    quote, position = f"{node}-quote", f"{node}-position"
    writer.link(node, "oa:hasSelector", quote)
    writer.type(quote, "oa:TextQuoteSelector")
    writer.add(quote, "oa:exact", span.quote)
    writer.link(node, "oa:hasSelector", position)
    writer.type(position, "oa:TextPositionSelector")
    writer.add(position, "oa:start", integer(span.start))
    writer.add(position, "oa:end", integer(span.end))
