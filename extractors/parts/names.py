"""Names of authorities as printed, made plain; and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_TITLES: Final = re.compile(
    r"^(?:(?:the )?(?:royal )?(?:london |metropolitan )?borough(?: council)? of |the )"
    r"|[’']s(?= local)"
    r"|\s+(?:local education authority|local authority|lea|council|(?:metropolitan |city and )?"
    r"(?:borough|district|county|city|unitary)(?: authority)?(?: council)?)\b\W*",
    re.IGNORECASE,
)
_SMALL: Final = frozenset({"and", "by", "in", "le", "of", "on", "the", "under", "upon", "with"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def authority_name(printed: str) -> str:
    """Return the name without "Council", "Borough of" and the like; capitals are set down."""
    name = " ".join(printed.split())
    while (shorter := _TITLES.sub("", name).strip(" ,.:;-–")) != name:
        name = shorter
    return _set_down(name) if name.isupper() else name


def _set_down(name: str) -> str:
    def word(match: re.Match[str]) -> str:
        low = match[0].lower()
        return low if match.start() and low in _SMALL else low.capitalize()

    return _WORD.sub(word, name)


def listed(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each name stands in "A, B and C"; only the last "and" parts two names."""
    parts = list(re.finditer(r"[^,;]+", text))
    for part in parts[:-1]:
        yield _trimmed(text, *part.span())
    if parts:
        yield from _last(text, *parts[-1].span())


def _last(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    joined = re.search(r"\band\s", text[start:end])
    if joined and text[start : start + joined.start()].strip():
        yield _trimmed(text, start, start + joined.start())
    yield _trimmed(text, start + joined.end() if joined else start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" .*"))
    return start, start + len(piece.strip(" .*"))
