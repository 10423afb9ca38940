from __future__ import annotations

from tests.extractors.printing import Sheet, bullet, heading, line, printed

from trigpoint.extractors.families import lscb_review, recognise

COVER: Sheet = [
    line(100, (71, "Easthampton Safeguarding Children Board"), size=26.0),
    line(134, (71, "Review of the effectiveness of the Local Safeguarding Children"), bold=True),
    line(151, (71, "Board"), bold=True),
    line(174, (71, "Inspection date: 15 June 2015 – 17 June 2015"), bold=True, gap=True),
    line(240, (71, "The Local Safeguarding Children Board requires improvement"), size=14.0,
         bold=True, gap=True),
]  # fmt: skip
LIST: Sheet = [heading(100, "Recommendations", left=71), *bullet(140, 71, "Agree (paragraph 4).")]


def test_a_review_of_a_board_alone_is_recognised() -> None:
    assert recognise(printed(COVER, LIST)) is lscb_review.FAMILY


def test_a_review_names_the_board_and_has_its_grade_and_list() -> None:
    (review,) = lscb_review.extract(printed(COVER, LIST))
    assert (review.family, review.part) == ("lscb-review", "lscb")
    assert review.value("authority") == "Easthampton Safeguarding Children Board"
    assert [(one.item, one.grade) for one in review.judgements] == [
        ("lscb", "requires improvement to be good")
    ]
    assert [one.text for one in review.recommendations] == ["Agree (paragraph 4)."]
