"""GraphML and GEXF against their schemas, and against what we know of them where these lack."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.graph.export.schemas import schema
from tests.graph.export.test_networks import networks, small

from trigpoint.graph.export import NETWORK_FORMATS
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.views import view_graph
from trigpoint.queries import view, views

FORMS = ("graphml", "gexf")
NAME_TOKEN = re.compile(r"[\w.:-]+")
GEXF_DAY = re.compile(r"\d{4}-\d\d-\d\d")
GEXF_ATTRIBUTES = {
    "graph": {"defaultedgetype", "mode", "timeformat"},
    "node": {"id", "label", "start", "end"},
    "edge": {"id", "source", "target", "label", "weight", "start", "end"},
    "attribute": {"id", "title", "type"},
    "attvalue": {"for", "value"},
}


def written(form: str, graph: nx.MultiGraph) -> Any:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        NETWORK_FORMATS[form](graph, out)
        return etree.fromstring(out.read_bytes())


def elements(root: Any, name: str) -> list[Any]:
    return list(root.iter(f"{{{root.nsmap[None]}}}{name}"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", views())
def test_view_is_valid(form: str, name: str, sample_store: EmbeddedStore) -> None:
    given_ = {p.name: p.example for p in view(name).parameters if p.required}
    root = written(form, view_graph(sample_store, name, given_))

    schema(form).assertValid(root)


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(graph=networks())
def test_any_network_is_valid(form: str, graph: nx.MultiGraph) -> None:
    schema(form).assertValid(written(form, graph))


@pytest.mark.parametrize("form", FORMS)
def test_schema_refuses_what_is_wrong(form: str) -> None:
    root = written(form, small())
    elements(root, "node")[0].attrib.pop("id")

    assert not schema(form).validate(root)


def test_graphml_ids_are_name_tokens_and_unique() -> None:
    root = written("graphml", small())

    for name in ("node", "edge", "key"):
        ids = [element.get("id") for element in elements(root, name)]
        assert len(set(ids)) == len(ids) > 0
        assert all(NAME_TOKEN.fullmatch(each) for each in ids)


def test_graphml_values_name_a_declared_key() -> None:
    root = written("graphml", small())
    declared = {key.get("id") for key in elements(root, "key")}

    assert {data.get("key") for data in elements(root, "data")} <= declared


def test_gexf_has_no_attribute_that_the_format_lacks() -> None:
    root = written("gexf", small())

    for name, allowed in GEXF_ATTRIBUTES.items():
        found = elements(root, name)
        assert found
        assert all(set(element.attrib) <= allowed for element in found)


def test_gexf_is_dynamic_and_its_times_are_days() -> None:
    root = written("gexf", small())
    times = [element.get(end) for element in elements(root, "edge") for end in ("start", "end")]

    assert elements(root, "graph")[0].get("mode") == "dynamic"
    assert times == ["2004-01-01", "2004-12-31", "2004-01-01", "2005-02-28"]
    assert all(GEXF_DAY.fullmatch(time) for time in times)


def test_gexf_says_what_to_beware_of(sample_store: EmbeddedStore) -> None:
    root = written("gexf", view_graph(sample_store, "authority-theme"))

    assert view("authority-theme").caveat in elements(root, "description")[0].text
