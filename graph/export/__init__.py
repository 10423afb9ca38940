"""What leaves the store: tables, and RDF in its usual forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from trigpoint.errors import UnknownName
from trigpoint.graph.export.csvw import write_csv_tables
from trigpoint.graph.export.rdf import write_jsonld, write_nquads, write_trig, write_turtle
from trigpoint.graph.store.embedded import EmbeddedStore

__all__ = ["FORMATS", "export"]

FORMATS: Final[dict[str, Callable[[EmbeddedStore, Path], None]]] = {
    "csv": write_csv_tables,
    "nquads": write_nquads,
    "trig": write_trig,
    "turtle": write_turtle,
    "jsonld": write_jsonld,
}


def export(store: EmbeddedStore, form: str, out: Path) -> None:
    """Write the store to a file, or a folder for `csv`; raises UnknownName for another format."""
    if form not in FORMATS:
        raise UnknownName(f"no format {form!r}", remedy=f"Formats: {', '.join(FORMATS)}")
    FORMATS[form](store, out)
