"""A real browser on a real server: Debian's Chromium, driven by Playwright, over the sample."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright
from tests.web.sparql.serving import listening, thread_of

from trigpoint.graph.store import EmbeddedStore
from trigpoint.web.server import create_app

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def site(sample_store: EmbeddedStore) -> Iterator[str]:
    """The address of a server over the sample."""
    config = uvicorn.Config(create_app(sample_store), log_level="critical", ws="none")
    with listening() as bound, thread_of(uvicorn.Server(config), bound):
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


@pytest.fixture(scope="module")  # its event loop runs as long as it is open, and others need theirs
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("no Chromium here: on Debian, apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def screenshots(root: Path) -> Path:
    """Where pictures of pages are left for people to look at."""
    folder = root / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
