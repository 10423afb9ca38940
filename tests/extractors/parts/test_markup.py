from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.parts.markup import clean, unbulleted


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## **Key recommendations**", "Key recommendations"),
        ("***Recommendation***", "Recommendation"),
        ("an *ad hoc* visit", "an ad hoc visit"),
        (r"five A\*-C grades", "five A*-C grades"),
        ("one or more A*-G and five or more A*-G", "one or more A*-G and five or more A*-G"),
        ("<b>Areas of strength</b>", "Areas of strength"),
        ("similar authorities.<sup>1</sup> It", "similar authorities. It"),
        ("9 <sup>th</sup> Floor", "9 th Floor"),
        ("[the site](http://example.org)", "the site"),
        ("under- performing", "under-performing"),
        ("pre- and post-16", "pre- and post-16"),
        ("health &amp; safety", "health & safety"),
    ],
)
def test_markup_goes_and_words_stay(marked: str, plain: str) -> None:
    assert clean(marked) == plain


@pytest.mark.parametrize("bullet", ["- ", "• ", "\uf06e ", "◼ ", "❑ ", "□  "])
def test_bullets_of_any_glyph_go(bullet: str) -> None:
    assert unbulleted(f"{bullet}visit every school") == "visit every school"


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs"], include_characters=".,;:'")))
def test_text_without_markup_only_folds(text: str) -> None:
    assert clean(text) == " ".join(text.split())
