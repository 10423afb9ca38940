"""Every kind of page on a phone, a tablet and a desk, by day and by night."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]

IRI = "https://w3id.org/trigpoint/id"
PAGES = {
    "home": "/",
    "authorities": "/authorities",
    "authority": "/doc/authority/quillborough",
    "report": "/doc/inspection/quillborough/lea-2004-09",
    "report-with-findings": "/doc/inspection/brindlewick/area-send-2024-05-20",
    "statement": "/doc/inspection/quillborough/lea-2004-09/judgement/5.3",
    "function": "/doc/def/function/attendance",
    "theme": "/doc/def/theme/management-oversight",
    "recurring": "/recurring",
    "partners": "/partners",
    "framework": "/doc/def/framework/lea-2004",
    "scale": "/doc/def/scale/lea-7",
    "questions": "/questions",
    "question": "/questions/authority-grades?authority=quillborough",
    "compare": "/compare?a=quillborough&a=vellmouth",
    "explore": f"/explore?iri={IRI}/authority/quillborough",
    "explore-all": "/explore",
    "query": "/sparql?query=SELECT%20*%20WHERE%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205",
    "search": "/search?q=plans",
    "ontology": "/ontology",
    "about": "/about",
    "api": "/api",
    "not-here": "/doc/authority/nowhere",
}
WIDTHS = (390, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCREENS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


def complaints(page: Page, site: str) -> list[str]:
    """Collect what the page says on its console, and whom else it asks."""
    said: list[str] = []

    def listen(request: Request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            said.append(f"asks {request.url}")

    page.on("request", listen)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on(
        "console",
        lambda message: (
            said.append(message.text)
            if message.type in ("error", "warning") and "404 (Not Found)" not in message.text
            else None
        ),
    )
    return said


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen[0]}-{screen[1]}")
@pytest.mark.parametrize("name", PAGES)
def test_page_is_sound(
    browser: Browser,
    site: str,
    screenshots: Path,
    name: str,
    screen: tuple[int, Literal["light", "dark"]],
) -> None:
    width, scheme = screen
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    said = complaints(page, site)

    page.goto(site + PAGES[name])
    page.wait_for_load_state("networkidle")

    page.screenshot(path=screenshots / f"{name}-{width}-{scheme}.png", full_page=True)
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = Axe().run(page)
    violations = [
        (one["id"], [node["target"] for node in one["nodes"][:3]])
        for one in found.response["violations"]
    ]
    context.close()
    assert said == []
    assert wide <= width
    assert violations == []


@pytest.mark.parametrize("name", [name for name in PAGES if name != "not-here"])
def test_page_works_without_scripts(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(site + PAGES[name])

    assert page.locator("h1").count() == 1
    assert page.locator("main").inner_text().strip()
    context.close()


def test_page_is_printed_without_its_tools(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + PAGES["authority"])

    page.emulate_media(media="print")

    assert not page.locator(".menu").is_visible()
    assert page.locator("#asks .said").first.is_visible()
    page.close()


PAINTED = """lane => {
    const svg = lane.ownerSVGElement, box = svg.getBoundingClientRect();
    svg.scrollIntoView({block: "center"});
    const top = svg.getBoundingClientRect().top + box.height - 2;
    const share = parseFloat(document.querySelector(".year-line").getAttribute("x1")) / 100;
    const x = box.left + share * box.width;
    return [-1, 0, 1].some(by => document.elementFromPoint(x + by, top) === lane);
}"""
"""Whether the line of the first year is painted in a lane: only what is painted is hit."""


def test_years_are_seen_in_every_lane_of_a_timeline(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + PAGES["authority"])

    lanes = page.locator(".timeline .lanes use").all()

    assert lanes
    assert all(lane.evaluate(PAINTED) for lane in lanes)
    page.close()
