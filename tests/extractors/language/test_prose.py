from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.extractors.language.conftest import COVER, Read, statements

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.language import pipeline, read_prose
from trigpoint.extractors.language.pipeline import MODEL_VARIABLE, model_name, rule_reader

needs_model = pytest.mark.skipif(not model_name(), reason="spaCy or its English model is missing")

RECORD = """
# Appendix: Record of Judgement Recording Statements

5.3\tSupport for school attendance\t3
5.4\tSupport for behaviour in schools\t4
"""


def said(body: str, prose: Read) -> list[tuple[str, str, str]]:
    found = (one for one in statements(prose(body)) if one.stated_in == "prose")
    return [(one.grade, one.time, one.level) for one in found]


@needs_model
def test_this_aspect_is_that_of_the_heading(prose: Read) -> None:
    reports = prose("### Support for attendance\n\n1. This aspect is highly satisfactory.\n")
    (one,) = statements(reports)
    assert (one.functions, one.level, one.paragraph) == (("attendance",), "headline", "1.")


@needs_model
def test_it_is_the_subject_of_the_sentence_before(prose: Read) -> None:
    body = (
        "### Support for attendance\n\n"
        "1. Support for attendance was poor at the previous inspection. It is now good.\n"
    )
    before, now = sorted(statements(prose(body)), key=lambda one: one.evidence.start)
    assert (before.grade, before.time, before.functions) == ("poor", "previous", now.functions)
    assert (now.grade, now.time, now.direction) == ("good", "current", "improved")


@needs_model
def test_remains_so_states_the_grade_twice(prose: Read) -> None:
    body = (
        "### Support for attendance\n\n"
        "1. This aspect was satisfactory at the last inspection and remains so.\n"
    )
    assert said(body, prose) == [
        ("satisfactory", "current", "headline"),
        ("satisfactory", "previous", "headline"),
    ]


@needs_model
@pytest.mark.parametrize(
    "sentence",
    [
        "Schools rate the support as good.",
        "The LEA shares good practice with its schools.",
        "Good progress has been made on the plan.",
        "Progress on the plan has been satisfactory.",
        "Attainment at the end of the key stage is good.",
    ],
)
def test_opinions_progress_results_and_passing_words_are_none(prose: Read, sentence: str) -> None:
    assert said(f"### Support for attendance\n\n1. {sentence}\n", prose) == []


@pytest.mark.parametrize(("framework", "found"), [("lea-2004", 2), ("ilacs", 1)])
def test_good_before_a_noun_is_a_grade_only_where_reports_grade_so(
    tmp_path: Path, framework: str, found: int
) -> None:
    path = tmp_path / "report.txt"
    body = "1. The council provides good support. Support for adoption is good."
    path.write_text(f"{COVER}### Support\n\n{body}\n", encoding="utf-8")
    document = read_document(str(path))
    reports = [replace(one, framework=framework) for one in extract(document)]
    assert len(statements(read_prose(document, reports, rule_reader))) == found


@needs_model
def test_how_a_subject_came_there_is_its_direction(prose: Read) -> None:
    body = (
        "### Support for attendance\n\n1. Support for attendance is satisfactory and has improved"
        " since the last inspection, when it was poor.\n"
    )
    now, before = sorted(statements(prose(body)), key=lambda one: one.time)
    assert (now.grade, now.direction) == ("satisfactory", "improved")
    assert (before.grade, before.direction) == ("poor", None)


@needs_model
def test_prose_that_is_numbered_on_after_recommendations_is_read(prose: Read) -> None:
    body = (
        "### Support for attendance\n\n4. Support for attendance has grown.\n\n"
        "### Recommendations\n\n- Make sure that support is good.\n\n"
        "5. The work in this area is satisfactory.\n"
    )
    (one,) = statements(prose(body))
    assert (one.grade, one.functions) == ("satisfactory", ("attendance",))


@needs_model
def test_recommendations_contents_and_legends_are_not_read(prose: Read) -> None:
    assert said("### Recommendations\n\n- Make sure that support is good.\n", prose) == []
    assert said("# Contents\n\nSupport for attendance is good.\n", prose) == []


@needs_model
def test_a_link_or_a_system_is_an_aspect(prose: Read) -> None:
    body = "### Support for attendance\n\n1. Some text.\n\n2. Links with the police are good.\n"
    assert said(body, prose) == [("good", "current", "aspect")]


@needs_model
def test_a_sentence_over_a_page_break_keeps_its_places(prose: Read) -> None:
    body = "### Support for attendance\n\n1. Support for attendance is\n\f\nvery good in schools.\n"
    assert said(body, prose) == [("very good", "current", "headline")]


@needs_model
def test_prose_that_differs_from_the_table_stands_with_its_judgement(prose: Read) -> None:
    body = "### Support for attendance\n\n1. Support for attendance is satisfactory.\n" + RECORD
    (report,) = prose(body)
    (judgement,) = (one for one in report.judgements if one.item == "5.3")
    stated = [(one.stated_in, one.grade) for one in judgement.statements]
    assert stated == [("table", "highly satisfactory"), ("prose", "satisfactory")]
    assert judgement.grade == "highly satisfactory"


@needs_model
def test_a_report_without_a_table_is_judged_by_its_prose(prose: Read) -> None:
    (report,) = prose("### Support for attendance\n\n1. Support for attendance is good.\n")
    (judgement,) = report.judgements
    assert (judgement.item, judgement.grade, judgement.rank) == ("prose/attendance", "good", 2)
    assert report.statements == ()


def test_without_a_model_the_report_says_so(prose: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MODEL_VARIABLE, "no_such_model")
    (report,) = prose("### Support for attendance\n\n1. Support for attendance is good.\n")
    assert ("statements", "no-model") in [(gap.field, gap.reason) for gap in report.gaps]
    assert report.statements == ()


def test_without_spacy_the_report_says_so(prose: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "find_spec", lambda _: None)
    (report,) = prose("### Support for attendance\n\n1. Support for attendance is good.\n")
    assert ("statements", "no-model") in [(gap.field, gap.reason) for gap in report.gaps]
    assert statements((report,)) == []


def test_spacy_is_imported_only_where_prose_is_read() -> None:
    code = "import sys, trigpoint.reading; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
