"""One report on the terminal: its facts, then what it found, each with page and quote."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from trigpoint.graph.questions import find
from trigpoint.graph.store.base import Store
from trigpoint.graph.tables import Row, read_rows


def _judgement(row: Row) -> Text:
    verdict = row["grade"] or "no grade"
    rank = f" ({row['rank']} on {row['scale']})" if row["rank"] else ""
    fieldwork = ", no fieldwork" if row["fieldwork"] == "false" else ""
    label = f"{row['number']} {row['function_label']}".strip()
    return Text.assemble(f"{label}: ", (verdict, "bold"), f"{rank}{fieldwork}")


def _recommendation(row: Row) -> Text:
    purpose = f"{row['purpose']}: " if row["purpose"] and row["purpose"] not in row["text"] else ""
    return Text.assemble((f"{row['position']}. ", "bold"), (purpose, "italic"), row["text"])


def _finding(row: Row) -> Text:
    return Text.assemble((f"{row['kind']}: ", "bold"), row["text"])


def _fact(row: Row) -> Text:
    return Text.assemble((f"{row['field'].replace('_', ' ')}: ", "bold"), row["value"])


def _gap(row: Row) -> Text:
    what = " ".join(filter(None, (row["field"], row["subject"])))
    return Text(f"{what}: {row['reason']}{'. ' if row['note'] else ''}{row['note']}")


_PARTS: Final[tuple[tuple[str, str, Callable[[Row], Text]], ...]] = (
    ("facts", "Facts", _fact),
    ("judgements", "Judgements", _judgement),
    ("recommendations", "Recommendations", _recommendation),
    ("findings", "Strengths and weaknesses", _finding),
    ("gaps", "Not found", _gap),
)


def view(store: Store, name: str, out: Console) -> None:
    """Print a report; raises UnknownName when no report, or more than one, has that name."""
    report = find(store, "report", name).value
    out.print(Text(report, style="bold underline"))
    for table, title, line in _PARTS:
        _, rows = read_rows(store, table, report=report)
        if rows:
            out.print(Text(f"\n{title} ({len(rows)})", style="bold cyan"))
        for row in rows:
            out.print(Padding(line(row), (0, 0, 0, 2)))
            if row.get("page"):
                out.print(Padding(_place(row), (0, 0, 0, 4)), style="dim")


def _place(row: Row) -> Text:
    quote = row.get("quote", "")
    said = f' "{quote}"' if quote and len(quote) <= 160 else ""
    return Text(f"page {row['page']}, {row['start']}-{row['end']}{said}")
