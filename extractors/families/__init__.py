"""The families of reports: which one a document belongs to, and what it says.

Every module of this package that has a `FAMILY` is a family; a new one is one new file.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Final

from trigpoint.extractors.documents import Document
from trigpoint.extractors.families.family import Family
from trigpoint.extractors.families.unknown import extract_unknown
from trigpoint.extractors.findings import Report

__all__ = ["Family", "extract", "families", "recognise"]

_SURE_ENOUGH: Final = 0.5


@cache
def families() -> tuple[Family, ...]:
    """Return all families, sorted by name."""
    names = (f"{__name__}.{module.name}" for module in pkgutil.iter_modules(__path__))
    found = (getattr(import_module(name), "FAMILY", None) for name in names)
    return tuple(sorted((one for one in found if one), key=lambda family: family.name))


def recognise(document: Document) -> Family | None:
    """Return the family that a document most likely belongs to, or None where none is likely."""
    scored = [(family.recognise(document), family) for family in families()]
    score, best = max(scored, key=lambda one: one[0])
    return best if score >= _SURE_ENOUGH else None


def extract(document: Document) -> tuple[Report, ...]:
    """Return what a document says: one report, or several where it holds several reviews."""
    family = recognise(document)
    return family.extract(document) if family else extract_unknown(document)
