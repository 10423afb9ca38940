"""The JSON API keeps to its own description."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from trigpoint.queries import questions
from trigpoint.web.openapi import description
from trigpoint.web.resources import RESOURCES


def test_description_names_every_list_and_question(client: TestClient) -> None:
    document = client.get("/openapi.json").json()

    assert {f"/api{kind.path}" for kind in RESOURCES} <= document["paths"].keys()
    assert {f"/api/questions/{name}" for name in questions()} <= document["paths"].keys()


def test_description_says_types_and_defaults(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]

    def schemas(name: str) -> list[dict[str, Any]]:
        return [one["schema"] for one in paths[f"/api/questions/{name}"]["get"]["parameters"]]

    assert schemas("shared-partners") == [{"type": "integer", "default": 2}]
    assert schemas("authority-grades") == [{"type": "string"}]


def test_list_is_cut_and_counted(client: TestClient) -> None:
    whole = client.get("/api/reports").json()
    part = client.get("/api/reports?limit=2&offset=1").json()

    assert part["total"] == whole["total"] == len(whole["items"])
    assert part["items"] == whole["items"][1:3]


def test_question_is_answered(client: TestClient) -> None:
    answer = client.get("/api/questions/authority-grades?authority=quillborough").json()

    assert answer["rows"]
    assert answer["columns"].keys() >= answer["rows"][0].keys()


def test_missing_parameter_is_named(client: TestClient) -> None:
    answer = client.get("/api/questions/authority-grades")

    assert answer.status_code == 404
    assert "authority" in answer.json()["error"]


def test_thing_is_told(client: TestClient) -> None:
    told = client.get("/api/things/authority/quillborough").json()

    assert (told["label"], told["kind"]) == ("Quillborough", "authority")
    assert client.get("/api/things/authority/nowhere").status_code == 404


def test_scripts_of_other_sites_may_read(client: TestClient) -> None:
    assert client.get("/api/authorities").headers["access-control-allow-origin"] == "*"


SCHEMA = schemathesis.openapi.from_dict(description("http://testserver"))
OPERATIONS = {path: SCHEMA[path]["GET"] for path in description("")["paths"]}


@pytest.mark.slow
@pytest.mark.parametrize("path", OPERATIONS)
def test_no_request_breaks_it(client: TestClient, path: str) -> None:
    @given(case=OPERATIONS[path].as_strategy())
    @settings(max_examples=4, database=None, suppress_health_check=list(HealthCheck))
    def check(case: schemathesis.Case[Any]) -> None:
        answer = client.get(case.formatted_path, params=case.query, follow_redirects=False)
        assert answer.status_code < 500, (case.formatted_path, case.query)

    check()
