"""Analyses on the terminal: what there is, and one of them as a table, CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import io
import json

import click
from rich.table import Table
from rich.text import Text

from trigpoint.consoles import out, remark
from trigpoint.graph.analysis import Analysed, analyses
from trigpoint.queries import view as view_of


def list_analyses() -> None:
    """List all analyses with the view that each measures and its parameters."""
    table = Table(title="Analyses", title_justify="left")
    for heading in ("name", "shows", "view", "parameters"):
        table.add_column(heading)
    for one in analyses().values():
        parameters = " ".join(f"--{p.name}?" for p in view_of(one.view).parameters)
        table.add_row(one.name, one.about, one.view, parameters)
    out.print(table)


def view(done: Analysed, form: str) -> None:
    """Print the rows of an analysis; as a table, with the meaning of its columns below."""
    if form == "table":
        _print_table(done)
    else:
        click.echo(_FORMS[form](done), nl=False)
    remark(done.analysis.caveat)


def _print_table(done: Analysed) -> None:
    table = Table(title=done.analysis.title, title_justify="left")
    columns = done.columns[:-1]  # the IRI is for programs
    for column in columns:
        table.add_column(column)
    for row in done.rows():
        table.add_row(*(Text(_text(value)) for value in row[:-1]))
    out.print(table)
    for column, meaning in done.analysis.columns.items():
        out.print(Text(f"{column}: {meaning}"))


def _csv(done: Analysed) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(done.columns)
    writer.writerows([_text(value) for value in row] for row in done.rows())
    return text.getvalue()


def _json(done: Analysed) -> str:
    rows = [dict(zip(done.columns, row, strict=True)) for row in done.rows()]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def _markdown(done: Analysed) -> str:
    lines = [done.columns, ["---"] * len(done.columns), *done.rows()]
    cells = ((_text(value).replace("|", "\\|") for value in line) for line in lines)
    return "".join(f"| {' | '.join(line)} |\n" for line in cells)


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


_FORMS = {"csv": _csv, "json": _json, "markdown": _markdown}
