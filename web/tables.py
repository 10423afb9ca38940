"""Tables with their state in the address: searched, narrowed by facets, sorted, cut into pages.

The state of table `asks` stands in the parameters `asks.q`, `asks.sort`, `asks.page`, `asks.whole`
(the facet shown with all its values) and `asks.COLUMN` for each facet; a table that is alone on its
page has no prefix.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias
from urllib.parse import urlencode

from trigpoint.web.negotiation import CSV, JSON, XLSX, Format

Row: TypeAlias = Mapping[str, str]
Query: TypeAlias = Sequence[tuple[str, str]]
"""The parameters of an address, in order, as often as they stand there."""

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")
_FACET_VALUES: Final = 12
"""As many values of a facet are shown until all are asked for."""
_PARTS_OF_NUMBERS: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: name in the rows, title for people, what it means, whether it is a facet.

    `numbered`: its values are numbers of lines, and 5.10 comes after 5.9.
    """

    name: str
    title: str
    about: str = ""
    facet: bool = False
    hidden: bool = False
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What a reader has chosen of a table."""

    words: str = ""
    sort: str = ""
    page: int = 1
    facets: tuple[tuple[str, str], ...] = ()
    whole: str = ""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: how many rows it would leave, and the address that chooses it."""

    value: str
    count: int
    chosen: bool
    href: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a table: the rows of one page, and addresses of every other state."""

    table: Table
    state: State
    rows: tuple[Row, ...]
    total: int
    pages: int
    facets: tuple[tuple[Column, tuple[FacetValue, ...]], ...]
    query: Query = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that people see."""
        return tuple(column for column in self.table.columns if not column.hidden)

    def sort_href(self, name: str) -> str:
        """Return the address that sorts by a column, downwards if it is sorted upwards now."""
        return self._href(sort=f"-{name}" if self.state.sort == name else name, page="")

    def page_href(self, page: int) -> str:
        """Return the address of another page of rows."""
        return self._href(page=str(page))

    def sorted_by(self, name: str) -> str:
        """Return `ascending`, `descending` or `none`, as ARIA calls it."""
        if self.state.sort.lstrip("-") != name:
            return "none"
        return "descending" if self.state.sort.startswith("-") else "ascending"

    @property
    def touched(self) -> bool:
        """Whether a reader has chosen anything of it."""
        return self.state != State()

    def whole_href(self, name: str) -> str:
        """Return the address that shows all values of a facet."""
        return self._href(whole=name)

    @property
    def clear_href(self) -> str:
        """The address of the whole table."""
        return self._href(q="", page="", **{name: "" for name, _ in self.state.facets})

    def facet_values(self, name: str) -> tuple[FacetValue, ...]:
        """Return the values of a facet that are shown: the commonest and the chosen, or all."""
        values = next((values for column, values in self.facets if column.name == name), ())
        if self.state.whole == name:
            return values
        return tuple(v for place, v in enumerate(values) if v.chosen or place < _FACET_VALUES)

    @property
    def kept(self) -> Query:
        """Parameters of the address that a search form has to carry on."""
        own = {f"{self.table.prefix}q", f"{self.table.prefix}page"}
        return [(name, value) for name, value in self.query if name not in own]

    def _href(self, **changes: str) -> str:
        return address(self.query, {f"{self.table.prefix}{n}": v for n, v in changes.items()})


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; cells are texts, those of sets separated by `; `.

    `download` is the address, without ending, from which all rows are to be had.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    download: str = ""
    page_rows: int = field(default=50)

    @property
    def prefix(self) -> str:
        """What its parameters begin with."""
        return f"{self.name}." if self.name else ""

    def state(self, query: Query) -> State:
        """Read the state from an address."""
        given = dict(query)
        page = given.get(f"{self.prefix}page", "1")
        names = [column.name for column in self.columns if column.facet]
        chosen = [(n, given[f"{self.prefix}{n}"]) for n in names if given.get(f"{self.prefix}{n}")]
        return State(
            words=given.get(f"{self.prefix}q", "").strip(),
            sort=given.get(f"{self.prefix}sort", ""),
            page=max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1,
            facets=tuple(chosen),
            whole=given.get(f"{self.prefix}whole", ""),
        )

    def shown(self, query: Query) -> Shown:
        """Return what the address asks to see."""
        state = self.state(query)
        found = self.chosen(state)
        pages = max(1, -(-len(found) // self.page_rows))
        page = min(state.page, pages)
        rows = found[(page - 1) * self.page_rows : page * self.page_rows]
        facets = tuple(self._facets(state, query))
        return Shown(self, replace(state, page=page), rows, len(found), pages, facets, query)

    def chosen(self, state: State) -> tuple[Row, ...]:
        """Return all rows that a state leaves, sorted."""
        words = state.words.casefold().split()
        names = [column.name for column in self.columns if not column.hidden]
        rows = [
            row
            for row in self.rows
            if all(value in _values(row.get(name, "")) for name, value in state.facets)
            and (not words or _holds(row, names, words))
        ]
        name = state.sort.lstrip("-")
        if column := next((one for one in self.columns if one.name == name), None):
            rows.sort(key=lambda row: sort_key(row.get(name, ""), numbered=column.numbered))
            if state.sort.startswith("-"):
                rows.reverse()
        return tuple(rows)

    def _facets(
        self, state: State, query: Query
    ) -> Iterable[tuple[Column, tuple[FacetValue, ...]]]:
        chosen = dict(state.facets)
        for column in self.columns:
            if column.facet:
                others = tuple(one for one in state.facets if one[0] != column.name)
                rows = self.chosen(replace(state, facets=others, sort=""))
                counts = Counter(v for row in rows for v in _values(row.get(column.name, "")))
                if len(counts) > 1 or column.name in chosen:
                    yield column, tuple(self._values(column, counts, chosen, query))

    def _values(
        self, column: Column, counts: Counter[str], chosen: Mapping[str, str], query: Query
    ) -> Iterable[FacetValue]:
        for value, count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
            now = chosen.get(column.name) == value
            name = f"{self.prefix}{column.name}"
            href = address(query, {name: "" if now else value, f"{self.prefix}page": ""})
            yield FacetValue(value, count, now, href)

    def written(self, form: Format, query: Query = ()) -> bytes:
        """Return all chosen rows as CSV, JSON or an Excel workbook."""
        names = [column.name for column in self.columns]
        rows = self.chosen(self.state(query))
        return _WRITERS[form.ending](names, rows)


def address(query: Query, changes: Mapping[str, str]) -> str:
    """Return `?...` with some parameters set anew; those set to nothing are gone."""
    kept = [(name, value) for name, value in query if name not in changes]
    return "?" + urlencode([*kept, *((n, v) for n, v in changes.items() if v)])


def sort_key(value: str, *, numbered: bool = False) -> tuple[bool, list[tuple[int, float, str]]]:
    """Return a key that puts 9 before 10, also within words, and what is absent last."""
    if _NUMBER.fullmatch(value) and not numbered:
        return False, [(0, float(value), "")]
    parts = _PARTS_OF_NUMBERS.split(value.casefold())
    return not value, [(0, float(p), "") if p.isdecimal() else (1, 0.0, p) for p in parts if p]


def _values(cell: str) -> list[str]:
    return [value for value in cell.split("; ") if value]


def _holds(row: Row, names: Iterable[str], words: Iterable[str]) -> bool:
    text = " ".join(row.get(name, "") for name in names).casefold()
    return all(word in text for word in words)


def _csv(names: Sequence[str], rows: Sequence[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _json(names: Sequence[str], rows: Sequence[Row]) -> bytes:
    plain = [{name: row.get(name, "") or None for name in names} for row in rows]
    return json.dumps({"columns": list(names), "rows": plain}, ensure_ascii=False).encode()


def _xlsx(names: Sequence[str], rows: Sequence[Row]) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 - optional

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with Workbook(out, options) as book:
        sheet = book.add_worksheet("rows")
        bold = book.add_format({"bold": True})
        sheet.write_row(0, 0, names, bold)
        for number, row in enumerate(rows, start=1):
            for place, name in enumerate(names):
                value = row.get(name, "")
                if _NUMBER.fullmatch(value) and len(value) < 16:
                    sheet.write_number(number, place, float(value))
                elif value:
                    sheet.write_string(number, place, value[:32_767])
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(names) - 1)
    return out.getvalue()


_WRITERS: Final = {CSV.ending: _csv, JSON.ending: _json, XLSX.ending: _xlsx}
