from __future__ import annotations

import csv
import doctest
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.graph.authorities import (
    Authority,
    authorities,
    name_key,
    place_name,
    resolve,
    same_body,
)

ROOT = Path(__file__).parents[2]
TODAY = "2024-01-15"

living = st.sampled_from([body for body in authorities() if body.existed_on(TODAY)])
frames = st.sampled_from(
    ["{}", "the {}", "{} local authority", "{} Local Education Authority", "{} LEA", "{} (LA)",
     "{} area SEND partnership", "{} local area partnership", "{} local area"]
)  # fmt: skip
spellings = st.sampled_from(
    [str.upper, str.lower, lambda name: name.replace("-", "‑"), lambda name: name.replace("-", " "),
     lambda name: name.replace(" and ", " & "), lambda name: name.replace("ffi", "ﬃ"),
     lambda name: name.replace(" ", "\n")]
)  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("the Royal Borough of Windsor and Maidenhead", "868"),
        ("Kingston upon Hull City Council", "810"),
        ("County of Herefordshire District Council", "884"),
        ("Bournemouth, Christchurch & Poole (BCP)", "839"),
        ("BCP", "839"),
        ("St Helens", "342"),
        ("ST. HELENS MBC", "342"),
        ("Durham County Council", "840"),
        ("London Borough of Havering", "311"),
        ("City of York", "816"),
        ("York City Council", "816"),
        ("Isle of Wight", "921"),
        ("Telford & Wrekin", "894"),
        ("Stoke‑on–Trent", "861"),
        ("Bristol, City of", "801"),
        ("Isles of Scilly", "420"),
        ("City of London Corporation", "201"),
    ],
)
def test_a_name_as_printed_means_one_body(printed: str, number: str) -> None:
    assert resolve(printed, on=TODAY).dfe_number == number


@given(body=living, frame=frames, spell=spellings)
def test_style_and_spelling_do_not_matter(
    body: Authority, frame: str, spell: Callable[[str], str]
) -> None:
    for name in body.names:
        assert resolve(frame.format(spell(name)), on=TODAY) == body


@given(st.text())
def test_any_text_is_a_body_of_the_table_or_the_place_as_printed(text: str) -> None:
    body = resolve(text, on=TODAY)
    assert body in authorities() or (body.name, body.dfe_number) == (place_name(text), "")


@pytest.mark.parametrize(
    "printed",
    ["", "London", "Council", "Northampton Borough Council", "Derby and Derbyshire",
     "Northamptonshire Children’s Trust", "Kent Safeguarding Children Board"],
)  # fmt: skip
def test_what_names_no_single_body_stays_flagged(printed: str) -> None:
    assert not resolve(printed, on=TODAY).dfe_number


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("1997-03-31", "912"),
        ("1997-04-01", "835"),
        ("2019-03", "835"),
        ("2019-03-31", "835"),
        ("2019-04-01", "838"),
        ("2024", "838"),
        ("2019", ""),  # both lived in that year
        ("", ""),
    ],
)
def test_the_day_decides_between_namesakes(day: str, number: str) -> None:
    assert resolve("Dorset", on=day).dfe_number == number


def test_a_printed_number_decides_between_namesakes() -> None:
    assert resolve("Dorset", dfe_number="838").dfe_number == "838"
    assert resolve("Dorset", dfe_number="838", on="2019").dfe_number == "838"


def test_a_printed_number_does_not_raise_the_dead() -> None:
    assert resolve("Dorset", dfe_number="838", on="2018-05-01").dfe_number == "835"


def test_names_of_one_body_are_the_same_whatever_the_day() -> None:
    assert same_body("Hull", "City of Kingston upon Hull")
    assert same_body("Kent", "Kent County Council")
    assert same_body("Ambershire", "Ambershire County Council")
    assert not same_body("Derby", "Derbyshire")


def test_style_alone_is_a_name_of_its_own() -> None:
    assert name_key("The Council") == "council"


def test_examples_of_the_page_give_what_they_show() -> None:
    page = ROOT / "docs" / "authorities.md"
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert (failed, tried > 0) == (0, True)


@pytest.mark.corpus
def test_every_authority_of_the_corpus_is_the_one_that_ofsted_means(corpus: Path) -> None:
    with (corpus / "corpus" / "manifest.csv").open(encoding="utf-8") as manifest:
        rows = list(csv.DictReader(manifest))
    for row in rows:
        body = resolve(row["authority"], on=row["published"][-4:])
        assert body.dfe_number, row
        assert body.ofsted_urn == row["ofsted_urn"], row
