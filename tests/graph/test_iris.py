from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.graph.reports import Paper, fact, report

from trigpoint.graph import iris
from trigpoint.graph.authorities import Authority

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1), min_size=1)
TEXT = "a" * 64


@given(WORDS, st.sampled_from([" ", "  ", "\n", "-", " – ", "\u00ad", "\u00a0"]))
def test_fingerprint_is_immune_to_spaces_and_hyphens(words: list[str], between: str) -> None:
    assert iris.fingerprint(between.join(words)) == iris.fingerprint("".join(words))


@given(WORDS, st.sampled_from(["• ", "\uf06e", "◼ ", "– ", "(", ""]))
def test_fingerprint_is_immune_to_case_and_bullets(words: list[str], bullet: str) -> None:
    text = " ".join(words)

    assert iris.fingerprint(f"{bullet}{text.upper()}.") == iris.fingerprint(text)


@given(st.text())
def test_fingerprint_is_safe_in_an_iri(text: str) -> None:
    assert re.fullmatch("[a-z2-7]{8}", iris.fingerprint(text))


@given(WORDS, WORDS)
def test_other_letters_have_another_fingerprint(one: list[str], other: list[str]) -> None:
    same = "".join(one) == "".join(other)

    assert (iris.fingerprint(" ".join(one)) == iris.fingerprint(" ".join(other))) is same


BODY = Authority("Thornmere", dfe_number="999")


@pytest.mark.parametrize(
    ("framework", "start", "part", "key"),
    [
        ("lea-2004", "2004-10", "", "999-thornmere/lea-2004-10"),
        ("ilacs", "2019-05-13", "", "999-thornmere/ilacs-2019-05-13"),
        ("area-send", "2023", "", "999-thornmere/area-send-2023"),
        ("sif", "2014-06-03", "lscb", "999-thornmere/sif-2014-06-03-lscb"),
        ("sif", None, "", f"999-thornmere/sif-{TEXT[:12]}"),
        ("", "2012", "", "999-thornmere/report-2012"),
    ],
)
def test_key_of_a_review(framework: str, start: str | None, part: str, key: str) -> None:
    found = report(Paper(), framework=framework, start=start, part=part)

    assert iris.review_key(found, BODY, TEXT) == key


def test_key_falls_back_to_the_day_of_publication() -> None:
    paper = Paper()
    found = report(paper, start=None, facts=(fact(paper, "published", "2004-12-01"),))

    assert iris.review_key(found, None, TEXT) == "unnamed/lea-2004-12-01"
