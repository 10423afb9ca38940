from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extractors.language.conftest import Read

from trigpoint.connection import SAMPLE
from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.language import read_prose
from trigpoint.extractors.language.progress_forms import moves_in


@pytest.mark.parametrize(
    ("sentence", "degree", "subject"),
    [
        ("The LEA has made at least satisfactory progress in planning places.",
         "at least satisfactory progress", "planning places"),
        ("Good progress has been made on asset management, and costs fell.",
         "Good progress", "asset management"),
        ("There have been significant improvements in support for governors.",
         "significant improvements", "support for governors"),
        ("Progress in most areas has been slow.", "slow", "most areas"),
        ("The pace of change is too slow.", "too slow", ""),
        ("The initial response to the last inspection was poor.", "poor", ""),
        ("Support for attendance has improved significantly and is now good.",
         "improved significantly", "Support for attendance"),
        ("Recommendations in the last report have been fully addressed.",
         "fully addressed", "Recommendations in the last report"),
        ("Despite this good progress, doubts remain.", "good progress", ""),
        ("Services for children have made considerable progress.", "considerable progress", ""),
    ],
)  # fmt: skip
def test_degree_and_subject_are_read(sentence: str, degree: str, subject: str) -> None:
    (moved,) = moves_in(sentence)

    assert (moved.degree, moved.subject) == (degree, subject)


@pytest.mark.parametrize(
    "sentence",
    [
        "Pupils make good progress in primary schools.",
        "Children in care are making rapid progress.",
        "Their progress is good.",
        "The council needs to make rapid progress on housing.",
        "To secure significant improvement, plans must be costed.",
        "Schools report good progress on transport.",
        "The progress made by the LEA overall is satisfactory.",
        "The service has greatly improved the flow of information.",
        "Monitoring of progress is satisfactory.",
        "There is a clear progress report every term.",
        "Support for attendance is good.",
    ],
)
def test_look_alikes_are_no_progress(sentence: str) -> None:
    assert list(moves_in(sentence)) == []


def test_a_sentence_may_state_two_degrees() -> None:
    found = moves_in("Insufficient progress has been made and the pace of change has been slow.")

    assert [moved.degree for moved in found] == ["Insufficient progress", "slow"]


@given(st.text(alphabet="progress improved slow good .,;'", max_size=80))
def test_degrees_are_words_of_the_sentence(sentence: str) -> None:
    for moved in moves_in(sentence):
        assert moved.degree in sentence
        assert moved.subject in sentence


def test_progress_is_kept_with_its_heading_and_is_no_grade(prose: Read) -> None:
    (report,) = prose("## Support for governors\n\n54. Progress has been satisfactory.\n")

    (moved,) = report.progress
    assert (moved.degree, moved.subject, moved.paragraph) == (
        "satisfactory", "Support for governors", "54.",
    )  # fmt: skip
    assert moved.functions == ("governor-support",)
    assert moved.evidence.quote == "Progress has been satisfactory."
    assert not report.statements


def test_progress_is_read_without_a_model(prose: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIGPOINT_SPACY_MODEL", "no_such_model")
    (report,) = prose("## Support for governors\n\nProgress has been slow.\n")

    assert [moved.degree for moved in report.progress] == ["slow"]
    assert [gap.reason for gap in report.gaps if gap.field == "statements"] == ["no-model"]


def test_a_committee_report_states_no_progress() -> None:
    papers = [path for path in SAMPLE.rglob("*committee-report*") if path.suffix == ".pdf"]
    for path in papers:
        document = read_document(str(path))
        assert not any(one.progress for one in read_prose(document, extract(document)))
    assert papers
