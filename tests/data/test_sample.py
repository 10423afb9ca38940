from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from trigpoint.data.sample.make_pdfs import SAMPLE, make
from trigpoint.data.sample.press.expected import expected
from trigpoint.data.sample.press.marks import graded
from trigpoint.data.sample.press.markup import parse

NAMES = sorted(path.stem for path in (SAMPLE / "sources").glob("*.report"))
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
LARGEST = 60_000  # bytes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    make(folder)
    return folder


def pdf_text(name: str) -> str:
    document = pypdfium2.PdfDocument(SAMPLE / f"{name}.pdf")
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return "\f".join(pages)


def plain_text(name: str) -> str:
    return (SAMPLE / "text" / f"{name}.txt").read_text("utf-8")


def letters(text: str) -> str:
    return re.sub(r"\W|\d|<[^>]*>", "", text)


def findings(name: str) -> list[str]:
    report = EXPECTED[name]
    items = [*report["recommendations"], *report["findings"]]
    return [item["text"].removeprefix(item.get("lead", "")) for item in items]


def test_committed_files_are_what_the_sources_make(made: Path) -> None:
    paths = [path.relative_to(made) for path in sorted(made.rglob("*.*"))]

    changed = [path for path in paths if (made / path).read_bytes() != (SAMPLE / path).read_bytes()]

    assert len(paths) == 2 * len(NAMES) + 1
    assert changed == []


def test_nothing_is_committed_that_no_source_makes() -> None:
    assert sorted(path.stem for path in SAMPLE.glob("*.pdf")) == NAMES
    assert sorted(path.stem for path in (SAMPLE / "text").glob("*")) == NAMES
    assert sorted(EXPECTED) == NAMES


def test_there_are_a_dozen_reports_in_eight_families_about_six_authorities() -> None:
    assert len(NAMES) >= 12
    assert len({report["family"] for report in EXPECTED.values()}) >= 8
    assert len({report["facts"]["authority"][0] for report in EXPECTED.values()}) == 6


@pytest.mark.parametrize("name", NAMES)
def test_pdf_is_short_and_each_page_has_text(name: str) -> None:
    pages = pdf_text(name).split("\f")

    assert (SAMPLE / f"{name}.pdf").stat().st_size < LARGEST
    assert 1 <= len(pages) <= 5
    assert all(len(page) > 50 for page in pages)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_right_reading_finds_is_printed_in_the_text(name: str) -> None:
    text = letters(plain_text(name))

    assert [item for item in findings(name) if letters(item) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_quoted_sentences_and_judgements_are_printed_in_the_pdf(name: str) -> None:
    text = letters(pdf_text(name))
    report = EXPECTED[name]
    quotes = [statement["quote"] for statement in report["statements"]]
    labels = [judgement["label"] for judgement in report["judgements"] if judgement["number"]]

    assert [words for words in quotes + labels if letters(words) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_says_that_it_is_invented(name: str) -> None:
    assert "are invented" in pdf_text(name)


def test_a_recommendation_is_made_again_to_the_same_authority() -> None:
    first = {item["text"] for item in EXPECTED["quillborough-lea-2000"]["recommendations"]}
    later = {item["text"] for item in EXPECTED["quillborough-lea-2004"]["recommendations"]}

    assert any("within 18 weeks" in text for text in first)
    assert any("within 18 weeks" in text for text in later)


def test_a_table_and_its_prose_disagree_once() -> None:
    report = EXPECTED["quillborough-lea-2004"]
    table = {judgement["number"]: judgement["grade"] for judgement in report["judgements"]}
    prose = {statement["quote"]: statement["grade"] for statement in report["statements"]}

    assert table["5.3"] == "highly satisfactory"
    assert prose["Support for attendance is satisfactory."] == "satisfactory"


def test_the_full_record_of_2004_has_functions_judged_without_fieldwork() -> None:
    judgements = EXPECTED["quillborough-lea-2004"]["judgements"]

    assert len(judgements) == 51
    assert sum(not judgement["fieldwork"] for judgement in judgements) == 5


def test_a_line_carries_on_the_block_above_it() -> None:
    source = parse("@look sif\n- one\ntwo\n- three\n\nfour\n")

    assert source.settings == {"look": "sif"}
    assert [(block.kind, block.text) for block in source.blocks] == [
        ("bullet", "one two"),
        ("bullet", "three"),
        ("paragraph", "four"),
    ]


def test_bullets_under_a_recommendation_belong_to_it() -> None:
    source = parse(
        "@family x\n@framework x\n@kind inspection\n"
        "?recommendation | to=the LEA\nThe LEA should:\n- do this; and\n- do that.\n"
    )

    (recommendation,) = expected(source)["recommendations"]

    assert recommendation["text"] == "The LEA should: do this; and do that."
    assert recommendation["addressees"] == ("the LEA",)


def test_bullets_that_go_on_with_the_words_above_are_recommendations_of_their_own() -> None:
    source = parse(
        "@family x\n@framework x\n@kind inspection\n"
        "The LEA should:\n?recommendation | lead=The LEA should\n- do this; and\n- do that.\n"
    )

    texts = [item["text"] for item in expected(source)["recommendations"]]

    assert texts == ["The LEA should do this", "The LEA should do that."]


@pytest.mark.parametrize(
    ("scale", "printed", "grade"),
    [
        ("lea-7", "3", ("highly satisfactory", 3)),
        ("lea-context-5", "7", ("well below", 7)),
        ("aca-4", "Performs well (3)", ("performs well", 3)),
        ("ofsted-4", "Requires improvement", ("requires improvement to be good", 3)),
    ],
)
def test_a_printed_grade_is_found_on_its_scale(
    scale: str, printed: str, grade: tuple[str, int]
) -> None:
    assert graded(scale, printed) == grade


def test_a_grade_of_another_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="no grade 'satisfactory' on the scale ofsted-4"):
        graded("ofsted-4", "satisfactory")
