"""What a person sees on the terminal: tables and reports. Messages go to standard error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)
from rich.table import Table
from rich.text import Text

from trigpoint.consoles import err as _err
from trigpoint.consoles import out as _out
from trigpoint.consoles import remark
from trigpoint.graph.store.base import Answer, Store
from trigpoint.graph.store.files import write_whole
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.queries import Askable, Parameter, picture_queries, questions

if TYPE_CHECKING:  # each is imported by the command that has one to print
    from trigpoint.graph.check import Result
    from trigpoint.graph.evaluation import Score
    from trigpoint.pipeline import Built

_SEVERITY_STYLE: Final = {"Violation": "bold red", "Warning": "yellow", "Info": "dim"}
_STATUSES: Final = ("read", "copy", "unchanged", "not a report", "failed")


def print_built(built: Built) -> None:
    """Print how many files were read, unchanged, no reports or failed, and why those failed."""
    summary = Table(title="Files", title_justify="left")
    for heading in ("outcome", "files"):
        summary.add_column(heading, justify="right" if heading == "files" else "left")
    for status in _STATUSES:
        count = sum(receipt.status == status for receipt in built.receipts)
        if count or status != "copy":
            summary.add_row(status, str(count))
    _out.print(summary)
    if built.failed:
        failures = Table(title="Failed", title_justify="left")
        failures.add_column("file", overflow="fold")
        failures.add_column("cause and remedy", overflow="fold")
        for receipt in built.failed:
            failures.add_row(Text(receipt.path), Text(f"{receipt.cause}. {receipt.remedy}"))
        _out.print(failures)
    for receipt in built.receipts:
        for warning in receipt.warnings:
            _err.print(Text(f"{receipt.path}: {warning}", style="yellow"))


def write_log(built: Built, path: Path) -> None:
    """Write one JSON object a file."""
    rows = (
        {
            "file": receipt.path,
            "status": receipt.status,
            "graphs": receipt.graphs,
            "cause": receipt.cause,
            "remedy": receipt.remedy,
            "warnings": receipt.warnings,
        }
        for receipt in built.receipts
    )
    write_whole(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())


def print_results(results: Sequence[Result], form: str) -> None:
    """Print what a check found as text, JSON or a SHACL report in Turtle."""
    if form == "json":
        click.echo(json.dumps([result.as_dict() for result in results], indent=1))
    elif form == "turtle":
        click.echo(_shacl_report(results))
    else:
        _print_results(results)


def _print_results(results: Sequence[Result]) -> None:
    violations = sum(result.severity == "Violation" for result in results)
    warnings = sum(result.severity == "Warning" for result in results)
    for result in results:
        line = Text(result.severity.ljust(10), style=_SEVERITY_STYLE.get(result.severity, ""))
        _out.print(line + Text(f"{compact(result.focus)}\n    {result.rule}: {result.message}"))
    verdict = "The store is sound" if not violations else "The store breaks its own rules"
    _out.print(f"{verdict}: {violations} violations, {warnings} warnings.")


def _shacl_report(results: Iterable[Result]) -> str:
    from rdflib import RDF, BNode, Graph, Literal, URIRef  # noqa: PLC0415 - slow, for this alone
    from rdflib.namespace import SH  # noqa: PLC0415

    results = list(results)
    graph, report = Graph(), BNode()
    graph.bind("sh", SH)
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not results)))
    for result in results:
        node = BNode()
        graph.add((report, SH.result, node))
        graph.add((node, RDF.type, SH.ValidationResult))
        graph.add((node, SH.focusNode, URIRef(result.focus)))
        graph.add((node, SH.resultSeverity, SH[result.severity]))
        graph.add((node, SH.resultMessage, Literal(f"{result.rule}: {result.message}")))
    return graph.serialize(format="turtle")


def print_questions() -> None:
    """List all questions with their parameters."""
    _print_names("Questions", "asks", [(asked, asked.question) for asked in questions().values()])
    _err.print("Ask one: trigpoint ask NAME --PARAM VALUE    (? may be left out)")


def print_plots() -> None:
    """List all pictures with their parameters."""
    pictures = picture_queries().values()
    _print_names("Pictures", "shows", [(picture, picture.about) for picture in pictures])
    _err.print("Draw one: trigpoint plot NAME OUT.svg --PARAM VALUE    (? may be left out)")


def _print_names(title: str, heading: str, rows: Iterable[tuple[Askable, str]]) -> None:
    table = Table(title=title, title_justify="left", show_lines=False)
    table.add_column("name", no_wrap=True, style="bold")
    table.add_column(heading)
    table.add_column("parameters")
    for asked, about in rows:
        table.add_row(asked.name, about, _parameters(asked))
    _out.print(table)


def _parameters(asked: Askable) -> str:
    return " ".join(f"--{one.name}{_unless_given(one)}" for one in asked.parameters)


def _unless_given(parameter: Parameter) -> str:
    """Return what stands behind a parameter: nothing, its default as `=3?`, or `?`."""
    if parameter.required:
        return ""
    return f"={parameter.default}?" if parameter.default else "?"


def print_answer(answer: QuerySolutions, form: str, *, caveat: str = "") -> None:
    """Print the rows of an answer as a table, CSV, JSON or Markdown."""
    if form in ("csv", "json"):
        click.echo(_serialised(answer, form), nl=False)
        return
    columns, rows = _cells(answer)
    (_print_markdown if form == "markdown" else _print_table)(columns, rows)
    noun = "row" if len(rows) == 1 else "rows"
    remark(f"{len(rows)} {noun}. {caveat}".rstrip())


def _serialised(answer: QuerySolutions, form: str) -> bytes:
    formats = {
        "csv": QueryResultsFormat.CSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }
    return (answer.serialize(format=formats[form]) or b"") + (b"" if form == "csv" else b"\n")


def _cells(answer: QuerySolutions) -> tuple[list[str], list[list[str]]]:
    columns = [variable.value for variable in answer.variables]
    return columns, [[_shown(row[name]) for name in columns] for row in answer]


def _shown(term: object) -> str:
    if term is None:
        return ""
    value = str(getattr(term, "value", term))
    return compact(value) if isinstance(term, NamedNode) else value


def compact(iri: str) -> str:
    """Return an IRI with its prefix, where one of ours fits."""
    fitting = [(name, base) for name, base in PREFIXES.items() if iri.startswith(base)]
    if not fitting:
        return iri
    name, base = max(fitting, key=lambda pair: len(pair[1]))
    return f"{name}:{iri.removeprefix(base)}"


def _print_table(columns: list[str], rows: list[list[str]]) -> None:
    table = Table()
    for column in columns:
        table.add_column(column, overflow="fold", ratio=_width(column, rows, columns))
    for row in rows:
        table.add_row(*map(Text, row))
    _out.print(table)


def _width(column: str, rows: list[list[str]], columns: list[str]) -> int | None:
    place = columns.index(column)
    longest = max((len(row[place]) for row in rows), default=0)
    return None if longest <= 16 else min(longest, 80)


def _print_markdown(columns: list[str], rows: list[list[str]]) -> None:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(c.replace("|", "\\|").replace("\n", " ") for c in cells) + " |"

    click.echo("\n".join([line(columns), line("---" for _ in columns), *map(line, rows)]))


def print_sparql(answer: Answer, form: str | None) -> None:
    """Print any answer: rows, yes or no, or triples."""
    if isinstance(answer, QuerySolutions):
        if form in ("csv", "json", "xml"):
            click.echo(_serialised(answer, form), nl=False)
        else:
            print_answer(answer, "table")
    elif isinstance(answer, QueryBoolean):
        click.echo("true" if answer else "false")
    else:
        click.echo(_triples(answer, form or "turtle"), nl=False)


def _triples(triples: Iterable[Triple], form: str) -> str:
    quads = (Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    if form == "ntriples":
        return (serialize(quads, format=RdfFormat.N_TRIPLES) or b"").decode()
    return (serialize(quads, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def print_report(store: Store, name: str) -> None:
    """Print one report: its facts, then its findings with page and quote."""
    from trigpoint.reportview import view  # noqa: PLC0415

    view(store, name, _out)


def print_scores(scores: Sequence[Score], form: str, *, misses: bool) -> None:
    """Print precision and recall per family and field."""
    if form == "json":
        rows = [asdict(s) | {"precision": s.precision, "recall": s.recall} for s in scores]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    table = Table(title="Agreement with the labels", title_justify="left")
    table.add_column("family")
    table.add_column("field")
    for heading in ("labelled", "found", "strict", "soft", "precision", "recall", "F1"):
        table.add_column(heading, justify="right")
    for s in (s for s in scores if s.expected or s.found):
        shares = (f"{value:.3f}" for value in (s.precision, s.recall, s.f1))
        counts = map(str, (s.expected, s.found, s.strict, s.soft))
        table.add_row(s.family, s.field, *counts, *shares)
    _out.print(table)
    if misses:
        _print_misses(scores)


def _print_misses(scores: Sequence[Score]) -> None:
    for s in scores:
        for mark, lines in (("missed", s.missed), ("wrong", s.wrong)):
            for line in lines:
                _out.print(Text(f"{mark} {s.family}, {s.field}: {line}"))
