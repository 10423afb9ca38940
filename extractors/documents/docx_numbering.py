"""The numbers and bullets of lists in Word documents, which Word counts only when it shows them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from docx.oxml.ns import qn

from trigpoint.extractors.documents.lists import BULLET, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUM: Final = qn("w:num")
_NUM_ID: Final = qn("w:numId")
_ABSTRACT: Final = qn("w:abstractNum")
_ABSTRACT_ID: Final = qn("w:abstractNumId")
_LEVEL: Final = qn("w:lvl")
_ILVL: Final = qn("w:ilvl")
_VAL: Final = qn("w:val")
_STYLES: Final = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_SILENT: Final = "none"
_PLACE: Final = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    """How one level of a list is marked: `text` is a pattern such as "%1.%2"."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the items of a document's lists, in document order."""

    def __init__(self, element: Any | None) -> None:
        """Take the root of the numbering part, or None where there is none."""
        self._levels = dict(_lists(element)) if element is not None else {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def mark(self, list_id: str, level: int) -> str:
        """Count the next item and return what stands before it, with a space, or nothing."""
        levels = self._levels.get(list_id, {})
        shape = levels.get(level)
        if shape is None or list_id == "0" or shape.form == _SILENT:
            return ""
        if shape.form == "bullet":
            return BULLET
        self._count(list_id, level, shape.start)
        return _PLACE.sub(lambda place: self._number(list_id, int(place[1]) - 1), shape.text) + " "

    def _count(self, list_id: str, level: int, start: int) -> None:
        counts = self._counts[list_id]
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]

    def _number(self, list_id: str, level: int) -> str:
        shape = self._levels[list_id].get(level)
        if shape is None:
            return ""
        number = self._counts[list_id].get(level, shape.start)
        return ordinal(number, _STYLES.get(shape.form, "1"))


def _lists(element: Any) -> Iterator[tuple[str, dict[int, _Level]]]:
    shapes = {
        abstract.get(_ABSTRACT_ID): dict(map(_level, abstract.iterfind(_LEVEL)))
        for abstract in element.iterfind(_ABSTRACT)
    }
    for number in element.iterfind(_NUM):
        yield number.get(_NUM_ID), shapes.get(_value(number, "w:abstractNumId", ""), {})


def _level(element: Any) -> tuple[int, _Level]:
    return int(element.get(_ILVL, "0")), _Level(
        form=_value(element, "w:numFmt", "decimal"),
        text=_value(element, "w:lvlText", "%1."),
        start=int(_value(element, "w:start", "1")),
    )


def _value(element: Any, child: str, default: str) -> str:
    found = element.find(qn(child))
    return default if found is None else str(found.get(_VAL, default))
