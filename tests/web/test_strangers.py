"""Whatever a stranger types into an address, the answer is a page or a clear refusal."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

PLACES = (
    "/api/things/{}",
    "/doc/{}",
    "/doc/{}.ttl",
    "/id/{}",
    "/graph/{}",
    "/questions/{}",
    "/questions/authority-grades?authority={}",
    "/search?q={}",
    "/search/suggest?q={}",
    "/explore?iri={}",
    "/explore/data?iri={}",
    "/compare?a={}",
    "/sparql?panel={}",
    "/sparql?panel=questions/coverage&thing={}",
    "/reports?q={}&sort={}&page={}",
    "/reports?table={}&format=csv",
    "/api/reports?limit={}",
    "/page-image/{}/1.png",
    "/{}",
)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_any_text_is_answered(client: TestClient, place: str) -> None:
    @settings(max_examples=40)
    @given(st.text(min_size=1, max_size=12))
    def check(text: str) -> None:
        answer = client.get(place.replace("{}", quote(text, safe="")))
        assert answer.status_code < 500, answer.url

    check()
