from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.graph.export.readers import read_gexf

from trigpoint.cli import cli
from trigpoint.errors import UnknownName
from trigpoint.graph.analysis import analyse, analyses
from trigpoint.graph.export import export
from trigpoint.graph.store import EmbeddedStore


@pytest.mark.parametrize("name", analyses())
def test_measures_are_in_the_table_and_on_the_nodes(name: str, sample_store: EmbeddedStore) -> None:
    done = analyse(sample_store, name)
    rows = [dict(zip(done.columns, row, strict=True)) for row in done.rows()]

    assert rows
    for row in rows:
        node = done.graph.nodes[row["id"]]
        assert row["label"] == node["label"]
        for column in done.analysis.columns:
            assert row[column] == node[column] is not None


@pytest.mark.parametrize("name", analyses())
def test_measures_are_attributes_of_the_nodes_of_an_export(
    name: str, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    export(sample_store, "gexf", tmp_path / "out.gexf", analysis=name)
    done = analyse(sample_store, name)

    nodes, _ = read_gexf(tmp_path / "out.gexf")
    for node in done.measured:
        for column in done.analysis.columns:
            assert nodes[node][column] == done.graph.nodes[node][column]


def test_measures_are_the_same_in_another_process(sample_store: EmbeddedStore) -> None:
    command = [sys.executable, "-m", "trigpoint", "analyse", "communities", "--format", "csv"]
    runs = {
        subprocess.run(
            [*command, "--store", sample_store.place],
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1


def test_parameters_are_those_of_the_view(sample_store: EmbeddedStore) -> None:
    every = analyse(sample_store, "centrality")
    some = analyse(sample_store, "centrality", {"framework": "ilacs"})

    assert 0 < len(some.measured) < len(every.measured)


def test_unknown_analysis_names_the_nearest(sample_store: EmbeddedStore) -> None:
    with pytest.raises(UnknownName, match="communities"):
        analyse(sample_store, "community")


def test_analysis_of_another_view_is_refused(sample_store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="authority-partner"):
        export(sample_store, "dot", tmp_path / "x", view="authority-theme", analysis="bridges")


def test_command_prints_the_table_with_the_meaning_of_its_columns(
    sample_store: EmbeddedStore,
) -> None:
    asked = CliRunner().invoke(cli, ["analyse", "bridges", "--store", sample_store.place])

    assert asked.exit_code == 0
    for column, meaning in analyses()["bridges"].columns.items():
        assert f"{column}: {meaning[:20]}" in asked.output


def test_command_without_a_name_lists_the_analyses() -> None:
    listed = CliRunner().invoke(cli, ["analyse"]).output

    assert all(name in listed for name in analyses())
