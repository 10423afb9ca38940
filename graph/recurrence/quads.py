"""Clusters and links as a named graph: computed, scored, and gone when the graph is dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from pyoxigraph import Quad

from trigpoint.graph import iris
from trigpoint.graph.mapping.writer import GraphWriter, decimal, english, term
from trigpoint.graph.recurrence.asks import Ask
from trigpoint.graph.recurrence.grouping import Cluster, clusters
from trigpoint.graph.recurrence.likeness import compare
from trigpoint.graph.recurrence.links import Link, Linker
from trigpoint.graph.recurrence.method import DEFAULT, Method
from trigpoint.graph.recurrence.overlay import Verdicts
from trigpoint.graph.recurrence.succession import lines_of_succession
from trigpoint.ontology.namespaces import ID


def recurrence_quads(
    asks: Sequence[Ask],
    graph: str,
    *,
    verdicts: Verdicts | None = None,
    method: Method = DEFAULT,
) -> list[Quad]:
    """Return what recurs among asks as quads of a named graph; equal asks give equal quads."""
    verdicts = verdicts or Verdicts()
    wordings = compare(asks, method, verdicts.confirmed)
    writer = GraphWriter(graph)
    for cluster in clusters(wordings, verdicts, method.resolution):
        _add_cluster(writer, cluster, method)
    for link in Linker(wordings, method, verdicts, lines_of_succession()).links():
        _add_link(writer, link, method)
    return writer.quads


def _add_cluster(writer: GraphWriter, cluster: Cluster, method: Method) -> None:
    node = f"{ID}cluster/{cluster.exemplar.key}"
    writer.type(node, "tp:RecommendationCluster", "prov:Collection")
    writer.add(node, "rdfs:label", english(cluster.exemplar.text))
    writer.link(node, "tp:exemplar", cluster.exemplar.iri)
    writer.add(node, "tp:clusterMethod", method.name)
    writer.add(node, "tp:threshold", decimal(method.same_ask))
    for member in cluster.members:
        writer.link(member.iri, "tp:inCluster", node)


def _add_link(writer: GraphWriter, link: Link, method: Method) -> None:
    """State the link itself, and on a node of its own how it was found."""
    writer.link(link.later.iri, f"tp:{link.kind}", link.earlier.iri)
    node = link_iri(link)
    writer.type(node, "tp:RecurrenceLink")
    writer.link(node, "owl:annotatedSource", link.later.iri)
    writer.add(node, "owl:annotatedProperty", term(f"tp:{link.kind}"))
    writer.link(node, "owl:annotatedTarget", link.earlier.iri)
    writer.add(node, "tp:likeness", decimal(link.likeness))
    writer.link(node, "tp:likenessLevel", iris.concept("likeness", link.level))
    writer.add(node, "tp:linkMethod", method.representation.name)
    writer.add(node, "tp:linkStatus", link.status)


def link_iri(link: Link) -> str:
    """Return the IRI of a link: its kind, and a name made of the two ends."""
    ends = f"{link.later.iri}\n{link.earlier.iri}".encode()
    return f"{ID}link/{link.kind}/{hashlib.sha256(ends).hexdigest()[:16]}"
