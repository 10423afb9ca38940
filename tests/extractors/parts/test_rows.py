from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from tests.extractors.printing import LEADING, block, line, printed

from trigpoint.extractors.documents import Line
from trigpoint.extractors.documents.plain import read_plain
from trigpoint.extractors.parts.rows import below_head, is_table, paragraphs, two_columns


def words(lines: Sequence[Line]) -> str:
    return " ".join(one.text for one in lines)


def told(text: str) -> tuple[Line, ...]:
    _, pages = read_plain(text.encode())
    return pages[0].lines


def test_lines_of_one_column_have_no_rows_of_two() -> None:
    assert two_columns(printed(block(100, 62, "One.", "Two.")).lines) == ()


def test_cells_side_by_side_on_each_line_are_one_row() -> None:
    lines = [
        line(100, (62, "Body"), (224, "Action"), bold=True),
        line(120, (62, "The council"), (224, "Leaders should"), gap=True),
        line(120 + LEADING, (62, "and board"), (224, "act.")),
    ]
    _, row = two_columns(printed(lines).lines)
    assert (words(row.left), words(row.right)) == ("The council and board", "Leaders should act.")


def test_a_left_cell_with_a_gap_in_it_is_one_cell() -> None:
    lines = [*block(100, 62, "The council"), *block(130, 62, "The board"), *block(100, 224, "Act.")]
    (row,) = two_columns(printed(lines).lines)
    assert words(row.left) == "The council The board"


def test_a_row_broken_below_a_head_printed_again_goes_on_without_its_left_cell() -> None:
    head = line(100, (62, "Body"), (224, "Action"), bold=True)
    begun = [*block(120, 62, "The council"), *block(120, 224, "Leaders should")]
    rows = two_columns(printed([head, *begun], [head, *block(120, 224, "act.")]).lines)
    assert [words(row.right) for row in below_head(rows)] == ["Leaders should act."]


def test_cells_between_tabs_are_rows_below_the_first_as_head() -> None:
    lines = told("Body\tAction\nThe council\tLeaders should act.\nThe board\tIt should\nplan.")
    rows = below_head(two_columns(lines))
    assert is_table(lines)
    assert [words(row.left) for row in rows] == ["The council", "The board"]
    assert [words(row.right) for row in rows] == ["Leaders should act.", "It should plan."]


def test_bullets_before_tabs_are_no_table() -> None:
    assert not is_table(told("•\tLeaders should act.\n•\tThey should plan."))


def test_lines_that_all_are_whole_sentences_are_paragraphs_where_nothing_is_placed() -> None:
    assert len(paragraphs(told("Leaders should plan.\nHeads should act."))) == 2
    assert len(paragraphs(told("Leaders should plan and\nact. Heads should follow."))) == 1


def test_a_sentence_that_begins_a_line_begins_no_paragraph() -> None:
    lines = block(100, 62, "Leaders should plan.", "They should act.", "They must write.")
    assert len(paragraphs(printed(lines).lines)) == 1


def test_nothing_has_no_paragraphs() -> None:
    assert paragraphs(()) == ()


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_paragraphs_set_apart_are_found_again(lengths: list[int]) -> None:
    tops = [100 + 15 * sum(lengths[:n]) + 15 * n for n in range(len(lengths))]
    lines = [
        one
        for top, length in zip(tops, lengths, strict=True)
        for one in block(top, 62, *["And so on."] * length)
    ]
    found = paragraphs(printed(lines).lines)
    assert [len(one) for one in found] == lengths
