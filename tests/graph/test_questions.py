from __future__ import annotations

import pytest

from trigpoint.errors import UnknownName
from trigpoint.graph.questions import ask, find
from trigpoint.graph.store import EmbeddedStore
from trigpoint.ontology.namespaces import CONCEPT, ID

THORNMERE = ID + "authority/thornmere"
OLD = ID + "inspection/thornmere/lea-2004-10"


@pytest.mark.parametrize(
    ("kind", "given", "iri"),
    [
        ("authority", "Thornmere", THORNMERE),
        ("authority", "  thornMERE ", THORNMERE),
        ("authority", "thorn", THORNMERE),
        ("authority", THORNMERE, THORNMERE),
        ("report", OLD, OLD),
        ("report", "lea-2004-10", OLD),
        ("report", "thornmere/lea-2004-10", OLD),
        ("report", "reports/thornmere-2004.pdf", OLD),
        ("report", "thornmere-2004", OLD),
        ("framework", "ilacs", CONCEPT + "framework/ilacs"),
        ("function", "school-improvement", CONCEPT + "function/school-improvement"),
    ],
)
def test_thing_is_found_by_what_one_may_call_it(
    library: EmbeddedStore, kind: str, given: str, iri: str
) -> None:
    assert find(library, kind, given).value == iri


def test_name_of_several_things_asks_which(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="'thornmere-20' means 2") as caught:
        find(library, "report", "thornmere-20")

    assert "inspection/thornmere/lea-2004-10" in caught.value.remedy


def test_unknown_name_gives_the_nearest(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="no authority") as caught:
        find(library, "authority", "Thornemear")

    assert caught.value.remedy.startswith("Nearest: Thornmere")


def test_unknown_question_gives_the_nearest(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="authority-grades"):
        ask(library, "authority-grade", {})


def test_unknown_parameter_gives_the_nearest(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="Nearest: authority"):
        ask(library, "authority-grades", {"authorty": "Thornmere"})


def test_required_parameter_is_asked_for(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="needs --authority"):
        ask(library, "authority-grades", {})


def test_whole_number_is_asked_for(library: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="--least takes a whole number, not 'many'"):
        ask(library, "shared-partners", {"least": "many"})


def test_value_is_never_part_of_the_query(library: EmbeddedStore) -> None:
    hostile = '") || CONTAINS(?text, "'

    assert list(ask(library, "text-search", {"words": hostile})) == []
