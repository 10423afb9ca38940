from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup, Tag
from starlette.testclient import TestClient

from trigpoint.ontology.namespaces import ID
from trigpoint.web.explorer.look import Look

QUILLBOROUGH = f"{ID}authority/quillborough"
ADDRESS = f"/explore?{urlencode({'iri': QUILLBOROUGH})}"


def page(client: TestClient, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return BeautifulSoup(answer.text, "html.parser")


def listed(found: BeautifulSoup) -> list[Tag]:
    return list(found.select("#explorer-list [data-node]"))


def embedded(found: BeautifulSoup) -> dict[str, list[dict[str, str]]]:
    data: dict[str, list[dict[str, str]]] = json.loads(found.select("#explorer-data")[0].text)
    return data


def test_without_scripts_there_are_a_picture_and_a_list(client: TestClient) -> None:
    found = page(client, ADDRESS)
    names = {str(link["data-node"]) for link in listed(found)}

    assert found.select("svg.still a[href^='/doc/inspection/quillborough']")
    assert names | {QUILLBOROUGH} == {node["id"] for node in embedded(found)["nodes"]}


def test_the_list_leads_on(client: TestClient) -> None:
    for link in listed(page(client, ADDRESS))[:20]:
        assert client.get(str(link["href"])).status_code == 200


def test_page_and_data_say_the_same(client: TestClient) -> None:
    answer = client.get(ADDRESS.replace("/explore", "/explore/data"))

    assert answer.headers["content-type"].startswith("application/json")
    assert answer.json() == embedded(page(client, ADDRESS))


def test_edges_name_their_ends_by_number(client: TestClient) -> None:
    found = client.get(ADDRESS.replace("/explore", "/explore/data")).json()
    ends = {
        (found["nodes"][edge["source"]]["kind"], found["nodes"][edge["target"]]["kind"])
        for edge in found["edges"]
        if edge["relation"] == "recommends"
    }

    assert ends == {("report", "recommendation")}


def test_the_form_keeps_what_was_opened(client: TestClient) -> None:
    look = Look(QUILLBOROUGH, opened=frozenset({f"{ID}a"}), kinds=frozenset({"report"}), first=2001)
    fields = page(client, f"/explore?{look.query}").select("form.explorer-filters input")
    ticked = [field for field in fields if field["type"] != "checkbox" or field.has_attr("checked")]

    assert [(field["name"], field["value"]) for field in ticked][:3] == [
        ("iri", QUILLBOROUGH),
        ("opened", f"{ID}a"),
        ("kinds", "report"),
    ]
    assert ("first", "2001") in [(field["name"], field["value"]) for field in ticked]


def test_everything_is_the_page_without_a_thing(client: TestClient) -> None:
    kinds = {node["kind"] for node in embedded(page(client, "/explore"))["nodes"]}

    assert kinds == {"authority", "theme"}


@pytest.mark.parametrize("form", ["gexf", "zip"])
def test_files_are_offered(client: TestClient, form: str) -> None:
    links = page(client, ADDRESS).select(f"#explorer-files a[href$='format={form}']")
    answer = client.get(str(links[0]["href"]))

    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="explorer.{form}"'


@pytest.mark.parametrize(
    "address",
    [
        "/explore?iri=nothing",
        f"/explore?iri={ID}authority/nowhere",
        "/explore?iri=a%20b%3E%3C",
        f"/explore?iri={ID}authority/a%20b%3E%3C",
        f"/explore/data?iri={ID}authority/nowhere",
        "/explore/export?format=exe",
        "/explore/export",
    ],
)
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_no_word_of_a_report_ends_the_script_element(client: TestClient) -> None:
    text = client.get(ADDRESS).text
    block = text.split('id="explorer-data">')[1].split("</script>")[0]

    assert "<" not in block
