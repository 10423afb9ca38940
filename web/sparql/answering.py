"""A query and an index make an answer: refused or parsed, counted, cut and written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
    serialize,
)
from pyoxigraph import Store as Oxigraph

from trigpoint.errors import QueryError
from trigpoint.graph.store.base import Answer as Result
from trigpoint.graph.store.guard import refuse_reaching_out
from trigpoint.ontology.namespaces import PREFIXES
from trigpoint.web.sparql import faults
from trigpoint.web.sparql.formats import GRAPHS, ROWS, rdf_format, results_format
from trigpoint.web.sparql.limits import Limits
from trigpoint.web.sparql.syntax import syntax_fault
from trigpoint.web.sparql.values import Answer, Dataset, Job, Kind, Reply, Term

T = TypeVar("T")


def answered(index: Oxigraph, job: Job, limits: Limits) -> Reply:
    """Return the answer of an index to a job, or the fault of the query; nothing is raised."""
    text = job.query.text
    try:
        refuse_reaching_out(text)
        return written(index.query(text, **_graphs(job.query.dataset)), job, limits)
    except QueryError as error:
        return faults.refused(error)
    except SyntaxError as error:
        return syntax_fault(text, str(error))
    except MemoryError:
        return faults.too_much_memory(limits)
    except OSError as error:
        return faults.unavailable(str(error))
    except (RuntimeError, ValueError) as error:
        return faults.failed(str(error))


def _graphs(dataset: Dataset | None) -> dict[str, Any]:
    """Return the library's arguments for a dataset: it goes before any FROM of the query."""
    if dataset is None:
        return {}
    default, named = ([NamedNode(iri) for iri in part] for part in (dataset.default, dataset.named))
    return {"default_graph": default, "named_graphs": named}


def written(result: Result, job: Job, limits: Limits) -> Reply:
    """Return a result in the format that the job names, cut at its number of rows."""
    if isinstance(result, QueryBoolean | QuerySolutions):
        if job.rows_format is None:
            return faults.not_acceptable(ROWS)
        reply = _write_rows(result, job.rows_format, job.rows)
    else:
        if job.graph_format is None:
            return faults.not_acceptable(GRAPHS)
        reply = _write_triples(result, job.graph_format, job.rows)
    return faults.too_long_an_answer(limits) if len(reply.body) > limits.answer else reply


def _write_rows(result: QueryBoolean | QuerySolutions, ending: str, limit: int) -> Answer:
    form, kind = results_format(ending), _kind(result)
    if isinstance(result, QueryBoolean):
        return Answer(kind, ending, result.serialize(format=form) or b"")
    body, truncated = _json(result, limit)
    if form != QueryResultsFormat.JSON:
        again = parse_query_results(body, format=QueryResultsFormat.JSON)
        body = again.serialize(format=form) or b""
    return Answer(kind, ending, body, truncated)


def _kind(result: QueryBoolean | QuerySolutions) -> Kind:
    return "ask" if isinstance(result, QueryBoolean) else "select"


def _write_triples(triples: Iterable[Triple], ending: str, limit: int) -> Answer:
    found, truncated = first(limit, _unique(triples))
    body = serialize(found, format=rdf_format(ending), prefixes=PREFIXES) or b""
    return Answer("graph", ending, body, truncated)


def _unique(triples: Iterable[Triple]) -> Iterator[Triple]:
    seen: set[Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


def first(limit: int, items: Iterable[T]) -> tuple[list[T], bool]:
    """Return at most `limit` items, and whether there are more."""
    iterator = iter(items)
    return list(islice(iterator, limit)), next(iterator, None) is not None


def _json(solutions: QuerySolutions, limit: int) -> tuple[bytes, bool]:
    """Return at most `limit` solutions as SPARQL JSON: the library can only write all of them."""
    names = [variable.value for variable in solutions.variables]
    rows, truncated = first(limit, solutions)
    bindings = [
        {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        for row in rows
    ]
    whole = {"head": {"vars": names}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(), truncated


def _json_term(term: Term) -> dict[str, object]:
    """Return a term as the SPARQL 1.1 Query Results JSON Format writes it."""
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, **_json_type(term)}
    return {
        "type": "triple",
        "value": {
            "subject": _json_term(term.subject),
            "predicate": _json_term(term.predicate),
            "object": _json_term(term.object),
        },
    }


def _json_type(literal: Literal) -> dict[str, object]:
    """Return language and direction of a literal, or its type; of a plain string neither."""
    if literal.language:
        direction = {"its:dir": literal.direction.value} if literal.direction else {}
        return {"xml:lang": literal.language, **direction}
    kind = literal.datatype.value
    return {} if kind == PREFIXES["xsd"] + "string" else {"datatype": kind}
