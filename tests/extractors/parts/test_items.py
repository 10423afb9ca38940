from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.extractors.printing import block, bullet, line, printed

from trigpoint.extractors.parts.items import items

WORDS = st.lists(st.sampled_from(["ensure", "plans", "are", "timely", "children"]), min_size=1)


@given(st.lists(WORDS, min_size=1, max_size=8), st.booleans())
def test_every_item_comes_back_whole_and_in_order(texts: list[list[str]], numbered: bool) -> None:
    wanted = [" ".join(words).capitalize() + "." for words in texts]
    signs = [f"{n}." if numbered else "◼" for n in range(1, len(texts) + 1)]
    rows = [
        line(100.0 + 30 * n, (71, sign), (99, text), gap=True)
        for n, (sign, text) in enumerate(zip(signs, wanted, strict=True))
    ]
    document = printed(rows)
    found = items(document, document.lines)
    assert [item.text for item in found] == wanted
    assert [one.quote for item in found for one in item.evidence] == wanted


def test_a_paragraph_below_a_list_is_no_item() -> None:
    document = printed([*bullet(100, 71, "Do this."), *block(140, 71, "This was said.")])
    assert [item.text for item in items(document, document.lines)] == ["Do this."]


def test_paragraphs_are_items_where_nothing_is_marked() -> None:
    document = printed([*block(100, 71, "Do this", "well."), *block(150, 71, "Do that.")])
    found = items(document, document.lines)
    assert [(item.text, item.marked) for item in found] == [
        ("Do this well.", False),
        ("Do that.", False),
    ]


def test_numbers_of_three_digits_and_without_a_space_begin_items() -> None:
    document = printed(
        [line(100, (71, "104. Do this."), gap=True), line(130, (71, "105.Do that."), gap=True)]
    )
    found = items(document, document.lines)
    assert [(item.number, item.text) for item in found] == [
        ("104", "Do this."),
        ("105", "Do that."),
    ]
