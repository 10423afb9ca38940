"""Records of Judgement Recording Statements: tables of numbered items with a grade each.

A text conversion may keep the table's cells or run them together, a grade before, inside or after
its label, now and then losing one. A grade is given to an item only where no other reading is
possible: it stands on the item's own line, or within its words, or the rows beside it leave no
other place for it. Any other grade is left out, and the item says that it cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from trigpoint.extractors.documents import Document, Line
from trigpoint.extractors.findings import Reason
from trigpoint.extractors.parts.alignment import GRADE, Found, align
from trigpoint.extractors.parts.alignment import Line as Item
from trigpoint.extractors.parts.assignment import certain
from trigpoint.extractors.parts.grid import Grid, Word, grid
from trigpoint.extractors.parts.markup import clean

_START: Final = re.compile(r"required\s+inspection\s+judgement", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"(?:.*\W)?record of judgement recording statements[^\d]*", re.IGNORECASE
)  # in the contents a page number follows
_END: Final = re.compile(
    r"numerical\s+judgements?\b|point\s+scale|under\s+fieldwork|\bgrades?\s+1\b|no\s+fieldwork\s+was"
    r"|^\W*appendix\b",
    re.IGNORECASE,
)
_FLAG: Final = re.compile(r"NF|NI")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?[a-z]?")
_UNLISTED: Final = re.compile(
    r"\W*(\d+(?:\.\d+)?[a-z]?)\s+(\D.{8,}?)\s+([1-7])(?:\s+(?:NF|NI))?\W*"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the record: its grade as printed, or why there is none.

    `fieldwork` is None where the table does not say, or where its columns are lost.
    """

    key: str
    number: str
    label: str
    section: str
    start: int
    end: int
    grade: int | None = None
    reason: Reason | None = None
    fieldwork: bool | None = None


def record_lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of the record, from its header on; none where there is no record."""
    lines = document.lines
    heads = [n for n, line in enumerate(lines) if _START.search(line.text)]
    titles = [n for n, line in enumerate(lines) if _HEADING.fullmatch(line.text)]
    begin = next(iter((*heads, *titles)), None)
    if begin is None:
        return ()
    stop = next((n for n in range(begin + 1, len(lines)) if _ends(lines[n])), len(lines))
    return lines[begin:stop]


def _ends(line: Line) -> bool:
    return bool(_END.search(line.text[:400])) and not _START.search(line.text)


def read_record(document: Document, items: Sequence[Item]) -> tuple[Row, ...]:
    """Return the rows of a document's record in the order of the table."""
    table = grid(record_lines(document))
    found = align(table, items)
    grades = _grades(table, found, items)
    rows = [_row(document, table, one, grades.get(n)) for n, one in enumerate(found)]
    return tuple(sorted([*rows, *_unlisted(table, found)], key=lambda row: row.start))


def _grades(table: Grid, found: Sequence[Found], items: Sequence[Item]) -> dict[int, list[Word]]:
    used = {word for one in found for word in one.all}
    unlisted = {place for place, _ in _unlisted_lines(table, found)}
    free = (w for w in table.words if w not in used and w.line not in unlisted)
    digits = [word for word in free if GRADE.fullmatch(word.text)]
    grades: dict[int, list[Word]] = {}
    loose = []
    for digit in digits:
        row = _beside(table, found, digit)
        row = _within(found, digit) if row is None else row
        if row is None:
            loose.append(digit)
        else:
            grades.setdefault(row, []).append(digit)
    for row, digit in certain(*_chain(loose, found, grades, items)).items():
        grades[row] = [digit]
    return grades


def _beside(table: Grid, found: Sequence[Found], digit: Word) -> int | None:
    """Return the one row whose lines run past the digit, where lines can be trusted."""
    line = table.lines[digit.line]
    if line.box is None and digit.segment is None and not _UNLISTED.fullmatch(line.text):
        return None
    rows = [n for n, one in enumerate(found) if _spans(one, digit)]
    return rows[0] if len(rows) == 1 else None


def _spans(one: Found, digit: Word) -> bool:
    same_page = [word for word in one.words if word.page == digit.page]
    if not same_page:
        return False
    top, bottom = min(w.top for w in same_page), max(w.bottom for w in same_page)
    return top <= digit.middle <= bottom


def _within(found: Sequence[Found], digit: Word) -> int | None:
    rows = (n for n, one in enumerate(found) if one.start < digit.start < one.end)
    return next(rows, None)


def _chain(
    loose: Sequence[Word],
    found: Sequence[Found],
    grades: dict[int, list[Word]],
    items: Sequence[Item],
) -> tuple[list[list[Word]], list[bool]]:
    """Sort the loose digits into the gaps between rows, none into one that lacks an item."""
    places = [items.index(one.item) for one in found]
    gaps: list[list[Word]] = [[] for _ in range(len(found) + 1)]
    free = [row not in grades for row in range(len(found))]
    for digit in loose:
        gaps[sum(one.start < digit.start for one in found)].append(digit)
    for gap in range(1, len(found)):
        if gaps[gap] and places[gap] - places[gap - 1] != 1:
            gaps[gap] = []
            free[gap - 1] = free[gap] = False
    return gaps, free


def _row(document: Document, table: Grid, one: Found, digits: list[Word] | None) -> Row:
    grade = digits[0] if digits and len(digits) == 1 else None
    words = (*one.all, *((grade,) if grade else ()))
    end = max(word.end for word in words)
    flag = _flag(table, end, one)
    reason: Reason = "conflicting" if digits else "not-judged" if flag else "unreadable"
    return Row(
        key=one.item.key,
        number=_number(table, one),
        label=_label(document, one, {*words} - {*one.words}),
        section=table.title_above(one.start),
        start=min(word.start for word in words),
        end=flag.end if flag else end,
        grade=int(grade.text) if grade else None,
        reason=None if grade else reason,
        fieldwork=_fieldwork(table, grade, flag),
    )


def _number(table: Grid, one: Found) -> str:
    """Return the number printed at the head of the row, or else the framework's own."""
    before = table.words[max(table.words.index(one.words[0]) - 1, 0)]
    at_head = before.start == table.lines[before.line].start and before.line == one.words[0].line
    printed = one.number is None and at_head and _NUMBER.fullmatch(before.text)
    return before.text if printed else one.item.number


def _flag(table: Grid, end: int, one: Found) -> Word | None:
    """Find the "NF" right after the row's last word."""
    after = (word for word in table.words if word.start >= end)
    following = next(after, None) if table.flags else None
    if following is None or not _FLAG.fullmatch(following.text):
        return None
    return following if following.start - end < 40 or following.line == one.words[-1].line else None


def _fieldwork(table: Grid, grade: Word | None, flag: Word | None) -> bool | None:
    if flag:
        return False
    if grade is None:
        return None
    if table.flags:
        return True
    unseen = table.is_unseen(grade)
    return None if unseen is None else not unseen


def _label(document: Document, one: Found, others: set[Word]) -> str:
    """Join the label as printed, without what else stands among its words."""
    inner = [(w.start, w.end) for w in others if one.words[0].start < w.start < one.words[-1].end]
    end = one.words[-1].end
    closed = document.text[end : end + 1] == ")"
    text, at = "", one.words[0].start
    for start, stop in [*sorted(inner), (end + closed, end)]:
        text += document.text[at:start] + " "
        at = stop
    return clean(text)


def _unlisted(table: Grid, found: Sequence[Found]) -> Iterator[Row]:
    for place, whole in _unlisted_lines(table, found):
        line = table.lines[place]
        grade = next(w for w in table.words if w.start == line.start + whole.start(3))
        flagged = bool(_FLAG.search(line.text[whole.end(3) :]))
        yield Row(
            key=whole[1],
            number=whole[1],
            label=clean(whole[2]),
            section=table.title_above(line.start),
            start=line.start,
            end=line.end,
            grade=int(whole[3]),
            fieldwork=_fieldwork(table, grade, grade if flagged else None),
        )


def _unlisted_lines(table: Grid, found: Sequence[Found]) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield rows that stand whole on a line, with a label that the framework has not."""
    known = {word.line for one in found for word in one.all}
    for place, line in enumerate(table.lines):
        whole = _UNLISTED.fullmatch(line.text)
        if whole and place not in known:
            yield place, whole
