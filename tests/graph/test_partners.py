from __future__ import annotations

from dataclasses import replace

import pytest
from tests.graph.reports import Paper, mapped, thornmere_2004

from trigpoint.extractors.findings import PartnerMention, Report
from trigpoint.graph.authorities import Authority
from trigpoint.graph.mapping.writer import term
from trigpoint.graph.partners import Entity, likenesses, resolve_partner
from trigpoint.ontology.namespaces import CONCEPT, DEF, ID

TARNHYTHE = Authority(name="Tarnhythe", dfe_number="999")


def mention(name: str, kind: str, **more: object) -> PartnerMention:
    return PartnerMention(name, kind, Paper().prints(name), **more)  # type: ignore[arg-type]


def resolved(name: str, kind: str, **more: object) -> Entity:
    return resolve_partner(mention(name, kind, **more), TARNHYTHE, "2016-05-09")


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        (
            "CAFCASS",
            "court-advisory-service",
            "children-and-family-court-advisory-and-support-service",
        ),
        ("Devon ICB", "integrated-care-board", "nhs-devon-integrated-care-board"),
        ("the Tarn Valley NHS Trust (TVT)", "health-trust", "tarn-valley-nhs-trust"),
        ("Wharfshire County Council", "council", "wharfshire-county-council"),
    ],
)
def test_a_body_has_one_iri_whatever_is_printed(name: str, kind: str, key: str) -> None:
    assert resolved(name, kind).iri == f"{ID}organisation/{key}"


def test_a_board_of_the_area_is_named_by_authority_and_kind() -> None:
    kind = "local-safeguarding-children-board"
    named = {resolved(name, kind).iri for name in ("LSCB", "Tarnhythe Safeguarding Children Board")}
    assert named == {f"{ID}partnership/999-tarnhythe/{kind}"}


def test_the_authority_itself_and_another_are_authorities() -> None:
    assert resolved("Tarnhythe City Council", "council").iri == f"{ID}authority/999-tarnhythe"
    assert resolved("Kent County Council", "council").iri == f"{ID}authority/886-kent"


def test_a_generic_role_is_no_organisation() -> None:
    entity = resolved("police", "police-force", proper=False)
    assert (entity.iri, entity.entity_class) == (f"{ID}role/police-force", "org:Role")


def test_the_long_name_of_an_acronym_decides() -> None:
    long_name = "Tarn Valley Clinical Commissioning Group"
    entity = resolved("TVCCG", "clinical-commissioning-group", long_name=long_name)
    assert entity.iri == f"{ID}organisation/tarn-valley-clinical-commissioning-group"


def test_a_name_nearly_that_of_a_known_body_is_linked_with_a_score_and_not_merged() -> None:
    entity = resolved("Doncaster Children’s Service Trust", "children-trust")
    (link,) = likenesses([entity])
    assert link.of == entity.iri == f"{ID}organisation/doncaster-children-service-trust"
    assert link.to == f"{ID}organisation/doncaster-childrens-services-trust"
    assert 0.9 <= link.score <= 1


def test_bodies_alike_only_in_their_kind_are_not_linked() -> None:
    kind = "integrated-care-board"
    assert not likenesses([resolved("North London Integrated Care Board", kind)])


def _value(node: object) -> str:
    return str(getattr(node, "value", ""))


def graph_of(framework: str, *partners: PartnerMention) -> set[tuple[str, str, str]]:
    paper = Paper()
    base: Report = replace(thornmere_2004(paper), framework=framework, partners=partners)
    return {
        (_value(quad.subject), quad.predicate.value, _value(quad.object))
        for quad in mapped(base, paper).quads
    }


def test_a_mention_says_who_is_named_and_as_what() -> None:
    found = graph_of("lea-2004", mention("Connexions", "youth-support-service", role="works with"))
    (node,) = {s for s, p, o in found if o == DEF + "PartnerMention"}
    assert (node, DEF + "partner", f"{ID}organisation/connexions") in found
    assert (node, DEF + "partnerRole", f"{CONCEPT}partner-role/works-with") in found


def test_a_responsible_body_is_a_member_of_the_area_partnership_as_one_review_reports() -> None:
    board = mention("Devon ICB", "integrated-care-board", role="responsible")
    found = graph_of("area-send", board)
    (node,) = {s for s, p, o in found if o == term("org:Membership").value}
    says = {p.rpartition("#")[2]: o for s, p, o in found if s == node}
    assert says["member"] == f"{ID}organisation/nhs-devon-integrated-care-board"
    assert says["organization"].endswith("/area-send")
    assert "/inspection/" in says["reportedIn"]
    assert says["role"] == f"{CONCEPT}role/health-commissioner"


def test_a_body_that_only_works_with_the_authority_is_a_member_of_nothing() -> None:
    found = graph_of("area-send", mention("Devon ICB", "integrated-care-board", role="works with"))
    assert not {o for _, p, o in found if o == term("org:Membership").value}
