from __future__ import annotations

from pathlib import Path

import pytest
from tests.extractors.language.conftest import statements

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.language import read_prose
from trigpoint.extractors.language.grades import scales_of
from trigpoint.extractors.language.pipeline import model_name
from trigpoint.ontology.vocabulary import scale

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not model_name(), reason="spaCy or its English model is missing"),
]


def test_grades_are_quoted_and_on_a_scale_of_their_report(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "seeds").glob("*.txt")):
        document = read_document(str(path))
        reports = read_prose(document, extract(document))
        scales = {key for report in reports for key, _ in scales_of(report.framework)}
        for one in statements(reports):
            assert document.text[one.evidence.start : one.evidence.end] == one.evidence.quote
            if one.stated_in == "prose":
                assert one.scale in scales
                assert scale(one.scale).worded(one.grade)


def test_a_committee_report_states_no_grade(shared: Path) -> None:
    documents = (read_document(str(p)) for p in (shared / "corpus" / "seeds").glob("*.txt"))
    read = [read_prose(document, extract(document)) for document in documents]
    papers = [reports for reports in read if reports[0].kind == "committee-report"]
    assert papers
    assert not any(statements(reports) for reports in papers)
