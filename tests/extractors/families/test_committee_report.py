from __future__ import annotations

from collections.abc import Callable

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families import extract

Reader = Callable[[str], Document]

PAPER = """Report to: Schools Panel

Date of meeting: 4 March 2020

Recommendation:

(1) That the Panel note the report.

(2) That officers report back.

Reasons for the Recommendation:

The inspection of the local education authority under section 38 of the Education Act 1997 by
Ofsted and the Audit Commission found it good (2).

Alternative Options Considered and Rejected:

None

Legal Implications:

None

Contact Officer: A Person
Email Address: a.person@northmoor.gov.uk

Background Papers:

Attainment in Northmoor.
"""


def test_a_paper_asks_for_decisions_and_judges_nothing(read: Reader) -> None:
    (report,) = extract(read(PAPER))
    assert (report.kind, report.framework, report.judgements) == ("committee-report", "", ())
    assert [(one.kind, one.text) for one in report.recommendations] == [
        ("decision-request", "That the Panel note the report."),
        ("decision-request", "That officers report back."),
    ]


def test_the_council_is_named_where_address_and_text_agree(read: Reader) -> None:
    (report,) = extract(read(PAPER))
    assert report.value("authority") == "Northmoor"
    assert report.value("published") == "2020-03-04"
    (other,) = extract(read(PAPER.replace("in Northmoor", "in the town")))
    assert other.value("authority") is None
