"""Results as data: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from trigpoint.web.search.entries import Entry
from trigpoint.web.search.index import Index
from trigpoint.web.search.results import Choice, Results
from trigpoint.web.search.searching import find

COLUMNS: Final = ("kind", "title", "text", "authority", "framework", "date", "href")


def as_row(entry: Entry) -> dict[str, str]:
    """Return an entry as the columns of the data."""
    values = (entry.kind, entry.title, entry.body, entry.authority, entry.framework, entry.date)
    return dict(zip(COLUMNS, (*values, entry.href), strict=True))


def as_json(results: Results) -> dict[str, Any]:
    """Return results as JSON values; what is absent is null."""
    return {
        "text": results.text,
        "shown": results.shown,
        "corrected": results.corrected,
        "someWords": results.some_words,
        "total": results.total,
        "facets": {
            name: [{"value": count.value, "count": count.number} for count in counts]
            for name, counts in results.facets
        },
        "groups": [
            {
                "kind": group.kind.name,
                "count": group.count,
                "hits": [
                    {name: value or None for name, value in as_row(hit.entry).items()}
                    for hit in group.hits
                ],
            }
            for group in results.groups
        ],
    }


def as_csv(index: Index, text: str, choice: Choice, *, exact: bool = False) -> str:
    """Return every hit of a choice, the best first."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    numbers = choice.narrow(index.entries, find(index, text, exact=exact).numbers)
    writer.writerows(as_row(index.entries[number]) for number in numbers)
    return out.getvalue()
