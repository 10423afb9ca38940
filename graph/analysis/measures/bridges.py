"""Which partner bodies connect authorities that share nothing else."""

from __future__ import annotations

from typing import Final

import networkx as nx

from trigpoint.graph.analysis.analysis import Analysis, Measures, weighted


def measure(graph: nx.MultiGraph) -> Measures:
    """Measure every partner body, those that connect most first."""
    network = weighted(graph)
    nodes = dict(enumerate(graph.nodes(data=True)))
    authorities = [number for number, (_, row) in nodes.items() if row["kind"] == "authority"]
    partners = [number for number in nodes if number not in set(authorities)]
    between = nx.bipartite.betweenness_centrality(network, authorities)
    cuts = set(nx.articulation_points(network))
    return {
        nodes[number][0]: {
            "authorities": network.degree(number),
            "regions": len(_regions(graph, network, number)),
            "betweenness": round(between[number], 4),
            "only_link": number in cuts,
        }
        for number in sorted(partners, key=lambda number: (-between[number], number))
    }


def _regions(graph: nx.MultiGraph, network: nx.Graph, number: int) -> set[str]:
    """Return the regions of the authorities that a body is named beside."""
    nodes = list(graph)
    found = (graph.nodes[nodes[other]].get("region") for other in network[number])
    return {region for region in found if region}


ANALYSIS: Final = Analysis(
    name="bridges",
    title="Partners that connect authorities",
    view="authority-partner",
    about="Which bodies stand between authorities: take one away, and authorities lose what they "
    "have in common.",
    columns={
        "authorities": "authorities that it is named beside",
        "regions": "regions of these authorities",
        "betweenness": "how often the shortest way between two others leads through it, from 0 "
        "never to 1 always",
        "only_link": "true where without it parts of the network would have no tie to each other",
    },
    beside=("type", "reports"),
    caveat="A tie says that a report names the body beside the authority, not that they work "
    "together. A body that serves the whole country stands between all; read regions first. "
    "Ties that no loaded report names are missing.",
    measure=measure,
)
