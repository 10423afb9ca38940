"""The questions: their list, and each with its form, its answer and the query itself."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from trigpoint.errors import TrigpointError
from trigpoint.graph.questions import ask
from trigpoint.graph.store.base import Term
from trigpoint.ontology.namespaces import CONCEPT, ID
from trigpoint.queries import Parameter, Question, question, questions, read_query
from trigpoint.web import charts
from trigpoint.web.library import Library
from trigpoint.web.page import Page
from trigpoint.web.pages.drawn import counted_rows
from trigpoint.web.tables import Column, Query, Row, Table

_SECONDS = 10.0
_FACETS = frozenset({"authority", "framework", "kind", "theme", "function", "grade", "year"})


def contents(_library: Library, _query: Query) -> Page:
    """Return the list of all questions."""
    rows = tuple(
        {"name": one.name, "title": one.title, "question": one.question}
        for one in questions().values()
    )
    columns = (Column("title", "Question"), Column("question", "In full"), Column("name", "Name"))
    table = Table(columns, rows, page_rows=200)
    return Page("questions.html", "Questions", {}, (table,))


def page(library: Library, name: str, query: Query) -> Page:
    """Return the page of one question; raises UnknownName for a name not known."""
    asked = question(name)
    given = given_of(asked, query)
    table, problem = None, ""
    if ready(asked, given):
        try:
            table = answer(library, asked, given, query)
        except TrigpointError as error:
            problem = str(error)
    context = {
        "asked": asked,
        "given": given,
        "choices": {p.name: choices(library, p) for p in asked.parameters},
        "problem": problem,
        "answered": table is not None,
        "picture": _picture(library, table),
    }
    status = 422 if problem else 200
    return Page(
        "question.html",
        asked.title,
        context,
        (table,) if table else (),
        status,
        about=asked.question,
    )


def _picture(library: Library, table: Table | None) -> Markup:
    """Return bars for an answer that is short, and names and counts."""
    if table is None:
        return Markup()
    columns = {c.name: [row[c.name] for row in table.rows] for c in table.columns}
    rows = counted_rows(library, columns)
    return charts.bars([charts.Bar(name, count) for name, count in rows], title="The answer drawn")


def given_of(asked: Question, query: Query) -> dict[str, str]:
    """Return the values given for the parameters of a question."""
    names = {parameter.name for parameter in asked.parameters}
    return {name: value.strip() for name, value in query if name in names and value.strip()}


def ready(asked: Question, given: Mapping[str, str]) -> bool:
    """Say whether every required parameter is given."""
    return all(p.name in given for p in asked.parameters if p.required)


def answer(library: Library, asked: Question, given: Mapping[str, str], query: Query) -> Table:
    """Return the answer to a question as a table."""
    found = ask(library.store, asked.name, given, seconds=_SECONDS)
    names = [variable.value for variable in found.variables]
    rows = tuple({name: _text(row[name]) for name in names} for row in found)
    columns = tuple(
        Column(
            name, name.replace("_", " "), asked.columns.get(name, ""), facet=_is_facet(name, rows)
        )
        for name in names
        if not any(name == given_name for given_name, _ in query if given_name in _FACETS)
    )
    return Table(columns, rows, "rows", page_rows=50)


def _is_facet(name: str, rows: tuple[Row, ...]) -> bool:
    """Say whether a column is worth choosing from: named so, and with few values."""
    return name in _FACETS and 1 < len({row[name] for row in rows}) <= 200


def _text(term: Term | None) -> str:
    return "" if term is None else term.value


def choices(library: Library, parameter: Parameter) -> list[tuple[str, str]]:
    """Return the values that a parameter may have: what to send, and its name."""
    if parameter.type in ("text", "integer"):
        return []
    return library.cached(("choices", parameter.type), lambda: _choices(library, parameter.type))


def _choices(library: Library, kind: str) -> list[tuple[str, str]]:
    rows = library.texts(f"values/{kind}")
    values = {row["value"] for row in rows}
    named = {(_key(value), library.label(value)) for value in values}
    return sorted(named, key=lambda one: one[1].casefold())


def _key(iri: str) -> str:
    """Return what names a value in an address: the end of its IRI that nothing else ends in."""
    for base in (f"{ID}inspection/", f"{ID}authority/", f"{CONCEPT}grade/", ID, CONCEPT):
        if iri.startswith(base):
            key = iri.removeprefix(base)
            return key.partition("/")[2] if base == CONCEPT else key
    return iri


def source(name: str) -> str:
    """Return the text of a question's query."""
    return read_query(f"questions/{name}")
