from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.documents import Document
from trigpoint.extractors.parts.alignment import Line as Item
from trigpoint.extractors.parts.records import Row, read_record

Reader = Callable[[str], Document]

ITEMS = [
    Item("1", "1", ("The setting of the authority",)),
    Item("2", "2", ("Support for raising standards at Key Stage 3",)),
    Item("3", "3", ("The leadership of governors and heads",)),
    Item("3a", "3a", ("Financial advice",)),
    Item("9", "9", ("Support for school libraries and for reading",)),
    Item("10", "10", ("Support for school kitchens and for gardens",)),
    Item("11", "11", ("The speed of replies to letters (from parents)",)),
]
HEADER = "No.\tRequired Inspection Judgement\tGrade\tNI\n"
STREAM = HEADER + "\n"
END = "\n\nNumerical judgements are allocated on a point scale: Grade 1 Very good; Grade 2 Good\n"


def _grades(rows: tuple[Row, ...]) -> dict[str, int | None]:
    return {row.key: row.grade for row in rows}


def test_rows_with_their_cells_are_read_as_printed(read: Reader) -> None:
    table = (
        "<b>First part</b>\t\t\t\n1\tThe setting of the authority\t5\t\n3a\tFinancial advice\t\t2\n"
    )
    rows = read_record(read(HEADER + table + END), ITEMS)
    assert [(row.number, row.grade, row.fieldwork, row.section) for row in rows] == [
        ("1", 5, True, "First part"),
        ("3a", 2, False, "First part"),
    ]


def test_the_flag_says_that_there_was_no_fieldwork(read: Reader) -> None:
    header = "No\tRequired Inspection Judgement\tGrade\tFieldwork*\n"
    table = "1\tThe setting of the authority\t5\tNF\n3a\tFinancial advice\t3\t\n"
    rows = read_record(read(header + table + END), ITEMS)
    assert [row.fieldwork for row in rows] == [False, True]


def test_the_number_is_the_printed_one(read: Reader) -> None:
    table = "12\tThe leadership of governors and heads\t5\t\n"
    (row,) = read_record(read(HEADER + table + END), ITEMS)
    assert (row.key, row.number, row.grade) == ("3", "12", 5)


def test_without_its_header_a_record_begins_at_its_heading(read: Reader) -> None:
    text = (
        "Record of Judgement Recording Statements\t33\n\n"
        "Record of Judgement Recording Statements\n\n"
        "1\tThe setting of the authority\t5\n3a\tFinancial advice\t3\n"
    )
    assert _grades(read_record(read(text + END), ITEMS)) == {"1": 5, "3a": 3}


def test_a_row_may_lack_its_number(read: Reader) -> None:
    table = "\tThe leadership of governors and heads\t5\t\n"
    assert _grades(read_record(read(HEADER + table + END), ITEMS)) == {"3": 5}


def test_an_empty_cell_is_no_grade_and_takes_none(read: Reader) -> None:
    table = "3a\tFinancial advice\t\t\n9\tSupport for school libraries and for reading\t2\t\n"
    rows = read_record(read(HEADER + table + END), ITEMS)
    assert _grades(rows) == {"3a": None, "9": 2}


def test_a_row_out_of_order_keeps_its_own_grade(read: Reader) -> None:
    table = "9\tSupport for school libraries and for reading\t\t\n3a\tFinancial advice\t2\t\n"
    rows = read_record(read(HEADER + table + END), ITEMS)
    assert _grades(rows) == {"9": None, "3a": 2}


def test_grades_before_inside_and_after_labels_find_their_rows(read: Reader) -> None:
    stream = (
        "9 4 Support for school libraries and for reading Support for school kitchens 10 2 and for "
        "gardens No. Required Inspection Judgement Grade NI SECTION 3 SPECIAL TASKS 11 The speed "
        "of replies to letters (from parents) 6"
    )
    rows = read_record(read(STREAM + stream + END), ITEMS)
    assert _grades(rows) == {"9": 4, "10": 2, "11": 6}
    assert rows[1].label == "Support for school kitchens and for gardens"
    assert rows[2].label == "The speed of replies to letters (from parents)"
    assert rows[2].section == "SECTION 3 SPECIAL TASKS"


def test_a_lost_grade_is_absent_and_the_neighbours_keep_theirs(read: Reader) -> None:
    stream = (
        "9 Support for school libraries 4 and for reading 10 Support for school kitchens and for "
        "gardens 11 The speed of replies to letters 2 (from parents)"
    )
    rows = read_record(read(STREAM + stream + END), ITEMS)
    assert _grades(rows) == {"9": 4, "10": None, "11": 2}
    assert [row.reason for row in rows] == [None, "unreadable", None]


def test_a_grade_that_could_be_of_either_neighbour_goes_to_neither(read: Reader) -> None:
    stream = (
        "9 Support for school libraries and for reading 3 "
        "10 Support for school kitchens and for gardens"
    )
    assert _grades(read_record(read(STREAM + stream + END), ITEMS)) == {"9": None, "10": None}


def test_digits_of_a_label_are_no_grade(read: Reader) -> None:
    stream = (
        "2 Support for raising standards at Key Stage 3 4 3 The leadership of 5 governors and heads"
    )
    assert _grades(read_record(read(STREAM + stream + END), ITEMS)) == {"2": 4, "3": 5}


def test_a_row_that_the_framework_has_not_is_kept_as_printed(read: Reader) -> None:
    table = "1\tThe setting of the authority\t5\t\n47\tThe upkeep of village ponds\t6\t\n"
    rows = read_record(read(HEADER + table + END), ITEMS)
    assert (rows[1].key, rows[1].label, rows[1].grade) == ("47", "The upkeep of village ponds", 6)


def test_the_key_to_the_grades_is_no_row(read: Reader) -> None:
    assert read_record(read(HEADER + END + "1 = Very good\n2 = Good\n"), ITEMS) == ()


def test_without_a_record_there_are_no_rows(read: Reader) -> None:
    assert (
        read_record(read("Support for school libraries and for reading is good (2).\n"), ITEMS)
        == ()
    )


@dataclass(frozen=True)
class _Printed:
    """How one row came out of a conversion."""

    item: Item
    grade: int
    place: str
    numbered: bool

    def __str__(self) -> str:
        number = f"{self.item.number} " * self.numbered
        first, _, rest = self.item.labels[0].partition(" ")
        return {
            "before": f"{self.grade} {number}{first} {rest}",
            "inside": f"{number}{first} {self.grade} {rest}",
            "after": f"{number}{first} {rest} {self.grade}",
            "lost": f"{number}{first} {rest}",
        }[self.place]


_PLACES = st.sampled_from(["before", "inside", "after", "lost"])
_ROWS = st.tuples(
    *(
        st.builds(_Printed, st.just(item), st.integers(1, 7), _PLACES, st.booleans())
        for item in ITEMS[3:]
    )
)


@given(_ROWS)
def test_however_a_table_is_scrambled_no_item_takes_anothers_grade(
    read: Reader, printed: tuple[_Printed, ...]
) -> None:
    rows = read_record(read(STREAM + " ".join(map(str, printed)) + END), ITEMS)
    truth = {row.item.key: None if row.place == "lost" else row.grade for row in printed}
    assert {row.key for row in rows} == set(truth)
    for row in rows:
        assert row.grade in (None, truth[row.key])


@given(_ROWS)
def test_grades_inside_their_labels_are_always_read(
    read: Reader, printed: tuple[_Printed, ...]
) -> None:
    rows = read_record(read(STREAM + " ".join(map(str, printed)) + END), ITEMS)
    inside = {row.item.key: row.grade for row in printed if row.place == "inside"}
    assert inside.items() <= _grades(rows).items()


@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_line_breaks_in_a_scrambled_table_change_nothing(read: Reader, gap: str) -> None:
    stream = (
        f"9 Support for school libraries 4 and for{gap}reading 2 10 Support for school "
        f"kitchens{gap}and for gardens 11 6 The speed of replies to letters (from parents)"
    )
    rows = read_record(read(STREAM + stream + END), ITEMS)
    assert _grades(rows) == {"9": 4, "10": 2, "11": 6}
