"""The query editor, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from trigpoint.web.templating import BUNDLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not (BUNDLE / "editor.js").exists(), reason="no bundle of scripts here"),
]


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.set_default_timeout(10_000)
    refused: list[str] = []
    page.on(
        "console",
        lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None,
    )
    page.goto("/sparql")
    page.get_by_role("textbox", name="Query").click()
    page.keyboard.press("Control+a")
    yield page
    assert refused == []
    context.close()


def text(page: Page) -> str:
    return page.locator("textarea[name=query]").input_value()


def test_our_terms_are_completed_and_explained(page: Page) -> None:
    page.keyboard.type("ASK { ?s a tp:Recommend", delay=20)
    expect(page.get_by_role("option").first).to_contain_text("tp:Recommendation")
    expect(page.locator(".cm-completionInfo")).to_contain_text("asks for")
    page.wait_for_timeout(150)  # the editor takes no Enter sooner
    page.keyboard.press("Enter")

    assert "a tp:Recommendation" in text(page)


def test_variables_of_the_query_are_completed(page: Page) -> None:
    page.keyboard.type("SELECT ?judgement WHERE { ?judgement ?p ?o . ?jud", delay=10)

    expect(page.get_by_role("option")).to_have_text(["?judgement"])


def test_control_enter_runs_and_tab_leaves(page: Page) -> None:
    page.keyboard.type("ASK { ?s ?p ?o")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"

    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/sparql?query=ASK**")
    expect(page.locator("#rows")).to_contain_text("Yes")


def test_a_slash_is_written_and_starts_no_search(page: Page) -> None:
    page.keyboard.type("a/b")

    assert text(page) == "a/b"


def test_a_fault_is_marked_where_it_is(page: Page) -> None:
    page.goto("/sparql?query=SELECT%20%2A%0AWHERE%20oops")

    expect(page.locator(".cm-line", has_text="WHERE").locator(".cm-lintRange-error")).to_have_count(
        1
    )


def test_triples_are_drawn(page: Page) -> None:
    page.goto("/sparql?query=CONSTRUCT%20WHERE%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205")

    expect(page.locator("[data-drawing] canvas").first).to_be_visible()
    expect(page.locator("[data-drawing] svg.still")).to_be_hidden()
