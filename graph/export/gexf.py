"""Networks for Gephi: GEXF 1.2, whose nodes and edges come and go by their dates."""

from __future__ import annotations

import calendar
import io
import re
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import Element, SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from trigpoint.graph.export.plain import plain
from trigpoint.graph.store.files import write_whole

_DATE: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_ABOUT: Final = ("title", "about", "caveat")


def write_gexf(graph: nx.MultiGraph, out: Path) -> None:
    """Write a network as GEXF; `start` and `end` are days, what was printed stands beside them."""
    dated = plain(graph, lists=False)
    for _, row in dated.nodes(data=True):
        _set_days(row)
    for *_, key, row in dated.edges(keys=True, data=True):
        row["id"] = key
        _set_days(row)
    writer = _Writer(dated)
    document = io.BytesIO()
    writer.write(document)
    write_whole(out, document.getvalue() + b"\n")


def first_day(date: str) -> str | None:
    """Return the first day of a date that may lack its day or month; None for no date."""
    found = _DATE.fullmatch(date)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}" if found else None


def last_day(date: str) -> str | None:
    """Return the last day of a date that may lack its day or month; None for no date."""
    found = _DATE.fullmatch(date)
    if not found:
        return None
    year, month = found[1], found[2] or "12"
    return f"{year}-{month}-{found[3] or calendar.monthrange(int(year), int(month))[1]:02}"


def _set_days(row: dict[str, Any]) -> None:
    for name, day_of in (("start", first_day), ("end", last_day)):
        if printed := row.pop(name, None):
            row[f"printed_{name}"] = printed
            if day := day_of(printed):
                row[name] = day


class _Writer(GEXFWriter):  # type: ignore[misc] # networkx has no types
    """The writer of networkx, held to the schema and without the day of the export."""

    def __init__(self, graph: nx.MultiGraph) -> None:
        super().__init__(graph, version="1.2draft")
        self.graph_element.attrib.pop("name")  # the schema knows no such attribute
        meta = self.xml.find("meta")
        meta.attrib.pop("lastmodifieddate")
        meta.find("creator").text = "Trigpoint"
        about = [graph.graph[part] for part in _ABOUT if graph.graph.get(part)]
        SubElement(meta, "description").text = "\n".join(about)

    def add_attributes(self, kind: str, element: Element, row: dict[str, Any], default: Any) -> Any:
        """Write attributes but the key of an edge, which is its id."""
        row.pop("key", None)
        return super().add_attributes(kind, element, row, default)
