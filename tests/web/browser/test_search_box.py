from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page with a search box, once suggestions are to be had."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/search")
    page.wait_for_function(
        "fetch('/search/suggest').then(answer => answer.json()).then(answer => answer.ready)"
    )
    yield page
    context.close()


def box(page: Page) -> tuple[str, str | None]:
    """Return whether the list is open, and which option is active."""
    field = page.locator("#q")
    return field.get_attribute("aria-expanded") or "", field.get_attribute("aria-activedescendant")


def test_slash_goes_to_the_box_and_is_typed_elsewhere(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_have_value("/")


def test_a_thing_is_reached_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("quillb")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Quillborough")
    assert box(page) == ("true", None)
    page.keyboard.press("ArrowDown")
    assert box(page)[1] == options.first.get_attribute("id")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    assert box(page) == ("true", None)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Quillborough")


def test_escape_closes_the_list_and_keeps_the_words(page: Page) -> None:
    page.locator("#q").fill("quillb")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")
    assert box(page) == ("false", None)
    expect(page.locator("#q")).to_have_value("quillb")


def test_enter_without_a_choice_searches(page: Page) -> None:
    page.locator("#q").fill("quillb")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=quillb")


def test_the_open_list_is_accessible(page: Page) -> None:
    page.locator("#q").fill("quillb")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert Axe().run(page).response["violations"] == []


def test_without_scripts_the_box_is_a_form(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/about")
    page.locator("#q").fill("quillborough")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?q=quillborough")
    context.close()
