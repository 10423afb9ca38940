"""Words for what tests ask of a drawing."""

from __future__ import annotations

from trigpoint.ontology.namespaces import CONCEPT, ID
from trigpoint.web.explorer.drawing import Drawing

THORNMERE = f"{ID}authority/thornmere"
WEXCOMBE = f"{ID}authority/wexcombe"
OLDMERE = f"{ID}authority/oldmere"
THORNMERE_2004 = f"{ID}inspection/thornmere/lea-2004-10"
ATTENDANCE = f"{CONCEPT}theme/attendance"


def kinds(drawing: Drawing) -> dict[str, int]:
    """Count the things of each kind, those left out too."""
    found: dict[str, int] = {}
    for each in drawing.things.values():
        found[each.kind] = found.get(each.kind, 0) + (each.more or 1)
    return found


def relations(drawing: Drawing, iri: str) -> set[tuple[str, str, str]]:
    """Return the links of a thing: `from` or `to` it, in which words, the other end."""
    return {
        ("from" if link.source == iri else "to", link.relation, link.other(iri))
        for link in drawing.links
        if iri in (link.source, link.target)
    }
