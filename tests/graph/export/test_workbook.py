from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from trigpoint.graph.export import export
from trigpoint.graph.export.typed import typed
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import SETS, TABLES, read_rows


@pytest.fixture(scope="module")
def book(sample_store: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    out = tmp_path_factory.mktemp("book") / "tables.xlsx"
    export(sample_store, "xlsx", out)
    return openpyxl.load_workbook(out)


def test_every_table_has_a_sheet(book: Workbook) -> None:
    assert book.sheetnames == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_header_is_frozen_and_can_be_filtered(book: Workbook, table: str) -> None:
    sheet = book[table]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref
    assert all(cell.font.bold for cell in sheet[1])


@pytest.mark.parametrize("table", TABLES)
def test_sheet_holds_the_rows_of_the_table_in_their_types(
    book: Workbook, sample_store: EmbeddedStore, table: str
) -> None:
    columns, rows = read_rows(sample_store, table)
    header, *found = book[table].iter_rows(values_only=True)

    assert list(header)[:-1] == columns
    assert len(found) == len(rows)
    for cells, row in zip(found, rows, strict=True):
        for column, cell in zip(columns, cells, strict=False):
            wanted = typed(table, column, row[column])
            assert cell == (" ".join(row[column].split()) or None if column in SETS else wanted)


def test_what_is_quoted_links_to_its_evidence(book: Workbook) -> None:
    header, *rows = book["judgements"].iter_rows()
    start, end, link = (
        [cell.value for cell in header].index(name) for name in ("start", "end", "evidence")
    )
    linked = [row for row in rows if row[link].hyperlink]

    assert linked
    for row in linked:
        assert row[link].value.endswith(f"#char={row[start].value},{row[end].value}")


def test_two_workbooks_are_the_same_bytes(sample_store: EmbeddedStore, tmp_path: Path) -> None:
    for name in ("one", "other"):
        export(sample_store, "xlsx", tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
