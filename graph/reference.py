"""The tables on authorities as one graph: bodies, the areas they covered, and what changed them.

An organisation is not its area, and a successor is not its predecessor: nothing is inherited.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from trigpoint.graph import iris
from trigpoint.graph.authority_tables import Area, Authority, Change, authorities, changes
from trigpoint.graph.mapping.writer import GraphWriter, english, partial_date
from trigpoint.graph.partner_reference import add_known_bodies
from trigpoint.ontology.namespaces import PREFIXES

_WIKIDATA: Final = "http://www.wikidata.org/entity/"
_STATISTICS: Final = "http://statistics.data.gov.uk/id/statistical-geography/"
_DATE_TIME: Final = NamedNode(PREFIXES["xsd"] + "dateTime")


def reference_quads(graph: str) -> list[Quad]:
    """Return every fact of the tables, in the named graph."""
    writer = GraphWriter(graph)
    bodies = {body.dfe_number: body for body in authorities()}
    for body in bodies.values():
        _add_authority(writer, body)
        for number in body.neighbours:
            neighbour = iris.authority(bodies[number])
            writer.link(iris.authority(body), "tp:statisticalNeighbour", neighbour)
    for event in changes():
        _add_change(writer, event, bodies)
    add_known_bodies(writer)
    return writer.quads


def _add_authority(writer: GraphWriter, body: Authority) -> None:
    node = iris.authority(body)
    writer.type(node, "tp:LocalAuthority", "org:FormalOrganization")
    writer.add(node, "rdfs:label", english(body.name))
    for alias in body.aliases:
        writer.add(node, "skos:altLabel", english(alias))
    writer.add(node, "tp:dfeNumber", body.dfe_number)
    writer.add(node, "tp:ofstedUrn", body.ofsted_urn)
    writer.add(node, "tp:registerCode", body.register_code)
    writer.add(node, "tp:region", body.region)
    writer.add(node, "tp:authorityType", body.type)
    writer.add(node, "tp:gssCode", body.gss)
    _add_days(writer, node, body.valid_from, body.valid_to)
    if body.wikidata:
        writer.link(node, "skos:exactMatch", _WIKIDATA + body.wikidata)
    for area in body.areas:
        _add_area(writer, body, area)


def _add_area(writer: GraphWriter, body: Authority, area: Area) -> None:
    """Link the area itself, and say on a node of its own from when to when it was covered."""
    authority, node = iris.authority(body), iris.area_coverage(body, area)
    writer.link(authority, "tp:area", _STATISTICS + area.gss)
    writer.link(authority, "tp:coverage", node)
    writer.type(node, "tp:AreaCoverage")
    writer.link(node, "tp:area", _STATISTICS + area.gss)
    writer.add(node, "tp:gssCode", area.gss)
    writer.add(node, "tp:authorityType", area.type)
    _add_days(writer, node, area.valid_from, area.valid_to)


def _add_days(writer: GraphWriter, node: str, first: str, last: str) -> None:
    for property_, day in (("tp:validFrom", first), ("tp:validTo", last)):
        if day:
            writer.add(node, property_, partial_date(day))


def _add_change(writer: GraphWriter, event: Change, bodies: dict[str, Authority]) -> None:
    node = iris.change(event)
    writer.type(node, "org:ChangeEvent")
    writer.add(node, "rdfs:label", english(event.label))
    # without a time zone: the day begins at midnight in England, summer or winter
    writer.add(node, "prov:atTime", Literal(f"{event.day}T00:00:00", datatype=_DATE_TIME))
    for number in event.original:
        writer.link(node, "org:originalOrganization", iris.authority(bodies[number]))
    for number in event.resulting:
        writer.link(node, "org:resultingOrganization", iris.authority(bodies[number]))
