"""Bodies and roles that a review names, described where no table describes them."""

from __future__ import annotations

from trigpoint.extractors.language.partner_tables import kinds
from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import GraphWriter, english
from trigpoint.graph.partners import Entity


def add_entity(writer: GraphWriter, entity: Entity) -> None:
    """Describe a body or a role: class, name, kind, and what it is a unit of."""
    if entity.described:
        return
    writer.type(entity.iri, entity.entity_class)
    writer.add(entity.iri, "rdfs:label", english(entity.label))
    if entity.kind:
        kind = iris.concept("organisation-type", kinds()[entity.kind].type)
        writer.link(entity.iri, "org:classification", kind)
    writer.link(entity.iri, "org:unitOf", entity.unit_of)
