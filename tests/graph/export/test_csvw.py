"""The contract's CSVs against their own metadata, as the library csvw reads the standard."""

from __future__ import annotations

import csv
import warnings
from pathlib import Path

import pytest
from csvw import CSVW

from trigpoint.graph.export import export
from trigpoint.graph.store import EmbeddedStore


@pytest.fixture
def folder(sample_store: EmbeddedStore, tmp_path: Path) -> Path:
    export(sample_store, "csv", tmp_path / "tables")
    return tmp_path / "tables"


def complaints(folder: Path) -> list[str]:
    """What the library finds wrong."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        read = CSVW(str(folder / "csv-metadata.json"), validate=True)
        valid = read.is_valid
    return [str(one.message) for one in caught] + ([] if valid else ["not valid"])


def change(path: Path, column: str, text: str) -> None:
    """Write a text into the first row of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        header, first, *rest = csv.reader(file)
    first[header.index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, *rest])


def test_tables_of_the_sample_are_valid(folder: Path) -> None:
    assert complaints(folder) == []


def test_tables_can_be_read_by_their_metadata(folder: Path) -> None:
    tables = {str(table.url): table for table in CSVW(str(folder / "csv-metadata.json")).tables}
    judgements = list(tables["judgements.csv"])

    assert len(judgements) > 10
    assert all(isinstance(row["page"], int) for row in judgements)
    assert all(isinstance(row["function"], list) for row in judgements)


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("judgements", "page", "two"),
        ("judgements", "fieldwork", "perhaps"),
        ("recommendations", "confidence", "high"),
        ("reports", "pages", "1.5"),
    ],
)
def test_a_value_that_breaks_the_metadata_is_found(
    folder: Path, table: str, column: str, text: str
) -> None:
    change(folder / f"{table}.csv", column, text)

    assert complaints(folder) != []


def test_a_column_that_the_metadata_lacks_is_found(folder: Path) -> None:
    path = folder / "judgements.csv"
    path.write_bytes(path.read_bytes().replace(b"report_id", b"rapport", 1))

    assert complaints(folder) != []
