"""What a right reading of a sample finds, gathered from the marks in its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Final, TypeAlias

from trigpoint.data.sample.press.marks import (
    END,
    FINDINGS,
    RECOMMENDATIONS,
    Mark,
    graded,
    parse_mark,
)
from trigpoint.data.sample.press.markup import Block, Row, Source, unmarked

_ITEM_KINDS: Final = frozenset({"paragraph", "bullet", "sub-bullet", "numbered"})
_CONTEXT_ITEMS: Final = {"lea-2003": {"1", "2"}, "lea-2004": {"1", "2.3"}}
_HEADED: Final = re.compile(r"\*\*(?P<heading>[^*]+):\*\* (?P<text>.+)")
_NUMBERED: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?)\.? (?P<label>.+)")
_NOT_TEXT: Final = re.compile(r"^\(\d+\) |;(?: and)?$")
_CELL_BREAK: Final = re.compile(r" // (?:- )?")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A framework's item with its grade; `fieldwork` is None where no column tells."""

    number: str
    label: str
    scale: str
    grade: str
    rank: int
    section: str = ""
    fieldwork: bool | None = None
    part: str = ""


@dataclass(slots=True)
class Item:
    """A recommendation or finding; what stands under it is added to its text.

    The text begins with the `lead`, the words above the list, where each item goes on with them.
    """

    kind: str
    text: str
    section: str
    heading: str = ""
    purpose: str = ""
    addressees: tuple[str, ...] = ()
    part: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A grade said in prose, of now ("current") or of an earlier time ("previous")."""

    grade: str
    time: str
    quote: str


@dataclass(slots=True)
class Reading:
    """What has been gathered so far, and under which heading and mark."""

    framework: str
    facts: dict[str, list[str]] = field(default_factory=dict)
    judgements: list[Judgement] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    section: str = ""
    mark: Mark = END
    in_paragraph: bool = False


def expected(source: Source) -> dict[str, Any]:
    """Return what a right reading of the source finds, as plain values for JSON."""
    reading = Reading(source.settings["framework"])
    for block in source.blocks:
        _read_block(block, reading)
    return {
        "family": source.settings["family"],
        "framework": reading.framework,
        "kind": source.settings["kind"],
        "facts": reading.facts,
        "judgements": [asdict(judgement) for judgement in reading.judgements],
        "recommendations": [asdict(item) for item in reading.items if item.kind in RECOMMENDATIONS],
        "findings": [_finding(item) for item in reading.items if item.kind in FINDINGS],
        "statements": [asdict(statement) for statement in reading.statements],
    }


def _finding(item: Item) -> dict[str, str]:
    return {"kind": item.kind, "text": item.text, "section": item.section}


def _read_block(block: Block, reading: Reading) -> None:
    if block.kind == "heading":
        reading.section, reading.mark = unmarked(block.text), END
    elif block.kind == "mark":
        reading.mark, reading.in_paragraph = parse_mark(block.text), False
        _ONE_OFF.get(reading.mark.name, _nothing)(reading)
    elif block.kind == "table":
        _TABLES.get(reading.mark.name, _no_rows)(block.rows, reading)
    elif block.kind in _ITEM_KINDS and reading.mark.name in RECOMMENDATIONS + FINDINGS:
        _read_item(block, reading)


def _read_fact(reading: Reading) -> None:
    name, value = reading.mark.words
    reading.facts.setdefault(name, []).append(value)


def _read_statement(reading: Reading) -> None:
    reading.statements.append(Statement(*reading.mark.words))


def _read_judgement(reading: Reading) -> None:
    scale, label, printed = reading.mark.words
    part = reading.mark.settings.get("part", "")
    reading.judgements.append(Judgement("", label, scale, *graded(scale, printed), part=part))


def _read_judgements(rows: tuple[Row, ...], reading: Reading) -> None:
    """Read a table of label and grade, or of number, label, grade and a flag of no fieldwork."""
    section = ""
    for row in rows:
        cells = [unmarked(cell) for cell in row.cells]
        if row.kind == "section":
            section = cells[0]
        elif row.kind == "body" and len(cells) == 2:
            reading.judgements.append(_short_row(*cells, scale=reading.mark.words[0]))
        elif row.kind == "body":
            reading.judgements.append(_record_row(cells, section, reading))


def _short_row(label: str, printed: str, *, scale: str) -> Judgement:
    found = _NUMBERED.match(label)
    number, label = (found["number"], found["label"]) if found else ("", label)
    return Judgement(number, label, scale, *graded(scale, printed))


def _record_row(cells: list[str], section: str, reading: Reading) -> Judgement:
    """Read a row whose last cell is a flag beside the grade or, in 2003, holds the grade itself."""
    number, label, printed, flag = cells
    is_context = number in _CONTEXT_ITEMS[reading.framework]
    scale = "lea-context-5" if is_context else reading.mark.words[0]
    return Judgement(
        number, label, scale, *graded(scale, printed or flag), section, fieldwork=not flag
    )


def _read_item(block: Block, reading: Reading) -> None:
    """Take a paragraph or list item; a bullet under either belongs to it."""
    if block.kind == "sub-bullet" or (block.kind == "bullet" and reading.in_paragraph):
        reading.items[-1].text += " " + unmarked(block.text)
        return
    reading.in_paragraph = block.kind == "paragraph"
    headed = _HEADED.match(block.text)
    heading, text = (headed["heading"], headed["text"]) if headed else ("", block.text)
    _add_item(reading, text, heading=heading, addressee=reading.mark.settings.get("to", ""))


def _read_item_rows(rows: tuple[Row, ...], reading: Reading) -> None:
    """Read a table of recommendations: the text, or the responsible body and the text."""
    for row in rows:
        if row.kind == "body":
            addressee = row.cells[0] if len(row.cells) == 2 else ""
            _add_item(reading, row.cells[-1], addressee=addressee)


def _add_item(reading: Reading, text: str, *, heading: str = "", addressee: str = "") -> None:
    settings = reading.mark.settings
    lead = settings.get("lead", "")
    words = _NOT_TEXT.sub("", _CELL_BREAK.sub(" ", unmarked(text)))
    reading.items.append(
        Item(
            reading.mark.name,
            f"{lead} {words}".strip(),
            reading.section,
            heading,
            settings.get("purpose", ""),
            (addressee,) if addressee else (),
            settings.get("part", ""),
            lead,
        )
    )


def _read_both(rows: tuple[Row, ...], reading: Reading) -> None:
    """Read a table of strengths beside weaknesses, in sections."""
    for row in rows:
        if row.kind == "section":
            reading.section = unmarked(row.cells[0])
        elif row.kind == "body":
            for kind, cell in zip(("strength", "weakness"), row.cells, strict=True):
                texts = (text.strip() for text in cell.removeprefix("- ").split("// - "))
                reading.items.extend(Item(kind, text, reading.section) for text in texts if text)


def _nothing(_: Reading) -> None:
    """Gather nothing: the mark speaks of the blocks that follow."""


def _no_rows(_: tuple[Row, ...], __: Reading) -> None:
    """Pass over a table that no mark speaks of."""


_Rows: TypeAlias = Callable[[tuple[Row, ...], Reading], None]
_ONE_OFF: Final[dict[str, Callable[[Reading], None]]] = {
    "fact": _read_fact,
    "states": _read_statement,
    "judgement": _read_judgement,
}
_TABLES: Final[dict[str, _Rows]] = {
    "judgements": _read_judgements,
    "both": _read_both,
    **dict.fromkeys(RECOMMENDATIONS, _read_item_rows),
}
