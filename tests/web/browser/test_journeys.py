"""What people come for, by keyboard alone."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

IRI = "https://w3id.org/trigpoint/id"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that the selector names has the focus."""
    for _ in range(500):
        if page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector}")


def test_from_the_search_box_to_the_words_of_a_report(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")

    page.keyboard.press("/")
    page.keyboard.type("quilborough")  # mistyped
    page.keyboard.press("Enter")
    page.wait_for_url("**/search**")
    tab_to(page, "main a[href='/doc/authority/quillborough']")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Quillborough")
    tab_to(page, "#asks .said a")
    words = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recommendation/**")
    expect(page.locator(".passage mark").first).to_be_visible()
    assert words in page.locator("main").inner_text()
    tab_to(page, "main .about a[href*='/doc/inspection/']")
    page.keyboard.press("Enter")

    expect(page.locator("li:target .passage mark")).to_be_visible()


def test_suggestion_is_chosen_with_arrow_and_enter(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state("networkidle")

    page.keyboard.press("/")
    page.keyboard.type("vellm", delay=30)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_contain_text("Vellmouth")


def test_query_is_run_a_mistake_is_named_and_an_answer_downloaded(page: Page) -> None:
    page.goto("/sparql")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#rows tbody tr").first).to_be_visible()

    page.goto("/sparql?query=SELECT%20%3Fx%20WHERE%20%7B%20oops")
    expect(page.get_by_role("alert")).to_contain_text("line 1")

    page.goto("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D")
    expect(page.locator("#rows")).to_contain_text("Yes")


def test_query_that_takes_too_long_ends_in_words(page: Page) -> None:
    hostile = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

    page.set_default_timeout(30_000)
    page.goto("/")
    answer = page.request.get("/sparql", params={"query": hostile}, timeout=30_000)

    assert answer.status == 503
    assert page.request.get("/health").ok


def test_table_is_downloaded(page: Page) -> None:
    page.goto("/doc/authority/quillborough")

    with page.expect_download() as waiting:
        page.locator("#asks .downloads a", has_text="CSV").click()

    text = waiting.value.path().read_text(encoding="utf-8")
    assert len(list(csv.DictReader(io.StringIO(text)))) > 3


def test_facets_stay_in_the_address(page: Page) -> None:
    page.goto("/reports")
    page.locator(".facets summary", has_text="Framework").click()
    page.locator(".facets a", has_text="ilacs").click()

    assert "framework=ilacs" in page.url
    page.reload()
    cells = page.locator("td.col-framework").all_inner_texts()
    assert set(cells) == {"ilacs"}
