from __future__ import annotations

import re

import pytest

from trigpoint.extractors.language.partner_tables import kinds, known_bodies, plain
from trigpoint.ontology import load

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})?")


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.key)
def test_a_kind_is_of_a_type_of_the_vocabulary(kind) -> None:  # type: ignore[no-untyped-def]
    assert f"orgtype:{kind.type} a skos:Concept" in load("concepts.ttl")
    assert DAY.fullmatch(kind.valid_from)
    assert DAY.fullmatch(kind.valid_to)


def test_known_bodies_have_keys_and_kinds() -> None:
    bodies = known_bodies()
    assert len({body.key for body in bodies}) == len(bodies)
    assert {body.kind for body in bodies} <= kinds().keys()
    assert all(re.fullmatch(r"[a-z0-9-]+", body.key) for body in bodies)


def test_no_form_of_a_name_means_two_bodies() -> None:
    forms = [plain(form) for body in known_bodies() for form in {*map(plain, body.printed)}]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(("kind", "count"), [("integrated-care-board", 42), ("police-force", 40)])
def test_bodies_that_cover_the_country_are_all_there(kind: str, count: int) -> None:
    assert sum(body.kind == kind for body in known_bodies()) == count
