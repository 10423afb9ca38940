from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from trigpoint.data import read_table
from trigpoint.errors import ReferenceDataError
from trigpoint.graph import authority_tables
from trigpoint.graph.authority_checks import problems
from trigpoint.graph.authority_tables import authorities, changes

ROOT = Path(__file__).parents[2]
TABLES = (
    "authorities",
    "authority_areas",
    "authority_changes",
    "authority_names",
    "statistical_neighbours",
)


def test_the_tables_have_no_fault() -> None:
    assert list(problems(authorities(), changes())) == []


def test_the_committed_check_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    check = runpy.run_path(str(ROOT / "scripts" / "check_authorities.py"))
    assert check["main"]() == 0
    assert "0 faults" in capsys.readouterr().out


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_sources_that_the_page_describes(table: str) -> None:
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    for row in read_table(table):
        assert row["sources"], row
        for source in row["sources"].split():
            assert f"| `{source}` |" in page, source


@pytest.mark.parametrize("table", TABLES)
def test_the_page_names_every_table_and_column(table: str) -> None:
    page = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert f"| `{table}.csv` |" in page
    assert {column for column in read_table(table)[0] if f"`{column}`" not in page} == set()


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_has_stray_space(table: str) -> None:
    for row in read_table(table):
        assert all(cell == " ".join(cell.split()) for cell in row.values()), row


def test_every_present_authority_has_its_codes_and_ten_neighbours() -> None:
    present = [body for body in authorities() if not body.valid_to]
    assert len(present) == 153
    for body in present:
        assert all((body.gss, body.ofsted_urn, body.wikidata)), body.key
        assert len(body.neighbours) == 10, body.key


def test_a_row_of_an_unknown_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def tables(name: str) -> list[dict[str, str]]:
        rows = read_table(name)
        return rows if name == "authorities" else [{**rows[0], "dfe_number": "999"}]

    monkeypatch.setattr(authority_tables, "read_table", tables)
    with pytest.raises(ReferenceDataError, match="999"):
        authority_tables.authorities.__wrapped__()
