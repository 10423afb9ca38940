"""Invented grades, and charts read as trees."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a scale."""

    words: str
    letters: str
    band: str
    place: int
    scale: str = "four"


GOOD = Point("good", "G", "upper", 2)
RI = Point("requires improvement", "RI", "middle", 3)
INADEQUATE = Point("inadequate", "I", "lower", 4)
INCONSISTENT = Point("inconsistent", "I", "middle", 2, "three")


def tree(chart: Markup) -> html.HtmlElement:
    """Return a chart as a tree."""
    return html.fragment_fromstring(str(chart), create_parent="main")


def texts(chart: Markup, path: str) -> list[str]:
    """Return the words of each element that an XPath names."""
    return [" ".join(one.text_content().split()) for one in tree(chart).xpath(path)]
