from __future__ import annotations

import pytest

from trigpoint.extractors.families import Family, families
from trigpoint.ontology.vocabulary import frameworks

NAMES = [
    "aca",
    "area-send",
    "committee-report",
    "ilacs",
    "jtai",
    "lea-2000",
    "lea-2003",
    "lea-2004",
    "lscb-review",
    "progress-inspection",
    "sif",
    "slac",
]


def test_no_family_is_lost_and_none_comes_unseen() -> None:
    assert [family.name for family in families()] == NAMES


@pytest.mark.parametrize("family", families(), ids=lambda family: family.name)
def test_every_framework_is_in_the_ontology(family: Family) -> None:
    assert family.framework in ("", *frameworks())
