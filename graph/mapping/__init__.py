"""Findings become quads: one named graph for each review."""

from __future__ import annotations

from trigpoint.graph.mapping.review import MappedReview, Source, map_report

__all__ = ["MappedReview", "Source", "map_report"]
