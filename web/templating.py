"""Jinja with what every template needs: names and addresses of things, days, counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from trigpoint.web import words
from trigpoint.web.library import Library
from trigpoint.web.page_images import file_of
from trigpoint.web.settings import Settings

TEMPLATES: Final = Path(__file__).parent / "templates"
STATIC: Final = Path(__file__).parent / "static"
BUNDLE: Final = Path(__file__).parent / "dist"


def environment(library: Library, settings: Settings) -> Environment:
    """Return the environment in which pages are rendered; everything is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=words.day,
        when=words.when,
        letters=words.letters,
        tail=words.tail,
        spoken=words.spoken,
        href=library.href,
        label=library.label,
        thing_kind=library.kind_of,
    )
    made.globals.update(
        counted=words.counted,
        site=settings.title,
        has_bundle=lambda name: (BUNDLE / name).exists(),
        query_href=query_href,
        has_file=lambda facts: bool(facts and file_of(settings, facts["file"], facts["sha256"])),
    )
    return made


def query_href(path: str, thing: str = "") -> str:
    """Return the address that shows a query of ours in the editor, ready to run."""
    given: dict[str, Any] = {"panel": path} | ({"thing": thing} if thing else {})
    return f"/sparql?{urlencode(given, quote_via=quote)}"
