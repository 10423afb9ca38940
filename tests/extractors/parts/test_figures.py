from __future__ import annotations

from collections.abc import Callable

from trigpoint.extractors.documents import Document
from trigpoint.extractors.parts.figures import figures

Reader = Callable[[str], Document]


def test_rows_of_a_funding_table_are_figures_of_the_authority(read: Reader) -> None:
    text = (
        "<b>Schools budget</b>\tHere\tEngland\n\t£ per pupil\t£ per pupil\n"
        "Access\t1,054\t60\n<b>Total</b>\t<b>1,100</b>\t<b>99</b>\n\nAccess\t7\t8\n"
    )
    found = figures(read(text))
    assert [(one.label, one.value, one.unit) for one in found] == [
        ("Schools budget: Access", "1,054", "GBP per pupil"),
        ("Schools budget: Total", "1,100", "GBP per pupil"),
    ]


def test_units_in_the_head_and_pounds_in_the_cells_are_read_too(read: Reader) -> None:
    text = "\tHere £ per pupil\tEngland £ per pupil\nSecondary\t£3395\t£3768\n"
    assert [(one.label, one.value) for one in figures(read(text))] == [("Secondary", "3395")]


def test_a_population_is_quoted_as_printed(read: Reader) -> None:
    (one,) = figures(read("It serves a population of just under 290,000 people."))
    assert (one.value, one.unit) == ("just under 290,000", "people")


def test_counts_and_shares_are_labelled_by_their_sentence(read: Reader) -> None:
    text = (
        "The number of ponds known to be deep is 1,945. The percentage of ducks that fly is above "
        "the national average at 0.8%. The number of geese is 4 per cent up.\n"
    )
    assert [(one.label, one.value, one.unit) for one in figures(read(text))] == [
        ("ponds known to be deep", "1,945", "number"),
        ("ducks that fly", "0.8", "%"),
    ]


def test_other_tables_are_no_figures(read: Reader) -> None:
    assert figures(read("Contents\tPage\tNote\nIntroduction\t1\t2\n")) == ()
