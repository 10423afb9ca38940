"""Partners as a review states them: mentions of bodies and roles, memberships, likenesses."""

from __future__ import annotations

from typing import Final

from trigpoint.extractors.findings import PartnerMention, Report
from trigpoint.extractors.language.partner_tables import kinds
from trigpoint.graph import iris
from trigpoint.graph.authorities import Authority, slug
from trigpoint.graph.mapping.entities import add_entity
from trigpoint.graph.mapping.statements import StatementMapper
from trigpoint.graph.mapping.writer import decimal, english
from trigpoint.graph.partners import (
    Entity,
    Likeness,
    area_partnership,
    likenesses,
    resolve_partner,
)
from trigpoint.ontology.namespaces import DEF
from trigpoint.ontology.turtle import expand

_MEMBERS_OF_AREA: Final = "area-send"
_ROLE_OF_MEMBER: Final = {
    "council": "area-partnership-lead",
    "integrated-care-board": "health-commissioner",
    "clinical-commissioning-group": "health-commissioner",
}


def add_partners(statements: StatementMapper, report: Report, about: Authority | None) -> None:
    """Write every mention of a partner, what it means, and what it is a member of."""
    day = report.value("end") or report.value("start") or report.value("published") or ""
    meant = {mention: resolve_partner(mention, about, day) for mention in report.partners}
    for mention, entity in meant.items():
        add_entity(statements.writer, entity)
        _add_mention(statements, mention, entity)
    for link in likenesses(dict.fromkeys(meant.values())):
        _add_likeness(statements, link)
    if about and report.framework.startswith(_MEMBERS_OF_AREA):
        area = area_partnership(about)
        add_entity(statements.writer, area)
        for mention, entity in meant.items():
            if mention.role == "responsible":
                _add_membership(statements, entity, area)


def _add_mention(statements: StatementMapper, mention: PartnerMention, entity: Entity) -> None:
    writer = statements.writer
    name = f"{slug(mention.name)}-{mention.evidence.start}"
    node = iris.part(statements.key, "partner-mention", name)
    writer.type(node, "tp:PartnerMention")
    writer.add(node, "tp:partnerText", mention.name)
    writer.add(node, "skos:altLabel", english(mention.long_name) if mention.long_name else None)
    writer.link(node, "tp:partner" if mention.proper else "tp:genericRole", entity.iri)
    type_ = iris.concept("organisation-type", kinds()[mention.kind].type)
    writer.link(node, "tp:partnerKind", type_)
    if mention.role:
        writer.link(node, "tp:partnerRole", iris.concept("partner-role", slug(mention.role)))
    statements.add_provenance(node, (mention.evidence,), mention.confidence)


def _add_likeness(statements: StatementMapper, link: Likeness) -> None:
    """State a guess that can be taken back: a node with its method and score, no owl:sameAs."""
    writer = statements.writer
    name = f"{iris.fingerprint(link.of)}-{iris.fingerprint(link.to)}"
    node = iris.part(statements.key, "likeness", name)
    writer.type(node, "owl:Axiom")
    writer.link(node, "owl:annotatedSource", link.of)
    writer.link(node, "owl:annotatedProperty", DEF + "possiblySameBodyAs")
    writer.link(node, "owl:annotatedTarget", link.to)
    justification = "semapv:LexicalSimilarityThresholdMatching"
    writer.link(node, "sssom:mapping_justification", expand(justification))
    writer.add(
        node, "sssom:similarity_measure", "least likeness of two words, those of the kind left out"
    )
    writer.add(node, "sssom:similarity_score", decimal(link.score))
    writer.link(link.of, "tp:possiblySameBodyAs", link.to)


def _add_membership(statements: StatementMapper, body: Entity, area: Entity) -> None:
    """Say that a body is a member of a partnership, as what, and which review says so."""
    writer = statements.writer
    node = iris.part(statements.key, "membership", slug(body.iri.rpartition("/id/")[2]))
    writer.type(node, "org:Membership")
    writer.link(node, "org:member", body.iri)
    writer.link(node, "org:organization", area.iri)
    if role := _ROLE_OF_MEMBER.get(body.kind):
        writer.link(node, "org:role", iris.concept("role", role))
    writer.link(node, "tp:reportedIn", iris.review(statements.key))
