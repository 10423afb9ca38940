"""The live explorer: by keyboard, by mouse, and as files."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from trigpoint.ontology.namespaces import ID
from trigpoint.web.templating import BUNDLE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(not (BUNDLE / "explorer.js").exists(), reason="no bundle of scripts here"),
]

QUILLBOROUGH = f"{ID}authority/quillborough"
ADDRESS = f"/explore?iri={quote(QUILLBOROUGH, safe='')}"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site, reduced_motion="reduce", viewport={"width": 1280, "height": 1000}
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(ADDRESS)
    expect(page.get_by_role("application")).to_be_visible()
    yield page
    assert wrong == []
    context.close()


def spoken(page: Page) -> str:
    return page.locator("[data-spoken]").inner_text()


def chosen(page: Page) -> str:
    return page.locator("[data-details] h2").inner_text()


def test_it_opens_on_its_thing(page: Page) -> None:
    assert chosen(page) == "Quillborough"
    expect(page.locator("svg.still")).to_be_hidden()


def test_arrow_keys_walk_and_what_is_reached_is_spoken(page: Page) -> None:
    page.get_by_role("application").focus()
    reached = []
    for key in ("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight"):
        page.keyboard.press("Home")
        page.keyboard.press(key)
        reached.append(chosen(page))
        assert reached[-1] in spoken(page) or spoken(page) == "Nothing that way."

    assert len(set(reached) - {"Quillborough"}) >= 3
    page.keyboard.press("Home")
    assert spoken(page).startswith("Quillborough, authority")


def test_enter_closes_and_opens_and_the_address_says_so(page: Page) -> None:
    links = page.locator("#explorer-list [data-node]")
    before = links.count()
    page.locator("#explorer-list a[data-node*='/inspection/']").first.click()
    page.get_by_role("application").focus()

    page.keyboard.press("Enter")
    expect(page.locator("[data-spoken]")).to_contain_text("are drawn")
    assert links.count() < before
    assert "closed=" in page.url
    page.keyboard.press("Enter")
    expect(links).to_have_count(before)
    page.reload()
    expect(links).to_have_count(before)


def test_kinds_and_years_narrow_and_stay(page: Page) -> None:
    page.locator("#kind-theme").uncheck()
    expect(page.locator("#explorer-list a[data-node*='/def/theme/']")).to_have_count(0)
    page.locator("#explorer-first").fill("2010")
    page.wait_for_url("**first=2010**")
    expect(page.locator("#explorer-list a[data-node$='/lea-2004-09']")).to_have_count(0)

    page.reload()
    expect(page.locator("#kind-theme")).not_to_be_checked()
    assert page.locator("#explorer-first").input_value() == "2010"


def test_list_and_picture_choose_the_same(page: Page) -> None:
    link = page.locator("#explorer-list a").nth(2)
    name = link.inner_text()
    link.focus()
    page.keyboard.press("Enter")

    assert chosen(page) == name
    expect(link).to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="Put in the centre").click()
    expect(page.locator("h1")).to_contain_text("Around")
    assert chosen(page) == name


def test_find_counts_what_it_finds(page: Page) -> None:
    page.locator("[data-find]").fill("quillborough")
    assert spoken(page).endswith("found.")
    assert not spoken(page).startswith("0 ")
    page.locator("[data-find]").fill("zzzz")
    assert spoken(page) == "0 found."


def kept(page: Page, selector: str) -> Path:
    with page.expect_download() as waiting:
        page.locator(selector).click()
    return Path(waiting.value.path())


def test_what_is_seen_is_kept_as_files(page: Page) -> None:
    names = {link.inner_text() for link in page.locator("#explorer-list a").all()}

    assert kept(page, "[data-picture=png]").read_bytes().startswith(b"\x89PNG")
    svg = etree.parse(kept(page, "[data-picture=svg]"))
    drawn = {text.text for text in svg.iter("{http://www.w3.org/2000/svg}text")}
    assert "Quillborough" in drawn
    assert len(drawn) > 10
    with zipfile.ZipFile(kept(page, "#explorer-files a[href$='zip']")) as file:
        rows = list(csv.DictReader(io.StringIO(file.read("nodes.csv").decode(), newline="")))
    assert {row["label"] for row in rows} - {"Quillborough"} <= names


def test_everything_is_panned_smoothly(page: Page) -> None:
    page.goto("/explore")
    canvas = page.get_by_role("application")
    box = canvas.bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.evaluate(
        """() => {
          let last = performance.now()
          window.spans = []
          const step = (now) => { spans.push(now - last); last = now; requestAnimationFrame(step) }
          requestAnimationFrame(step)
        }"""
    )
    for move in range(60):
        page.mouse.move(middle[0] + move, middle[1] + move)
    page.mouse.up()
    frames = sorted(page.evaluate("spans"))

    assert frames[int(len(frames) * 0.95)] < 100, "milliseconds; generous, machines differ"
