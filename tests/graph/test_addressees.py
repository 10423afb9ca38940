from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from tests.graph.reports import Paper, mapped, recommendation, report

from trigpoint.graph.addressees import Addressees
from trigpoint.graph.authorities import Authority
from trigpoint.graph.mapping.writer import term
from trigpoint.ontology.namespaces import ID

THORNMERE = Authority("Thornmere")


def meant(printed: str, framework: str = "lea-2000", *names: str) -> list[str]:
    addressees = Addressees(THORNMERE, framework, "2003-05-01", names)
    return [body.iri.removeprefix(ID) for body in addressees.bodies(printed)]


@pytest.mark.parametrize(
    "printed",
    ["the local authority", "The council", "the LEA", "the city council", "Thornmere City Council",
     "Thornmere County Council (TCC)", "the authority", "The borough council"],
)  # fmt: skip
def test_the_authority_itself_is_meant(printed: str) -> None:
    assert meant(printed) == ["authority/thornmere"]


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("the education and lifelong learning service", "education-and-lifelong-learning-service"),
        ("The council’s children’s services", "childrens-service"),
        ("the council's children's service", "childrens-service"),
        ("the school effectiveness branch", "school-effectiveness-branch"),
    ],
)
def test_a_service_is_a_unit_of_the_authority(printed: str, key: str) -> None:
    (unit,) = Addressees(THORNMERE, "lea-2000", "").bodies(printed)

    assert unit.iri == f"{ID}service/thornmere/{key}"
    assert (unit.entity_class, unit.unit_of) == (
        "org:OrganizationalUnit",
        f"{ID}authority/thornmere",
    )


def test_the_management_of_a_named_service_stands_for_it() -> None:
    service = ["service/thornmere/resources-and-planning-service"]

    assert meant("resources and planning service senior managers") == service
    assert meant("the resources and planning service's management team") == service
    assert (
        meant("RPS senior management", "lea-2000", "the resources and planning service") == service
    )
    assert meant("senior managers") == meant("the council's senior managers") == []


def test_an_acronym_is_read_by_the_names_beside_it() -> None:
    names = ("the resources and planning service", "RPS")

    assert meant("RPS", "lea-2000", *names) == ["service/thornmere/resources-and-planning-service"]
    assert meant("RPS") == []


@pytest.mark.parametrize(
    ("printed", "iri"),
    [
        ("West Midlands Police", "organisation/west-midlands-police"),
        ("NHS Devon ICB", "organisation/nhs-devon-integrated-care-board"),
        ("The Thornmere Safeguarding Children Board",
         "partnership/thornmere/local-safeguarding-children-board"),
    ],
)  # fmt: skip
def test_bodies_are_those_of_the_partners(printed: str, iri: str) -> None:
    assert meant(printed) == [iri]


def test_the_partnership_is_that_of_the_area_where_the_framework_judges_one() -> None:
    assert meant("The local area partnership", "area-send-2023") == [
        "partnership/thornmere/area-send"
    ]
    assert meant("The local area partnership", "jtai") == []


@pytest.mark.parametrize(
    "printed",
    ["leaders", "Area leaders", "Leaders across the partnership", "Local authority leaders",
     "Leaders in the ICB and the LA", "school and college leaders", "Health services",
     "The NHS provider trusts", "a risk-assessment form", "ELLS", "", "and", "the service"],
)  # fmt: skip
def test_people_and_things_in_general_are_no_body(printed: str) -> None:
    assert meant(printed) == []


def test_of_several_those_that_are_bodies_are_meant() -> None:
    assert meant("The council and its partners") == ["authority/thornmere"]
    assert meant("the council and West Midlands Police") == [
        "authority/thornmere",
        "organisation/west-midlands-police",
    ]


def test_without_an_authority_nothing_is_its_own() -> None:
    assert Addressees(None, "lea-2000", "").bodies("the council") == ()


@given(st.text(max_size=60))
def test_any_words_give_bodies_of_our_own_rooms(printed: str) -> None:
    rooms = {iri.partition("/")[0] for iri in meant(printed, "area-send-2023")}
    assert rooms <= {"authority", "organisation", "partnership", "service"}


def test_addressee_is_linked_beside_its_text() -> None:
    paper = Paper()
    asked = recommendation(
        paper, "Plan school places with care.", addressees=("the planning service", "leaders")
    )
    quads = mapped(report(paper, recommendations=(asked,)), paper).quads

    service = NamedNode(f"{ID}service/thornmere/planning-service")
    assert [q.object for q in quads if q.predicate == term("tp:addressee")] == [service]
    texts = [q.object.value for q in quads if q.predicate == term("tp:addresseeText")]  # type: ignore[union-attr]
    assert texts == ["the planning service; leaders"]
    owners = [q.object for q in quads if (q.subject, q.predicate) == (service, term("org:unitOf"))]
    assert owners == [NamedNode(f"{ID}authority/thornmere")]
