"""The notebook runs from a fresh kernel, shows what it says, and is stored without outputs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

FIRST_LOOK = "first-look.ipynb"


@pytest.fixture
def notebook(root: Path) -> NotebookNode:
    read: NotebookNode = nbformat.read(root / "notebooks" / FIRST_LOOK, as_version=4)  # type: ignore[no-untyped-call]
    return read


def code(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_notebook_is_valid_and_has_no_outputs(notebook: NotebookNode) -> None:
    nbformat.validate(notebook)

    assert all(not cell.outputs and cell.execution_count is None for cell in code(notebook))


@pytest.mark.slow
def test_every_cell_runs(notebook: NotebookNode, tmp_path: Path) -> None:
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": tmp_path}}).execute()

    outputs = [output for cell in code(notebook) for output in cell.outputs]
    shown = [kind for output in outputs for kind in output.get("data", {})]
    assert shown.count("image/png") == 4
    assert shown.count("text/html") >= 7
    assert not [output for output in outputs if output.output_type == "error"]
    assert not [output for output in outputs if output.get("name") == "stderr"]
