"""One file, read: a pure function from a path to the quads of the reviews it holds."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal, TypeAlias

from trigpoint.errors import ReadError
from trigpoint.extractors.documents import Document, read_document
from trigpoint.extractors.families import extract
from trigpoint.extractors.language import read_prose
from trigpoint.extractors.language.partners import with_partners
from trigpoint.graph.mapping import Source, map_report
from trigpoint.graph.store.files import sorted_nquads

Status: TypeAlias = Literal["read", "copy", "unchanged", "not a report", "failed"]


@dataclass(frozen=True, slots=True)
class ReviewQuads:
    """The named graph of one review as sorted N-Quads, with its warnings."""

    graph: str
    nquads: bytes
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one file; `cause` and `remedy` are set where it failed."""

    path: str
    status: Status
    text_sha256: str = ""
    text: str = ""
    reviews: tuple[ReviewQuads, ...] = ()
    cause: str = ""
    remedy: str = ""
    kind_of_error: str = ""


def read_file(path: str, suffix: str = "") -> FileResult:
    """Read a file and map what it says; `suffix` tells reviews of one key apart."""
    try:
        document = read_document(path)
    except ReadError as error:
        return FileResult(
            path,
            "failed",
            cause=error.problem,
            remedy=error.remedy,
            kind_of_error=type(error).__name__,
        )
    read = read_prose(document, extract(document))
    reports = [with_partners(document, report) for report in read]
    source = _source(document)
    reviews = []
    for report in reports:
        mapped = map_report(report, source, suffix=suffix)
        reviews.append(ReviewQuads(mapped.graph, sorted_nquads(mapped.quads), report.warnings))
    status: Status = "read" if reviews else "not a report"
    return FileResult(path, status, document.text_sha256, document.text, tuple(reviews))


def _source(document: Document) -> Source:
    return Source(
        path=document.path,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        reader=document.reader,
        pages=len(document.pages),
        extractor=version("trigpoint"),
    )
