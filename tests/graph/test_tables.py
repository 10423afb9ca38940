from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.graph.reports import Paper, put, put_derived, thornmere_2004

from trigpoint.errors import UnknownName
from trigpoint.graph.export import export
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import read_rows
from trigpoint.ontology.namespaces import CONCEPT, ID

COLUMNS = {
    "reports": "report_id, source_file, source_sha256, kind, framework, authority, authority_id, "
    "dfe_number, gss, start, end, published, lead_inspector, publisher, pages",
    "judgements": "judgement_id, report_id, number, function_label, function, grade, rank, scale, "
    "time, stated_in, fieldwork, direction, page, start, end, quote, confidence",
    "statements": "statement_id, judgement_id, report_id, stated_in, subject, function, grade, "
    "time, direction, level, paragraph, page, start, end, quote, confidence",
    "recommendations": "recommendation_id, report_id, position, kind, text, purpose, section, "
    "addressee, due, functions, themes, cluster, page, start, end, confidence",
    "partners": "report_id, partner_id, partner, partner_kind, role, page, start, end, quote, "
    "confidence",
    "findings": "finding_id, report_id, kind, text, section, functions, page, start, end, "
    "confidence",
}
"""The contract: other programs rely on these names and their order."""


@pytest.fixture(scope="module")
def folder(library: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("csv")
    export(library, "csv", out)
    return out


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_export_writes_the_files_of_the_contract(folder: Path) -> None:
    expected = [f"{table}.csv" for table in COLUMNS] + ["csv-metadata.json"]

    assert sorted(path.name for path in folder.iterdir()) == sorted(expected)


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_are_those_of_the_contract(folder: Path, table: str) -> None:
    header = (folder / f"{table}.csv").read_bytes().split(b"\r\n")[0].decode()

    assert header.split(",") == COLUMNS[table].split(", ")


@pytest.mark.parametrize("table", COLUMNS)
def test_file_is_rfc_4180(folder: Path, table: str) -> None:
    content = (folder / f"{table}.csv").read_bytes()

    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert len({len(row) for row in csv.reader(io.StringIO(content.decode()), strict=True)}) == 1


def test_metadata_describes_every_table(folder: Path) -> None:
    metadata = json.loads((folder / "csv-metadata.json").read_text())

    described = {
        table["url"].removesuffix(".csv"): ", ".join(
            column["name"] for column in table["tableSchema"]["columns"]
        )
        for table in metadata["tables"]
    }
    assert metadata["@context"] == "http://www.w3.org/ns/csvw"
    assert described == COLUMNS


def test_dates_are_as_precise_as_printed(folder: Path) -> None:
    dates = {row["framework"]: (row["start"], row["end"]) for row in rows(folder, "reports")}

    assert dates == {
        "lea-2004": ("2004-10", ""),
        "lea-2003": ("2003-05", ""),
        "ilacs": ("2019-05-13", "2019-05-24"),
    }


def test_report_has_one_row_with_all_its_inspectors(folder: Path) -> None:
    leads = [row["lead_inspector"] for row in rows(folder, "reports") if row["lead_inspector"]]

    assert leads == ["Ada Example; Ben Example"]


def test_judgement_has_one_row_with_the_first_place_it_is_stated_in(folder: Path) -> None:
    (row,) = [row for row in rows(folder, "judgements") if row["number"] == "5.6"]

    assert row["stated_in"] == "table"
    assert (row["grade"], row["rank"], row["scale"]) == ("satisfactory", "4", "lea-7")
    assert (row["fieldwork"], row["time"]) == ("false", "current")
    assert row["function"].startswith(CONCEPT + "function/")


def test_row_that_was_not_judged_has_an_empty_grade(folder: Path) -> None:
    (row,) = [row for row in rows(folder, "judgements") if row["number"] == "0.3"]

    assert (row["grade"], row["rank"], row["stated_in"]) == ("", "", "")


def test_statement_has_one_row_for_every_place(folder: Path) -> None:
    stated = [
        (row["stated_in"], row["grade"])
        for row in rows(folder, "statements")
        if row["judgement_id"].endswith("/5.6")
    ]

    assert stated == [("table", "satisfactory"), ("prose", "unsatisfactory")]


def test_recommendations_keep_kind_purpose_and_addressee(folder: Path) -> None:
    found = {row["kind"]: row for row in rows(folder, "recommendations")}

    assert found["key-recommendation"]["purpose"] == "to raise standards"
    assert found["area-for-improvement"]["addressee"] == "Thornmere Council; Thornmere Police"


def test_offsets_count_in_the_canonical_text(folder: Path) -> None:
    paper = Paper()
    thornmere_2004(paper)
    review = ID + "inspection/thornmere/lea-2004-10"

    for table in ("judgements", "statements"):
        for row in rows(folder, table):
            if row["report_id"] == review:
                assert paper.text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_functions_of_one_thing_are_folded_into_one_row(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path, create=True)
    paper = Paper()
    review = put(store, thornmere_2004(paper), paper)
    put_derived(store)
    node = f"{ID}inspection/{review.key}/judgement/5.6"
    other = f"<{node}> <{CONCEPT[:-1]}#function> <{CONCEPT}function/a-first> <{review.graph}> .\n"
    store.graphs.write(review.graph, store.graphs.read(review.graph) + other.encode())
    store.refresh()

    _, found = read_rows(store, "judgements")

    (row,) = [row for row in found if row["judgement_id"] == node]
    assert row["function"].split()[0] == CONCEPT + "function/a-first"
    assert len(row["function"].split()) == 2


def test_one_report_can_be_read_alone(library: EmbeddedStore) -> None:
    review = ID + "inspection/wexcombe/lea-2003-05"

    _, found = read_rows(library, "recommendations", report=review)

    assert [row["report_id"] for row in found] == [review]


def test_unknown_format_names_the_known_ones(library: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="csv, nquads") as caught:
        export(library, "excel", tmp_path / "out")

    assert "excel" in caught.value.problem
