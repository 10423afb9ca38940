"""Names of public bodies in a row: "This Council and That and Other Integrated Care Board"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SEPARATOR: Final = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_WHOLE: Final = re.compile(
    r"(?:\b(?:councils?|authority|boards?|ICBs?|CCGs?|trust|partnership|services?|teams?|leaders?"
    r"|groups?|constabulary|police|force|company|commissioners?|providers?|NHS|council’s"
    r"|collaborative|commission)|\([^()]*\))$",
    re.IGNORECASE,
)
_BOROUGH: Final = re.compile(r"(?:the )?(?:(?:london|royal) )?(?:borough|city|county) of ", re.I)


def bodies(text: str, area: str = "") -> Iterator[tuple[int, int]]:
    """Yield where each name stands; `area` is the authority's name, which may hold "and" itself.

    A name goes on past "and" and commas until it ends as bodies do: "Council", "Board", "(ICB)".
    """
    start = 0
    for gap in _SEPARATOR.finditer(text):
        if gap.start() > start and _is_whole(text[start : gap.start()], area):
            yield _trimmed(text, start, gap.start())
            start = gap.end()
    if text[start:].strip(" .,;"):
        yield _trimmed(text, start, len(text))


def _is_whole(name: str, area: str) -> bool:
    if _WHOLE.search(name):
        return True
    of_area = bool(area) and name.casefold().endswith(area.casefold())
    return of_area and bool(_BOROUGH.match(name))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space, an article in small letters and a full stop."""
    piece = text[start:end]
    article = re.match(r"\s*(?:(?:both|the) )*", piece)
    start += article.end() if article else 0
    return start, start + len(text[start:end].rstrip(" .,;"))
