"""The table of partners as reference data."""

from __future__ import annotations

from trigpoint.extractors.language.partner_tables import kinds, known_bodies
from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import GraphWriter, english, partial_date
from trigpoint.graph.partners import class_of, known_iri


def add_known_bodies(writer: GraphWriter) -> None:
    """Describe every body of the table of partners: names, kind, first and last day."""
    for body in known_bodies():
        node = known_iri(body)
        kind = kinds()[body.kind]
        writer.type(node, class_of(kind))
        writer.add(node, "rdfs:label", english(body.name))
        for alias in body.aliases:
            writer.add(node, "skos:altLabel", english(alias))
        writer.link(node, "org:classification", iris.concept("organisation-type", kind.type))
        for property_, day in (("tp:validFrom", body.valid_from), ("tp:validTo", body.valid_to)):
            if day:
                writer.add(node, property_, partial_date(day))
