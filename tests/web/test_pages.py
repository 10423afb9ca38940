"""Every page: it is there, has one heading and a title of its own, and keeps to itself."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from starlette.testclient import TestClient

from trigpoint.queries import questions
from trigpoint.web.library import Library
from trigpoint.web.resources import RESOURCES, VIEWS

AUTHORITY = "/doc/authority/quillborough"
REPORT = "/doc/inspection/quillborough/lea-2004-09"
PAGES = [
    *(view.path for view in VIEWS),
    *(kind.path for kind in RESOURCES),
    AUTHORITY,
    REPORT,
    "/doc/def/theme/supervision",
    "/doc/def/function/attendance",
    "/doc/def/framework/ilacs",
    "/doc/def/scale/lea-7",
    "/doc/def/grade/lea-7/4",
    "/questions/coverage",
    "/questions/authority-grades?authority=quillborough",
    "/compare?a=quillborough&a=vellmouth",
    "/explore",
    "/explore?iri=https://w3id.org/trigpoint/id/authority/quillborough",
    "/sparql",
]


def page(client: TestClient, path: str) -> BeautifulSoup:
    answer = client.get(path, headers={"accept": "text/html"})
    assert answer.status_code == 200, (path, answer.text[:500])
    return BeautifulSoup(answer.text, "html.parser")


@pytest.mark.parametrize("path", PAGES)
def test_page_has_one_heading_and_loads_nothing_from_outside(client: TestClient, path: str) -> None:
    soup = page(client, path)

    assert len(soup.find_all("h1")) == 1
    assert soup.title
    assert soup.html
    assert soup.html["lang"] == "en-GB"
    for tag, name in (("script", "src"), ("link", "href"), ("img", "src")):
        for one in soup.find_all(tag):
            assert not str(one.get(name, "")).startswith(("http:", "https:", "//")), one
    assert not soup.find_all(style=True)
    assert not [
        one for one in soup.find_all("script") if not one.get("src") and not one.get("type")
    ]


def test_titles_differ(client: TestClient) -> None:
    titles = [page(client, path).title for path in PAGES]

    assert len({str(title) for title in titles}) == len(titles)


@pytest.mark.parametrize("path", PAGES)
def test_every_identifier_is_there_once_and_every_label_has_its_field(
    client: TestClient, path: str
) -> None:
    soup = page(client, path)
    names = [one["id"] for one in soup.find_all(id=True)]

    assert len(set(names)) == len(names)
    assert {one["for"] for one in soup.find_all("label") if one.get("for")} <= set(names)


def test_links_of_the_main_pages_lead_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in ("/", AUTHORITY, REPORT, "/reports"):
        for link in page(client, path).find_all("a", href=True):
            href = str(link["href"]).partition("#")[0]
            if href.startswith("/") and not href.startswith("/sparql"):
                seen.add(href)
    for href in sorted(seen)[:150]:
        assert client.get(href, headers={"accept": "*/*"}).status_code in (200, 303), href


def test_authority_says_what_it_was_asked_and_leads_to_the_words(
    client: TestClient, shelf: Library
) -> None:
    soup = page(client, AUTHORITY)

    first = soup.select_one("#asks .said a")
    assert first
    words = page(client, str(first["href"]))
    assert first.text in words.get_text()
    assert words.select_one(".passage mark")


def test_report_marks_each_recommendation_in_its_passage(client: TestClient) -> None:
    soup = page(client, REPORT)

    passages = soup.select("#asks .passage")
    assert passages
    assert all(one.mark and one.mark.text.strip() for one in passages)


@pytest.mark.parametrize("path", ["/reports", "/doc/def/framework/ilacs", AUTHORITY])
def test_grade_has_the_colour_of_its_band_wherever_it_stands(client: TestClient, path: str) -> None:
    pills = page(client, path).select(".pill")
    good = [one for one in pills if one.get_text().split()[1:] == ["good"]]

    assert good
    assert all("band-upper" in (one.get("class") or ()) for one in good)


def test_table_narrows_sorts_and_downloads_by_its_address(client: TestClient) -> None:
    whole = page(client, "/reports")
    narrow = page(client, "/reports?framework=ilacs&sort=-date")

    assert len(narrow.select("tbody tr")) < len(whole.select("tbody tr"))
    dates = [cell.text.strip() for cell in narrow.select("td.col-date")]
    assert dates == sorted(dates, reverse=True)
    rows = client.get("/reports.csv?framework=ilacs").text.splitlines()
    assert len(rows) - 1 == len(narrow.select("tbody tr"))


def test_question_has_a_form_its_answer_and_its_query(client: TestClient) -> None:
    empty = page(client, "/questions/authority-grades")
    asked = page(client, "/questions/authority-grades?authority=quillborough")

    assert empty.select("form.parameters select[name=authority] option[value=quillborough]")
    assert asked.select("#rows tbody tr")
    assert "SELECT" in asked.get_text()


def test_form_of_a_question_shows_a_default(client: TestClient) -> None:
    (field,) = page(client, "/questions/shared-partners").select(
        "form.parameters input[name=least]"
    )
    (other,) = page(client, "/questions/shared-partners?least=1").select(
        "form.parameters input[name=least]"
    )

    assert (field["value"], other["value"]) == ("2", "1")


def test_every_question_has_a_page(client: TestClient) -> None:
    for name in questions():
        page(client, f"/questions/{name}")


def test_value_that_is_not_known_is_named_with_near_ones(client: TestClient) -> None:
    answer = client.get(
        "/questions/authority-grades?authority=Quilborough", headers={"accept": "text/html"}
    )

    assert answer.status_code == 422
    assert "Quillborough" in answer.text


def test_unknown_question_is_not_found(client: TestClient) -> None:
    answer = client.get("/questions/coverages", headers={"accept": "text/html"})

    assert answer.status_code == 404
    assert "coverage" in answer.text


def test_panel_opens_its_query_in_the_editor(client: TestClient) -> None:
    iri = "https://w3id.org/trigpoint/id/authority/quillborough"

    soup = page(client, f"/sparql?panel=pages/judgements&thing={iri}")

    area = soup.select_one("textarea[name=query]")
    assert area
    assert f"<{iri}>" in area.text


@pytest.mark.parametrize("panel", ["../../pyproject", "/etc/passwd", "pages/nothing", "values/x"])
def test_panel_that_is_none_of_ours_opens_nothing(client: TestClient, panel: str) -> None:
    area = page(client, f"/sparql?panel={panel}").select_one("textarea")

    assert area
    assert "tp:gradeText" in area.text


def test_words_of_strangers_are_escaped(client: TestClient) -> None:
    evil = "<script>alert(1)</script>"

    answer = client.get("/reports", params={"q": evil}, headers={"accept": "text/html"})

    assert evil not in answer.text
    assert re.search(r"&lt;script&gt;", answer.text)


def test_compare_wants_two_and_names_who_is_not_known(client: TestClient) -> None:
    soup = page(client, "/compare?a=quillborough&a=nowhere")

    assert "nowhere" in soup.get_text()
    assert not soup.select("#themes")
