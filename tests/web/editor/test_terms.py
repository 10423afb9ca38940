from __future__ import annotations

import pytest
from pyoxigraph import Store as Oxigraph
from starlette.testclient import TestClient

from trigpoint.ontology.namespaces import CONCEPT, DEF, PREFIXES
from trigpoint.web.editor.terms import short, terms
from trigpoint.web.library import Library


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        (f"{DEF}Recommendation", "tp:Recommendation"),
        (f"{CONCEPT}theme", "tpc:theme"),
        (f"{CONCEPT}theme/attendance", ""),
        ("https://example.org/x", ""),
    ],
)
def test_names_are_short_where_they_need_no_escapes(iri: str, name: str) -> None:
    assert short(iri) == name


def test_terms_are_explained(shelf: Library) -> None:
    by_label = {term["label"]: term for term in terms(shelf)}

    assert by_label["tp:Recommendation"]["kind"] == "class"
    assert "asks for" in by_label["tp:Recommendation"]["info"]
    assert by_label["tp:theme"]["kind"] == "property"
    assert by_label["Attendance"]["apply"] == f"<{CONCEPT}theme/attendance>"
    assert by_label["Attendance"]["kind"] == "theme"


def test_whatever_is_written_is_sparql(shelf: Library) -> None:
    head = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    for term in terms(shelf):
        if term["kind"] != "prefix":
            Oxigraph().query(f"{head} ASK {{ ?s ?p {term['apply']} }}")


def test_the_editor_gets_them_as_json(client: TestClient, shelf: Library) -> None:
    assert client.get("/sparql/terms").json() == {"terms": terms(shelf)}
