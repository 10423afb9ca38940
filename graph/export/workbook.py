"""The contract's tables as one workbook: a sheet each, with links to the quoted words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import xlsxwriter
from pyoxigraph import QuerySolutions
from xlsxwriter.worksheet import Worksheet

from trigpoint.graph.export.plain import clean
from trigpoint.graph.export.typed import Cell, typed
from trigpoint.graph.store.base import Store
from trigpoint.graph.store.files import whole_file
from trigpoint.graph.tables import TABLES, Row, read_rows
from trigpoint.queries import read_query

EVIDENCE: Final = "evidence"
"""The column that the workbook adds: the IRI of the quoted words."""

_LONGEST_TEXT: Final = 32_767  # what a cell holds
_MOST_LINKS: Final = 65_530  # what a sheet holds
_NO_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_WIDE: Final = {"text": 60, "quote": 60, "function_label": 40, "subject": 30, "section": 30}


def write_workbook(store: Store, out: Path) -> None:
    """Write every table to a sheet of an XLSX workbook; equal stores give equal bytes."""
    texts = _texts(store)
    with whole_file(out) as file, xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": "Trigpoint tables", "created": _NO_TIME})
        bold = book.add_format({"bold": True})
        for table in TABLES:
            columns, rows = read_rows(store, table)
            sheet = book.add_worksheet(table)
            _lay_out(sheet, columns, len(rows))
            sheet.write_row(0, 0, [*columns, EVIDENCE], bold)
            _write_rows(sheet, table, rows, texts)


def _lay_out(sheet: Worksheet, columns: list[str], rows: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(columns))
    for n, column in enumerate(columns):
        sheet.set_column(n, n, _WIDE.get(column, 16))


def _write_rows(sheet: Worksheet, table: str, rows: Iterable[Row], texts: dict[str, str]) -> None:
    for n, row in enumerate(rows, start=1):
        for m, (column, text) in enumerate(row.items()):
            _write(sheet, n, m, typed(table, column, text))
        text = texts.get(row["report_id"], "")
        if not (text and row.get("start", "").isdigit() and "page" in row):
            continue
        link = f"{text}#char={row['start']},{row['end']}"
        write = sheet.write_url if n <= _MOST_LINKS else sheet.write_string
        write(n, len(row), link)


def _write(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    if value is None or value == []:
        return
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str):
        sheet.write_string(row, column, clean(value)[:_LONGEST_TEXT])
    else:
        sheet.write(row, column, value)


def _texts(store: Store) -> dict[str, str]:
    answer = store.query(read_query("tables/texts"))
    assert isinstance(answer, QuerySolutions)  # noqa: S101 - our own SELECT
    return {row["report_id"].value: row["text"].value for row in answer}
