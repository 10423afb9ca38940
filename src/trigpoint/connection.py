"""Trigpoint from Python: open a store, build it, ask it."""

from __future__ import annotations

import html
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias, overload

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, Triple

from trigpoint import data
from trigpoint.errors import StoreError
from trigpoint.graph.analysis import analyse
from trigpoint.graph.check import Result
from trigpoint.graph.check import check as check_store
from trigpoint.graph.export import export
from trigpoint.graph.questions import ask, find
from trigpoint.graph.store import EmbeddedStore, Store, open_store
from trigpoint.graph.views import view_graph
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.pipeline import Built, build

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from rdflib import Graph

    from trigpoint.graph.pictures import Drawing

SAMPLE: Final = Path(data.__file__).parent / "sample"
"""The folder of the invented sample reports."""

Value: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, Value]

_NUMBERS: Final = {PREFIXES["xsd"] + "integer": int, PREFIXES["xsd"] + "decimal": float}


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """The answer to a query: named columns, and rows as dicts with Python values."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self.rows[index]

    def to_pandas(self) -> pd.DataFrame:
        """Return the rows as a DataFrame; needs pandas (`pip install trigpoint[pandas]`)."""
        import pandas as pd  # noqa: PLC0415 - optional

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in self.columns)
        body = "".join(
            "<tr>"
            + "".join(f"<td>{html.escape(_cell(row[n]))}</td>" for n in self.columns)
            + "</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Connection:
    """An open store, embedded or remote."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __repr__(self) -> str:
        return f"Connection({self._store.place!r})"

    @property
    def _embedded(self) -> EmbeddedStore:
        if isinstance(self._store, EmbeddedStore):
            return self._store
        raise StoreError("only an embedded store can do that", subject=self._store.place)

    def build(self, *paths: str | os.PathLike[str], jobs: int = 1) -> Built:
        """Read files and folders into the store; see `trigpoint build`."""
        return build([Path(path) for path in paths], self._embedded, jobs=jobs)

    def ask(self, name: str, **parameters: object) -> Rows:
        """Ask a question by name; raises UnknownName with the nearest names."""
        return _rows(ask(self._store, name, {k: str(v) for k, v in parameters.items()}))

    def sparql(self, query: str, *, seconds: float = 60) -> Rows | bool | Graph:
        """Answer any read-only query: rows, a truth value, or an rdflib graph."""
        answer = self._store.query(query, seconds=seconds)
        if isinstance(answer, QuerySolutions):
            return _rows(answer)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        return _graph(answer)

    def graph(self, report: str) -> Graph:
        """Return the named graph of one report, found by key, IRI or part of its file name."""
        iri = find(self._store, "report", report).value
        graph = iri.replace("/id/inspection/", "/graph/inspection/")
        triples = self._store.query(
            f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        )
        assert not isinstance(triples, QuerySolutions | QueryBoolean)  # noqa: S101 - a CONSTRUCT
        return _graph(triples)

    def check(self) -> list[Result]:
        """Return everything that is wrong in the store; an empty list is good."""
        return check_store(self._embedded)

    def export(
        self,
        form: str,
        out: str | os.PathLike[str],
        *,
        view: str | None = None,
        **parameters: object,
    ) -> None:
        """Write the store, or a view of it, to a file or folder; see `trigpoint export`."""
        given = {name: str(value) for name, value in parameters.items()}
        export(self._embedded, form, Path(out), view=view, parameters=given)

    def view(self, name: str, **parameters: object) -> nx.MultiGraph:
        """Return a view as a network of networkx; raises UnknownName with the nearest names."""
        return view_graph(self._store, name, {k: str(v) for k, v in parameters.items()})

    def analyse(self, name: str, **parameters: object) -> Rows:
        """Return the measures of an analysis as rows; see `trigpoint analyse`."""
        done = analyse(self._store, name, {k: str(v) for k, v in parameters.items()})
        rows = (dict(zip(done.columns, row, strict=True)) for row in done.rows())
        return Rows(done.columns, tuple(rows))

    def plot(self, name: str, **parameters: object) -> Drawing:
        """Return a picture, which a notebook shows; needs matplotlib (`trigpoint[plots]`)."""
        from trigpoint.graph.pictures import draw  # noqa: PLC0415 - optional

        return draw(self._store, name, {k: str(v) for k, v in parameters.items()})


def connect(
    place: str | os.PathLike[str] = "trigpoint-store", *, create: bool = False
) -> Connection:
    """Open the store in a folder (made if `create`), or at the URL of a SPARQL endpoint."""
    return Connection(open_store(os.fspath(place), create=create))


def _rows(answer: QuerySolutions) -> Rows:
    columns = tuple(variable.value for variable in answer.variables)
    return Rows(columns, tuple({name: _value(row[name]) for name in columns} for row in answer))


def _cell(value: Value) -> str:
    return "" if value is None else str(value)


def _value(term: Any) -> Value:
    if term is None:
        return None
    if isinstance(term, Literal):
        kind = term.datatype.value
        if kind == PREFIXES["xsd"] + "boolean":
            return term.value == "true"
        return _NUMBERS[kind](term.value) if kind in _NUMBERS else term.value
    return str(term.value)


def _graph(triples: Iterable[Triple]) -> Graph:
    from rdflib import Graph  # noqa: PLC0415 - slow to import, and not everybody needs it

    graph = Graph()
    for prefix, base in PREFIXES.items():
        graph.bind(prefix, base)
    return graph.parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
