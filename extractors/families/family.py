"""What a family is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from trigpoint.extractors.documents import Document
from trigpoint.extractors.findings import Report, ReportKind


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of report that is read alike.

    `framework` is the key of its framework in the ontology, empty where there is none. `recognise`
    says from 0 to 1, from the content alone, how surely a document is of the family; `extract`
    reads one that is.
    """

    name: str
    framework: str
    kind: ReportKind
    recognise: Callable[[Document], float]
    extract: Callable[[Document], tuple[Report, ...]]
