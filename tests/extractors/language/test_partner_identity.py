from __future__ import annotations

import pytest

from trigpoint.extractors.language.partner_identity import identity, same_authority

AREA = "Tarnhythe"


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("NHS Devon Integrated Care Board (ICB)", "Devon ICB", "integrated-care-board"),
        (
            "Cafcass",
            "Children and Family Court Advisory and Support Service",
            "court-advisory-service",
        ),
        ("Barnardo’s", "Barnardo's", "voluntary-organisation"),
        (
            "Tarnhythe Children and Families Strategic Partnership",
            "Children and Family Strategic Partnership",
            "partnership",
        ),
        (
            "Tarnhythe LSCB",
            "local safeguarding children’s board",
            "local-safeguarding-children-board",
        ),
        (
            "the Tarn Valley CCG",
            "Tarn Valley Clinical Commissioning Group",
            "clinical-commissioning-group",
        ),
        (
            "Health and Well-being Board",
            "Tarnhythe Health and Wellbeing Board",
            "health-and-wellbeing-board",
        ),
    ],
)
def test_one_body_under_two_names_is_one(one: str, other: str, kind: str) -> None:
    assert identity(one, kind, AREA).key == identity(other, kind, AREA).key


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Archdiocese", "Diocese", "diocese"),
        ("NHS North East London ICB", "NHS North West London ICB", "integrated-care-board"),
        ("Tarn and Wharf LSCB", "LSCB", "local-safeguarding-children-board"),
    ],
)
def test_like_names_of_two_bodies_stay_two(one: str, other: str, kind: str) -> None:
    assert identity(one, kind, AREA).key != identity(other, kind, AREA).key


def test_a_name_of_common_words_belongs_to_its_area() -> None:
    assert identity("Children and Families Board", "children-partnership", AREA).local
    assert not identity("University of Wharfdale", "university", AREA).local


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Tarnhythe Council", True),
        ("The London Borough of Tarnhythe local authority", True),
        ("Tarnhythe City Council", True),
        ("North Tarnhythe Council", False),
        ("Kent County Council", False),
    ],
)
def test_the_authority_is_known_in_every_form(name: str, same: bool) -> None:
    assert same_authority(name, AREA) is same
