from __future__ import annotations

import pytest

from trigpoint.web.library import Library
from trigpoint.web.search.entries import Entry, read_entries
from trigpoint.web.search.index import Index

_TEXTS = (
    "Shorten the wait for speech and language therapy.",
    "Strengthen multi-agency planning for children who go missing.",
    "Strengthen multiagency planning after each strategy discussion.",
    "Ensure that children’s plans are reviewed by O’Hare House each term.",
    "Reduce waiting times for the café project.",
    'Write <b>"SMART"</b> plans & review them.',
)


@pytest.fixture(scope="session")
def index() -> Index:
    """Six invented recommendations, three authorities, two themes."""
    asked = [
        Entry(
            kind="recommendation",
            href=f"/asked/{number}",
            body=text,
            authority="quillborough" if number % 2 else "ambershire",
            framework="sif",
            date=f"{2014 + number}-05",
            year=f"{2014 + number}",
            context="Quillborough sif" if number % 2 else "Ambershire sif",
        )
        for number, text in enumerate(_TEXTS)
    ]
    named = [
        Entry("authority", "/q", "Quillborough", "Quillborough Borough Council · 901"),
        Entry("authority", "/q-on-sea", "Quillborough-on-Sea", "902"),
        Entry("authority", "/a", "Ambershire", "Ambershire County Council · 903"),
        Entry("theme", "/waits", "Waiting times", "waiting lists", "How long children wait."),
        Entry("theme", "/plans", "Plans", "", "What is written down for a child."),
    ]
    return Index([*asked, *named], "first")


@pytest.fixture(scope="session")
def whole(shelf: Library) -> Index:
    """Everything of the sample."""
    return Index(read_entries(shelf), shelf.version)
