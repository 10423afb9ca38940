from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.language.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def test_sentences_end_at_marks_before_a_capital() -> None:
    assert split("It is good. It was poor!  Is it?") == ["It is good.", "It was poor!", "Is it?"]


def test_abbreviations_and_paragraph_numbers_end_no_sentence() -> None:
    assert len(split("Support, e.g. Training by Dr. Ames, see no. 4, is good.")) == 1
    assert len(split("The way in which 173. The plan is made.")) == 1


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    assert split("They said 'good.' Then they left.") == ["They said 'good.'", "Then they left."]


@given(st.text(alphabet="ab. A!?)' 1", max_size=60))
def test_spans_are_ordered_apart_and_hold_all_letters(text: str) -> None:
    spans = list(sentence_spans(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(split(text)).replace(" ", "") == text.replace(" ", "")
