"""A SPARQL 1.1 server as a store, through SPARQLWrapper: the same questions, asked over HTTP."""

from __future__ import annotations

from urllib.error import URLError

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from SPARQLWrapper import JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from trigpoint.errors import QueryError, StoreError
from trigpoint.graph.store.base import Answer, Bindings
from trigpoint.graph.store.binding import bind
from trigpoint.graph.store.guard import refuse_reaching_out, without_comments


class RemoteStore:
    """A SPARQL 1.1 query endpoint; its default graph is expected to be the union of all graphs."""

    def __init__(self, place: str) -> None:
        self.place = place

    def query(
        self, text: str, *, bindings: Bindings | None = None, seconds: float | None = None
    ) -> Answer:
        """Answer a query; parameters travel as a VALUES block."""
        refuse_reaching_out(text)
        wrapper = SPARQLWrapper(self.place)
        wrapper.setMethod(POST)
        # SPARQLWrapper takes a word of a comment for the kind of query
        wrapper.setQuery(without_comments(bind(text, bindings)))
        wrapper.setTimeout(int(seconds or 60))
        is_graph = wrapper.queryType in ("CONSTRUCT", "DESCRIBE")
        wrapper.setReturnFormat(TURTLE if is_graph else JSON)
        body = self._send(wrapper)
        if is_graph:
            return [quad.triple for quad in parse(body, format=RdfFormat.TURTLE)]
        return parse_query_results(body, format=QueryResultsFormat.JSON)

    def _send(self, wrapper: SPARQLWrapper) -> bytes:
        try:
            return bytes(wrapper.query().response.read())
        except SPARQLWrapperException as error:
            raise QueryError(
                f"the server refused the query: {error}", subject=self.place
            ) from error
        except (URLError, OSError) as error:
            raise StoreError(
                f"cannot be reached: {error}",
                subject=self.place,
                remedy="Check the address, and that the server runs",
            ) from error
