"""Which themes come up together with many others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import networkx as nx

from trigpoint.graph.analysis.analysis import Analysis, Measures, weighted

_ROUNDS: Final = 1000


def measure(graph: nx.MultiGraph) -> Measures:
    """Measure every theme, those that stand most central first."""
    network = weighted(graph)
    central = _standing(network)
    nodes = dict(enumerate(graph.nodes(data=True)))
    return {
        node: {
            "ties": network.degree(number),
            "company": round(network.degree(number, weight="weight") / row["reports"], 2),
            "centrality": round(central[number], 3),
        }
        for number, (node, row) in sorted(nodes.items(), key=lambda item: -central[item[0]])
    }


def _standing(network: nx.Graph) -> Mapping[int, float]:
    """Return the eigenvector centrality of each node, the highest 1; 0 where nothing is tied."""
    tied = network.subgraph(node for node in network if network.degree(node))
    found = nx.eigenvector_centrality(_largest(tied), _ROUNDS, weight="weight") if tied else {}
    most = max(found.values(), default=1.0)
    return {node: found.get(node, 0.0) / most for node in network}


def _largest(network: nx.Graph) -> nx.Graph:
    """Return the largest connected part: the measure compares nothing between parts."""
    return network.subgraph(
        max(nx.connected_components(network), key=lambda part: (len(part), -min(part)))
    )


ANALYSIS: Final = Analysis(
    name="centrality",
    title="Themes that come up with many others",
    view="theme-cooccurrence",
    about="Which themes stand in the middle of what reports ask for.",
    columns={
        "ties": "other themes that some report asks about together with it",
        "company": "how many other themes a report that asks about it asks about, on average",
        "centrality": "1 for the most central theme: a theme is central when reports ask about it "
        "often and together with other central themes; 0 outside the largest connected part",
    },
    beside=("group", "reports", "recommendations"),
    caveat="Common themes are central because they are common; long reports tie many themes. "
    "A high company with few reports says that the theme comes up in long reports. "
    "Central does not mean important.",
    measure=measure,
)
