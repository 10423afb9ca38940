from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from trigpoint.graph.export import export
from trigpoint.graph.export.typed import typed
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import TABLES, read_rows


@pytest.fixture(scope="module")
def folder(sample_store: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("parquet") / "tables"
    export(sample_store, "parquet", out)
    return out


@pytest.mark.parametrize("table", TABLES)
def test_file_reads_back_as_the_table_in_its_types(
    folder: Path, sample_store: EmbeddedStore, table: str
) -> None:
    columns, rows = read_rows(sample_store, table)
    found = pq.read_table(folder / f"{table}.parquet")

    assert found.column_names == columns
    assert found.to_pylist() == [
        {column: typed(table, column, row[column]) for column in columns} for row in rows
    ]


def test_numbers_are_numbers(folder: Path) -> None:
    found = pd.read_parquet(folder / "judgements.parquet", dtype_backend="pyarrow")

    assert str(found["page"].dtype) == "int64[pyarrow]"
    assert str(found["confidence"].dtype) == "double[pyarrow]"
    assert str(found["fieldwork"].dtype) == "bool[pyarrow]"
