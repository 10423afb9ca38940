"""The contract's tables as Parquet files, for pandas, DuckDB and the like."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.graph.export.csvw import datatype
from trigpoint.graph.export.typed import typed
from trigpoint.graph.store.base import Store
from trigpoint.graph.store.files import whole_file
from trigpoint.graph.tables import SETS, TABLES, read_rows

_TYPES: Final = {"integer": pa.int64(), "decimal": pa.float64(), "boolean": pa.bool_()}


def write_parquet(store: Store, out: Path) -> None:
    """Write every table to a folder as Parquet: typed columns, null for absent, sets as lists."""
    for table in TABLES:
        columns, rows = read_rows(store, table)
        schema = pa.schema([(column, _type(table, column)) for column in columns])
        values = [{c: typed(table, c, text) for c, text in row.items()} for row in rows]
        with whole_file(out / f"{table}.parquet") as file:
            pq.write_table(pa.Table.from_pylist(values, schema), file)


def _type(table: str, column: str) -> pa.DataType:
    if column in SETS:
        return pa.list_(pa.string())
    return _TYPES.get(datatype(table, column), pa.string())
