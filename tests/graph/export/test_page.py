from __future__ import annotations

from pathlib import Path

import pytest

from trigpoint.graph.analysis import analyses
from trigpoint.graph.export import FORMATS, NETWORK_FORMATS
from trigpoint.queries import views


@pytest.mark.parametrize("name", [*FORMATS, *NETWORK_FORMATS, *views(), *analyses()])
def test_page_on_exports_describes_every_format_view_and_analysis(name: str, root: Path) -> None:
    page = (root / "docs" / "exports.md").read_text("utf-8")

    assert f"`{name}`" in page


def test_page_on_exports_names_the_parameters_of_every_view(root: Path) -> None:
    page = (root / "docs" / "exports.md").read_text("utf-8")
    rows = {line.split("`")[1]: line for line in page.splitlines() if line.startswith("| `")}

    for name, view in views().items():
        assert all(f"`--{one.name}`" in rows[name] for one in view.parameters)
