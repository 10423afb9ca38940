from __future__ import annotations

from collections.abc import Callable

import pytest

from trigpoint.extractors.documents import Document
from trigpoint.extractors.parts.openings import inspectorates, on_days, reviewed

Reader = Callable[[str], Document]


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Focused visit to Northmoor children’s services", "Northmoor"),
        ("Monitoring visit of Wold Bay City Council children’s services", "Wold Bay City Council"),
        ("Joint local area SEND inspection in Stoke and Dale", "Stoke and Dale"),
        ("An inspection of youth justice services in Hill-on-Sea", "Hill-on-Sea"),
        (
            "Annual unannounced inspection of contact and referral arrangements within the "
            "London Borough of Wold children’s services",
            "London Borough of Wold",
        ),
        ("Area SEND monitoring inspection of Wold Local Area Partnership", "Wold"),
        ("Northmoor Council: local authority assessment", "Northmoor Council"),
    ],
)
def test_the_place_is_named_in_the_title(read: Reader, opening: str, name: str) -> None:
    found = [place.quote for place in reviewed(read(f"3 May 2019\n\n{opening}\n\nWords."))]
    assert found[0] == name


@pytest.mark.parametrize(
    "opening",
    [
        "Inspection of Northmoor Primary School",
        "The inspection of children’s services in England",
        "The visit in June 2018 was short.",
        "An inspection in accordance with the Children Act 2004",
    ],
)
def test_schools_countries_months_and_acts_are_no_place(read: Reader, opening: str) -> None:
    assert [*reviewed(read(opening))] == []


def test_days_and_inspectorate_stand_in_a_sentence(read: Reader) -> None:
    text = "Between 19 and 23 November 2018, Ofsted and others looked at the area. It rained."
    assert [place.quote for place in on_days(read(text))] == ["19 and 23 November 2018"]
    assert [place.quote for place in inspectorates(read(text))] == ["Ofsted"]
