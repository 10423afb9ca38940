"""Every view through every network format: written, read back by other libraries, equal."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.graph.export.test_networks import READERS, expected, with_labels

from trigpoint.graph.export import NETWORK_FORMATS
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.views import view_graph
from trigpoint.queries import view, views


def assert_reads_back(
    store: EmbeddedStore, name: str, form: str, out: Path, authority: str = "Quillborough"
) -> None:
    given = {p.name: authority for p in view(name).parameters if p.required}
    graph = view_graph(store, name, given)
    NETWORK_FORMATS[form](graph, out)

    wanted = expected(form, graph)
    assert READERS[form](out) == (with_labels(wanted) if form == "gexf" else wanted)
    assert wanted[0]
    assert wanted[1]


@pytest.mark.parametrize("form", NETWORK_FORMATS)
@pytest.mark.parametrize("name", views())
@pytest.mark.filterwarnings("ignore:.* deprecated:DeprecationWarning:pydot")
def test_view_of_the_sample_reads_back(
    form: str, name: str, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    assert_reads_back(sample_store, name, form, tmp_path / "out")
