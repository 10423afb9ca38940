from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.findings import GradeStatement, Report
from trigpoint.extractors.language import read_prose

Read = Callable[[str], tuple[Report, ...]]

COVER = """# Amberfield

## Local Education Authority Inspection Report

Date of Inspection: October 2004

A report from the Office for Standards in Education and the Audit Commission under section 38 of
the Education Act 1997. This inspection of Amberfield LEA was carried out in October 2004.

"""


@pytest.fixture
def prose(tmp_path: Path) -> Read:
    def read(body: str) -> tuple[Report, ...]:
        path = tmp_path / "report.txt"
        path.write_text(COVER + body, encoding="utf-8")
        document = read_document(str(path))
        reports = read_prose(document, extract(document))
        for statement in statements(reports):
            place = statement.evidence
            assert document.text[place.start : place.end] == place.quote
        return reports

    return read


def statements(reports: tuple[Report, ...]) -> list[GradeStatement]:
    judged = [one for report in reports for j in report.judgements for one in j.statements]
    return [*judged, *(one for report in reports for one in report.statements)]
