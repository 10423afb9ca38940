from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.extractors.parts.dates import first_date, period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("October 2004", "2004-10", "2004-10"),
        ("8 November 2011", "2011-11-08", "2011-11-08"),
        ("the 1st of May 2003", "2003-05-01", "2003-05-01"),
        ("9–24 November 2017", "2017-11-09", "2017-11-24"),
        ("11 to 22 March 2024", "2024-03-11", "2024-03-22"),
        ("8 October to 2 November 2018", "2018-10-08", "2018-11-02"),
        ("28 November 2022 - 9 December 2022", "2022-11-28", "2022-12-09"),
        ("Monday 4 March and Friday 8 March 2002", "2002-03-04", "2002-03-08"),
        ("September/October 2001", "2001-09", "2001-10"),
        ("13/11/2023", "2023-11-13", "2023-11-13"),
        ("23/04/18 to 04/05/18", "2018-04-23", "2018-05-04"),
        ("Monday 10 to Friday 21 October 2022", "2022-10-10", "2022-10-21"),
        ("14th to the 25th of January 2019", "2019-01-14", "2019-01-25"),
        ("3, 4 and 5 June 2014", "2014-06-03", "2014-06-05"),
        ("9 to 13 and 20 to 24 January 2023", "2023-01-09", "2023-01-24"),
        ("19–23November 2018", "2018-11-19", "2018-11-23"),
        ("10 June 2019 – 14 June", "2019-06-10", "2019-06-14"),
        ("30 December 2019 – 3 January", "2019-12-30", "2020-01-03"),
        ("they may go on 4 March 2002", "2002-03-04", "2002-03-04"),
    ],
)
def test_a_period_has_the_outer_bounds_that_are_printed(text: str, first: str, last: str) -> None:
    found = period(text)
    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["", "in the autumn", "March", "32 March 2004", "13/13/2004"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert period(text) is None


def test_the_first_date_is_the_first_that_has_its_year() -> None:
    found = first_date("In May it was fine; on 3 June 2005 it rained, and in July 2006.")
    assert found is not None
    assert found.first == "2005-06-03"


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.text(alphabet="abc ,.", max_size=20))
def test_any_day_is_found_in_its_place(day: date, before: str) -> None:
    text = f"{before} {day.day} {day:%B} {day.year}."
    found = period(text)
    assert found is not None
    assert found.first == day.isoformat()
    assert text[found.start : found.end].endswith(str(day.year))


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    found = period(text)
    assert found is None or 0 <= found.start < found.end <= len(text)
