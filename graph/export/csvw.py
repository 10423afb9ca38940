"""The contract's tables as CSV files, with CSVW metadata that describes them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, Final

from trigpoint.graph.store.base import Store
from trigpoint.graph.store.files import write_whole
from trigpoint.graph.tables import SETS, TABLES, read_rows

_INTEGERS: Final = frozenset({"rank", "page", "pages", "start", "end", "position"})


def write_csv_tables(store: Store, out: Path) -> None:
    """Write every table to a folder as RFC 4180 CSV, and `csv-metadata.json` beside them."""
    described = []
    for table in TABLES:
        columns, rows = read_rows(store, table)
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        write_whole(out / f"{table}.csv", text.getvalue().encode())
        described.append(_described(table, columns))
    metadata = {"@context": "http://www.w3.org/ns/csvw", "tables": described}
    write_whole(out / "csv-metadata.json", (json.dumps(metadata, indent=2) + "\n").encode())


def _described(table: str, columns: list[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(table, name) for name in columns]}
    if TABLES[table]:
        schema["primaryKey"] = TABLES[table]
    return {"url": f"{table}.csv", "tableSchema": schema}


def _column(table: str, name: str) -> dict[str, Any]:
    described: dict[str, Any] = {"name": name, "titles": name, "datatype": datatype(table, name)}
    if name in SETS:
        described["separator"] = " "
    return described


def datatype(table: str, name: str) -> str:
    """Return the XML Schema type of the values of a column, without prefix."""
    if name in _INTEGERS and not (table == "reports" and name in ("start", "end")):
        return "integer"
    if name.endswith("_id"):
        return "anyURI"
    return {"confidence": "decimal", "fieldwork": "boolean"}.get(name, "string")
