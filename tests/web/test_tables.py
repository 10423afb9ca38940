from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.web.negotiation import CSV, JSON, XLSX
from trigpoint.web.tables import Column, Query, Table, address, sort_key

COLUMNS = (
    Column("item", "Item", numbered=True),
    Column("kind", "Kind", facet=True),
    Column("themes", "Themes", facet=True),
    Column("iri", "IRI", hidden=True),
)
ROWS = (
    {"item": "5.10", "kind": "old", "themes": "plans; data", "iri": "x:1"},
    {"item": "5.6", "kind": "new", "themes": "plans", "iri": "x:2"},
    {"item": "", "kind": "new", "themes": "", "iri": "x:3"},
)
TABLE = Table(COLUMNS, ROWS, "asks", page_rows=2)


def items(*query: tuple[str, str]) -> list[str]:
    return [row["item"] for row in TABLE.shown(query).rows]


def test_numbers_in_words_sort_as_numbers_and_what_is_absent_comes_last() -> None:
    assert items(("asks.sort", "item")) == ["5.6", "5.10"]
    assert items(("asks.sort", "item"), ("asks.page", "2")) == [""]
    assert items(("asks.sort", "-item")) == ["", "5.10"]


def test_words_narrow_and_do_not_look_into_what_is_hidden() -> None:
    assert items(("asks.q", "OLD plans")) == ["5.10"]
    assert items(("asks.q", "x:2")) == []


def test_facet_narrows_and_counts_what_each_value_would_leave() -> None:
    shown = TABLE.shown([("asks.kind", "new")])

    assert [row["item"] for row in shown.rows] == ["5.6", ""]
    counts = {column.name: {one.value: one.count for one in v} for column, v in shown.facets}
    assert counts == {"kind": {"new": 2, "old": 1}}  # of themes only one value is left


def test_value_of_a_set_is_a_facet_of_its_own() -> None:
    assert items(("asks.themes", "data")) == ["5.10"]
    assert sorted(items(("asks.themes", "plans"))) == ["5.10", "5.6"]


MANY = Table((Column("kind", "Kind", facet=True),), tuple({"kind": f"{n:02}"} for n in range(30)))


def test_facet_shows_its_first_values_and_all_on_demand() -> None:
    shown = MANY.shown([])
    whole = MANY.shown([("whole", "kind")])

    assert [one.value for one in shown.facet_values("kind")] == [f"{n:02}" for n in range(12)]
    assert shown.whole_href("kind") == "?whole=kind"
    assert len(whole.facet_values("kind")) == 30


def test_facet_shows_what_is_chosen_wherever_it_stands() -> None:
    shown = MANY.shown([("kind", "29")])

    assert [one.value for one in shown.facet_values("kind") if one.chosen] == ["29"]
    assert len(shown.facet_values("kind")) == 13


@pytest.mark.parametrize(
    ("query", "touched"), [([], False), ([("q", "x")], True), ([("whole", "kind")], True)]
)
def test_table_knows_whether_a_reader_has_chosen_anything(query: Query, touched: bool) -> None:
    assert MANY.shown(query).touched is touched


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "1e3", ""])
def test_page_that_is_none_is_the_first_or_the_last(page: str) -> None:
    assert TABLE.shown([("asks.page", page)]).rows == ROWS[:2]


def test_page_after_the_last_is_the_last() -> None:
    assert TABLE.shown([("asks.page", "77")]).state.page == 2


def test_addresses_keep_what_is_not_theirs() -> None:
    shown = TABLE.shown([("other", "1"), ("asks.sort", "item"), ("asks.page", "2")])

    assert shown.sort_href("item") == "?other=1&asks.sort=-item"
    assert shown.page_href(1) == "?other=1&asks.sort=item&asks.page=1"
    assert shown.clear_href == "?other=1&asks.sort=item"


def test_downloads_hold_all_chosen_rows_and_every_column() -> None:
    query: Query = [("asks.kind", "new")]

    rows = list(csv.DictReader(io.StringIO(TABLE.written(CSV, query).decode())))
    assert [row["iri"] for row in rows] == ["x:2", "x:3"]
    assert [row["iri"] for row in json.loads(TABLE.written(JSON, query))["rows"]] == ["x:2", "x:3"]
    sheet = openpyxl.load_workbook(io.BytesIO(TABLE.written(XLSX, query))).active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["item", "kind", "themes", "iri"],
        [5.6, "new", "plans", "x:2"],
        [None, "new", None, "x:3"],
    ]
    assert sheet.freeze_panes == "A2"


def test_formula_stays_text() -> None:
    table = Table(COLUMNS[:1], ({"item": '=HYPERLINK("x")'},))

    sheet = openpyxl.load_workbook(io.BytesIO(table.written(XLSX))).active

    assert sheet["A2"].data_type == "s"


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=9)


@given(st.lists(texts))
def test_any_texts_can_be_sorted(values: list[str]) -> None:
    once = sorted(values, key=sort_key)

    assert [sort_key(value) for value in once] == sorted(map(sort_key, values))


@given(st.lists(st.fixed_dictionaries({"item": texts}), max_size=9), texts)
def test_narrowed_rows_are_rows(rows: list[dict[str, str]], words: str) -> None:
    table = Table(COLUMNS[:1], tuple(rows))

    shown = table.shown([("q", words)])

    assert all(row in rows for row in shown.rows)
    assert shown.total <= len(rows)


def test_address_drops_what_is_set_to_nothing() -> None:
    assert address([("a", "1"), ("b", "2")], {"a": "", "c": "x y"}) == "?b=2&c=x+y"
