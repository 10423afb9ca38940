"""Turns measured shapes into markup: one template for each chart."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from trigpoint.web.words import counted, day

_INDENTED: Final = re.compile(r"\s*\n\s*")
_TEMPLATES: Final = Path(__file__).parent.parent / "templates" / "charts"


def draw(template: str, **values: object) -> Markup:
    """Return `templates/charts/TEMPLATE.html` filled with values, all escaped, and not indented."""
    drawn = _environment().get_template(f"{template}.html").render(values)
    return Markup(_INDENTED.sub("\n", drawn))  # noqa: S704


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, number=number)
    made.globals.update(counted=counted)
    return made


def number(value: float) -> str:
    """Return a coordinate with at most two decimals, as short as it can be.

    >>> number(12.0), number(1 / 3)
    ('12', '0.33')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def identifier(*parts: Any) -> str:
    """Return a name for an element of a page, the same for the same values.

    >>> identifier("map", "Latest grades: 2024")
    'map-latest-grades-2024'
    """
    text = "-".join(str(part) for part in parts).lower()
    return "-".join("".join(one if one.isalnum() else " " for one in text).split())
