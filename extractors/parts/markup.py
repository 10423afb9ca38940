"""Markdown and HTML remains of a conversion: taken out of values, kept in quotes."""

from __future__ import annotations

import html
import re
from typing import Final

_MARK: Final = re.compile(r"[<*\[\\#&]")  # what all markup has: most lines have none
_FOOTNOTE: Final = re.compile(r"<sup>\s*\d+\s*</sup>")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>")
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STRONG: Final = re.compile(r"(?<!\\)(\*{2,3})(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w\\])\*(?=\S)([^*]+?)(?<=\S)\*(?!\w)")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
_HASHES: Final = re.compile(r"^\s*#{1,6}\s+")
_BROKEN_WORD: Final = re.compile(r"(?<=\w)- (?!(?:and|or|to|nor)\b(?!-))(?=[a-z])")

BULLET: Final = re.compile(
    r"\s*[-–—−*•‣⁃·∙\x80-\x9f\u25a0-\u25ff\u2610-\u2612\u2700-\u27bf\uf000-\uf0ff](?:\s+|$)"
)
"""A bullet at the start of a line, of any usual glyph, with the space after it."""


def clean(text: str) -> str:
    """Return `text` without markup, white space folded, words broken at a line end joined."""
    plain = _unmarked(text) if _MARK.search(text) else text
    return _BROKEN_WORD.sub("-", " ".join(plain.split()))


def _unmarked(text: str) -> str:
    text = _TAG.sub(" ", _FOOTNOTE.sub("", text))
    text = _LINK.sub(r"\1", _HASHES.sub("", text))
    text = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", text))
    return html.unescape(_ESCAPE.sub(r"\1", text))


def unbulleted(text: str) -> str:
    """Return `text` without the bullet before it."""
    return BULLET.sub("", text, count=1) if BULLET.match(text) else text
