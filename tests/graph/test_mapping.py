from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode
from tests.graph.reports import (
    Paper,
    fact,
    judgement,
    mapped,
    recommendation,
    report,
    statement,
    thornmere_2004,
    thornmere_2019,
)

from trigpoint.graph.mapping import MappedReview
from trigpoint.graph.mapping.writer import decimal, partial_date, term
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.ontology.namespaces import CONCEPT, GRAPH, ID, PREFIXES

REVIEW = ID + "inspection/thornmere/lea-2004-10"


@pytest.fixture(scope="module")
def thornmere() -> MappedReview:
    paper = Paper()
    return mapped(thornmere_2004(paper), paper)


def iri(term: object) -> str:
    assert isinstance(term, NamedNode)
    return term.value


def values(review: MappedReview, subject: str, predicate: str) -> list[str]:
    found = (
        quad.object.value
        for quad in review.quads
        if iri(quad.subject) == subject
        and quad.predicate == term(predicate)
        and isinstance(quad.object, NamedNode | Literal)
    )
    return list(dict.fromkeys(found))


def of_class(review: MappedReview, name: str) -> list[str]:
    return [iri(quad.subject) for quad in review.quads if quad.object == term(name)]


def test_review_is_named_by_authority_framework_and_date(thornmere: MappedReview) -> None:
    assert thornmere.key == "thornmere/lea-2004-10"
    assert thornmere.graph == GRAPH + "inspection/thornmere/lea-2004-10"
    assert {quad.graph_name for quad in thornmere.quads} == {NamedNode(thornmere.graph)}


def test_suffix_tells_two_reviews_of_one_key_apart() -> None:
    paper = Paper()

    assert mapped(report(paper), paper, suffix="-abc").key == "thornmere/lea-2004-10-abc"


def test_two_runs_give_the_same_bytes() -> None:
    one, other = Paper(), Paper()

    first, second = mapped(thornmere_2004(one), one), mapped(thornmere_2004(other), other)

    assert sorted_nquads(first.quads) == sorted_nquads(second.quads)


def test_nothing_is_anonymous(thornmere: MappedReview) -> None:
    for quad in thornmere.quads:
        assert not isinstance(quad.subject, BlankNode)
        assert not isinstance(quad.object, BlankNode)


@pytest.mark.parametrize(
    ("number", "label", "name"),
    [
        ("5.6", "Support for governors", "5.6 Support for governors: good"),
        ("2.1", "2.1 Adoption performance", "2.1 Adoption performance: good"),
        ("1", "1. Help and protection", "1. Help and protection: good"),
        ("1", "14 to 19 education", "1 14 to 19 education: good"),
        ("", "Overall effectiveness", "Overall effectiveness: good"),
    ],
)
def test_name_of_a_judgement_has_its_number_once(number: str, label: str, name: str) -> None:
    paper = Paper()
    judged = replace(judgement(paper, "5.6", "good"), number=number, label=label)

    review = mapped(report(paper, judgements=(judged,)), paper)

    [node] = of_class(review, "tp:Judgement")
    assert values(review, node, "rdfs:label") == [name]


def test_judgement_has_grade_scale_item_and_places(thornmere: MappedReview) -> None:
    node = REVIEW + "/judgement/5.6"

    assert values(thornmere, node, "tp:grade") == [CONCEPT + "grade/lea-7/4"]
    assert values(thornmere, node, "tp:gradeText") == ["satisfactory"]
    assert values(thornmere, node, "tp:rank") == ["4"]
    assert values(thornmere, node, "tp:scale") == [CONCEPT + "scale/lea-7"]
    assert values(thornmere, node, "tp:item") == [CONCEPT + "item/lea-2004/5.6"]
    assert values(thornmere, node, "tp:itemNumber") == ["5.6"]
    assert values(thornmere, node, "tp:fieldwork") == ["false"]
    assert values(thornmere, node, "tp:statedIn") == [
        CONCEPT + "stated-in/table",
        CONCEPT + "stated-in/prose",
    ]


def test_judgement_without_a_grade_says_why(thornmere: MappedReview) -> None:
    node = REVIEW + "/judgement/0.3"

    assert values(thornmere, node, "tp:noGradeReason") == [CONCEPT + "reason/not-judged"]
    assert values(thornmere, node, "tp:grade") == []
    assert values(thornmere, node, "tp:rank") == []


def test_every_place_of_a_grade_is_a_statement_of_its_own(thornmere: MappedReview) -> None:
    stated = of_class(thornmere, "tp:GradeStatement")
    judged = [values(thornmere, node, "tp:states")[0].rpartition("/")[2] for node in stated]

    assert sorted(judged) == ["2.5", "5.6", "5.6"]


def test_statement_of_a_previous_grade_belongs_to_no_judgement() -> None:
    paper = Paper()
    before = statement(paper, "The service", "good", time="previous", level="aspect")

    review = mapped(report(paper, statements=(before,)), paper)

    (node,) = of_class(review, "tp:GradeStatement")
    assert values(review, node, "tp:states") == []
    assert values(review, node, "tp:time") == [CONCEPT + "time/previous"]
    assert values(review, node, "tp:level") == [CONCEPT + "level/aspect"]


def test_recommendation_has_kind_text_purpose_and_addressees() -> None:
    paper = Paper()
    review = mapped(thornmere_2019(paper), paper)

    (node,) = of_class(review, "tp:Recommendation")

    assert values(review, node, "tp:recommendationKind") == [
        CONCEPT + "recommendation-kind/area-for-improvement"
    ]
    assert values(review, node, "tp:addresseeText") == ["Thornmere Council; Thornmere Police"]
    assert values(review, node, "tp:position") == ["1"]


def test_decision_request_is_no_recommendation() -> None:
    paper = Paper()
    request = recommendation(paper, "That the panel note the report.", kind="decision-request")

    review = mapped(report(paper, recommendations=(request,)), paper)

    assert len(of_class(review, "tp:DecisionRequest")) == 1
    assert of_class(review, "tp:Recommendation") == []


def test_same_words_twice_are_two_recommendations() -> None:
    paper = Paper()
    twice = tuple(recommendation(paper, "Publish the plan in full.", n) for n in (1, 2))

    review = mapped(report(paper, recommendations=twice), paper)

    first, second = sorted(of_class(review, "tp:Recommendation"))
    assert second == f"{first}-2"


def test_same_item_twice_is_two_judgements() -> None:
    paper = Paper()
    rows = tuple(judgement(paper, "5.6", grade) for grade in ("good", "poor"))

    review = mapped(report(paper, judgements=rows), paper)

    assert sorted(of_class(review, "tp:Judgement")) == [
        REVIEW + "/judgement/5.6",
        REVIEW + "/judgement/5.6-2",
    ]


def test_evidence_is_quote_page_and_range(thornmere: MappedReview) -> None:
    paper = Paper()
    thornmere_2004(paper)
    (span,) = values(thornmere, REVIEW + "/judgement/5.6", "tp:evidence")
    start, end = (int(number) for number in span.rpartition("=")[2].split(","))

    assert values(thornmere, span, "tp:page") == ["1"]
    assert values(thornmere, f"{span}-position", "oa:start") == [str(start)]
    assert values(thornmere, f"{span}-position", "oa:end") == [str(end)]
    assert values(thornmere, f"{span}-quote", "oa:exact") == [paper.text[start:end]]


def test_every_statement_has_provenance(thornmere: MappedReview) -> None:
    for name in ("tp:Judgement", "tp:GradeStatement", "tp:Recommendation", "tp:Finding"):
        for node in of_class(thornmere, name):
            assert values(thornmere, node, "tp:madeIn") == [REVIEW]
            assert len(values(thornmere, node, "prov:wasGeneratedBy")) == 1
            assert len(values(thornmere, node, "tp:confidence")) == 1


def test_fact_stands_on_the_review_and_keeps_its_words(thornmere: MappedReview) -> None:
    assert values(thornmere, REVIEW, "tp:leadInspector") == ["Ada Example", "Ben Example"]
    assert len(of_class(thornmere, "tp:ReportedFact")) == 4


def test_fact_that_is_printed_twice_is_one_fact_as_sure_as_its_surest_print() -> None:
    paper = Paper()
    prints = [replace(fact(paper, "partner", "Thornmere Police"), confidence=c) for c in (0.9, 0.8)]

    review = mapped(report(paper, facts=prints), paper)

    (node,) = [node for node in of_class(review, "tp:ReportedFact") if "/partner-" in node]
    assert values(review, node, "tp:confidence") == ["0.996"]
    assert len(values(review, node, "tp:evidence")) == 2


def test_gap_says_which_field_and_why(thornmere: MappedReview) -> None:
    (node,) = of_class(thornmere, "tp:Gap")

    assert node == REVIEW + "/gap/published"
    assert values(thornmere, node, "tp:reason") == [CONCEPT + "reason/not-found"]


def test_review_without_authority_or_date_is_named_by_its_text() -> None:
    paper = Paper()
    review = mapped(report(paper, authority=None, start=None), paper)

    assert review.key == f"unnamed/lea-{paper.source.text_sha256[:12]}"
    assert values(review, ID + f"inspection/{review.key}", "tp:dateBasis") == ["none printed"]


def test_unlisted_authority_is_described_by_its_name_alone(thornmere: MappedReview) -> None:
    assert of_class(thornmere, "tp:UnlistedAuthority") == [ID + "authority/thornmere"]
    assert of_class(thornmere, "tp:LocalAuthority") == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("2004", "gYear"),
        ("2004-10", "gYearMonth"),
        ("2004-10-04", "date"),
        ("autumn 2004", "string"),
    ],
)
def test_date_is_typed_as_precisely_as_it_is_printed(value: str, name: str) -> None:
    literal = partial_date(value)

    assert literal.datatype.value == PREFIXES["xsd"] + name
    assert literal.value == value


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.99, "0.99"), (0.12345, "0.1235"), (0, "0")]
)
def test_confidence_has_four_places_at_most(value: float, text: str) -> None:
    assert decimal(value) == Literal(text, datatype=NamedNode(PREFIXES["xsd"] + "decimal"))


def test_date_fact_has_the_type_of_its_precision() -> None:
    paper = Paper()
    found = report(paper, facts=(fact(paper, "published", "2005"),))

    objects = [
        quad.object for quad in mapped(found, paper).quads if quad.predicate == term("tp:published")
    ]

    assert objects == [partial_date("2005")]
