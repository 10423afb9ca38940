from __future__ import annotations

import re
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.graph.authorities import Authority, authorities, resolve, slug

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@pytest.mark.parametrize("body", authorities(), ids=lambda body: body.key)
def test_row_of_the_table_is_plausible(body: Authority) -> None:
    assert re.fullmatch("[2-9][0-9]{2}", body.dfe_number)
    assert body.name == body.name.strip() != ""
    assert re.fullmatch(r"E(06|08|09|10)\d{6}|", body.gss)
    assert re.fullmatch(r"\d*", body.ofsted_urn)
    assert re.fullmatch(r"(Q\d+)?", body.wikidata)
    assert body.sources
    for day in filter(None, (body.valid_from, body.valid_to)):
        assert DAY.fullmatch(day)
        assert "1960" < day < "2030"
    assert not body.valid_to or body.valid_from < body.valid_to


@pytest.mark.parametrize("field", ["dfe_number", "key"])
def test_number_and_key_belong_to_one_body(field: str) -> None:
    found = [getattr(body, field) for body in authorities()]

    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "day", ["1999-06-01", "2009-04-01", "2019-04-01", "2023-04-01", "2026-01-01"]
)
def test_no_two_bodies_of_one_name_live_at_once(day: str) -> None:
    living: dict[str, list[str]] = defaultdict(list)
    for body in authorities():
        if body.existed_on(day):
            living[slug(body.name)].append(body.key)

    assert [keys for keys in living.values() if len(keys) > 1] == []


@pytest.mark.parametrize("body", authorities(), ids=lambda body: body.key)
def test_every_body_answers_to_its_name_in_its_time(body: Authority) -> None:
    day = body.valid_to or body.valid_from or "2010-01-01"

    assert resolve(body.name, on=day) == body
    assert resolve(body.name, dfe_number=body.dfe_number) == body


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Camden", "202-camden"),
        ("London Borough of Camden", "202-camden"),
        ("CAMDEN", "202-camden"),
        ("Camden Council", "202-camden"),
        ("Royal Borough of Kensington and Chelsea", "207-kensington-and-chelsea"),
        ("Kensington & Chelsea", "207-kensington-and-chelsea"),
        ("Suffolk County Council", "935-suffolk"),
        ("Suffolk Local Education Authority", "935-suffolk"),
        ("The  Suffolk LEA", "935-suffolk"),
        ("West Sussex County Council", "938-west-sussex"),
    ],
)
def test_name_is_known_in_the_forms_that_reports_print(printed: str, key: str) -> None:
    assert resolve(printed).key == key


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Northamptonshire", "2022-05-01"),
        ("North Northamptonshire", "2020-05-01"),
        ("Cumberland", "2022-12-01"),
        ("Cumberland", "2022"),
    ],
)
def test_body_is_not_chosen_outside_its_time(name: str, day: str) -> None:
    assert resolve(name, on=day) == Authority(name=name)


@pytest.mark.parametrize(
    ("day", "existed"),
    [
        ("2021-03-31", False),
        ("2021-04-01", True),
        ("2021-04", True),
        ("2021", True),
        ("2020", False),
    ],
)
def test_day_is_compared_as_precisely_as_it_is_known(day: str, existed: bool) -> None:
    assert Authority("New", valid_from="2021-04-01").existed_on(day) is existed


def test_number_is_believed_only_together_with_the_name() -> None:
    assert resolve("Thornmere", dfe_number="202") == Authority(name="Thornmere")


def test_unknown_body_stays_unlisted_under_its_printed_name() -> None:
    body = resolve("Thornmere and St. Wexcombe's")

    assert body.dfe_number == ""
    assert body.key == "thornmere-and-st-wexcombes"


@given(st.text())
def test_slug_is_safe_in_an_iri(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@given(st.text(max_size=40))
def test_any_name_resolves_to_something(name: str) -> None:
    assert resolve(name).name or not name
