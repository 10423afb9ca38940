"""Measures on views: which authorities belong together, who connects them, what stands central.

An analysis is one module of `measures`, whose `ANALYSIS` names the view, measures its nodes and
says in plain words what a number means and what it does not.
"""

from __future__ import annotations

from trigpoint.graph.analysis.analysis import Analysed, Analysis
from trigpoint.graph.analysis.catalogue import analyse, analyses, analysis

__all__ = ["Analysed", "Analysis", "analyse", "analyses", "analysis"]
