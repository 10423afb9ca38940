"""Reading files as text with places; `read_document` is the way in."""

from __future__ import annotations

from trigpoint.extractors.documents.model import Box, Document, Line, Page, Segment
from trigpoint.extractors.documents.read import SUFFIXES, read_document

__all__ = ["SUFFIXES", "Box", "Document", "Line", "Page", "Segment", "read_document"]
