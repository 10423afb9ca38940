"""A store described as a data set: DCAT for catalogues, VoID for those who query it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Final

from pyoxigraph import Literal, RdfFormat, serialize

from trigpoint.graph.mapping.writer import GraphWriter, english, integer, partial_date, term
from trigpoint.ontology.namespaces import BASE, CONCEPT, DEF, ID, PREFIXES

DATASET: Final = BASE + "dataset"

_TYPE: Final = f"<{PREFIXES['rdf']}type>".encode()
_DATES: Final = {f"<{DEF}{name}>".encode() for name in ("startDate", "endDate", "published")}
_DATE: Final = re.compile(rb'"(\d{4}(?:-\d\d){0,2})"')
_ELSEWHERE: Final = {
    "areas": "http://statistics.data.gov.uk/id/statistical-geography/",
    "wikidata": "http://www.wikidata.org/entity/",
}
_MEDIA_TYPE: Final = "https://www.iana.org/assignments/media-types/"
_MEDIA_TYPES: Final = {
    "ttl": "text/turtle",
    "nq": "application/n-quads",
    "jsonld": "application/ld+json",
    "json": "application/csvm+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}


@dataclass(slots=True)
class Statistics:
    """What a store holds, in numbers; dates are as precise as printed."""

    triples: int = 0
    subjects: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its name, which may have a folder, its size in bytes, its hash."""

    name: str
    size: int
    sha256: str


def statistics(ntriples: Iterable[bytes]) -> Statistics:
    """Count sorted N-Triples, each once."""
    found = Statistics()
    last_subject = b""
    dates: set[str] = set()
    for line in ntriples:
        subject, predicate, value = line[:-3].split(b" ", 2)
        found.triples += 1
        found.subjects += subject != last_subject
        last_subject = subject
        found.properties[_iri(predicate)] += 1
        if predicate == _TYPE:
            found.classes[_iri(value)] += 1
        elif predicate in _DATES and (date := _DATE.match(value)):
            dates.add(date[1].decode())
        else:
            _count_link(found, predicate, value)
    found.first, found.last = min(dates, default=""), max(dates, default="")
    return found


def _count_link(found: Statistics, predicate: bytes, value: bytes) -> None:
    for name, base in _ELSEWHERE.items():
        if value.startswith(b"<" + base.encode()):
            found.links[name, _iri(predicate)] += 1


def _iri(term_: bytes) -> str:
    return term_[1:-1].decode()


def description(found: Statistics, files: Sequence[File], example: str = "") -> bytes:
    """Return the description as Turtle; no date but those of the reports is in it."""
    writer = GraphWriter(DATASET)
    _add_dataset(writer, found, example)
    _add_partitions(writer, found)
    for file in files:
        _add_distribution(writer, file)
    triples = sorted((quad.triple for quad in writer.quads), key=str)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def _add_dataset(writer: GraphWriter, found: Statistics, example: str) -> None:
    writer.type(DATASET, "dcat:Dataset", "void:Dataset")
    writer.add(DATASET, "dct:title", english("Findings of inspections of local authorities"))
    writer.add(DATASET, "dct:description", english(_ABOUT))
    writer.add(DATASET, "dct:rights", english(_RIGHTS))
    writer.link(DATASET, "dct:publisher", f"{ID}agent/developers")
    writer.link(DATASET, "dct:conformsTo", DEF.removesuffix("#"))
    writer.add(DATASET, "dct:language", "en")
    writer.add(DATASET, "dcat:version", version("trigpoint"))
    if found.first:
        writer.link(DATASET, "dct:temporal", f"{DATASET}#period")
        writer.type(f"{DATASET}#period", "dct:PeriodOfTime")
        writer.add(f"{DATASET}#period", "dcat:startDate", partial_date(found.first))
        writer.add(f"{DATASET}#period", "dcat:endDate", partial_date(found.last))
    writer.add(DATASET, "void:triples", integer(found.triples))
    writer.add(DATASET, "void:distinctSubjects", integer(found.subjects))
    writer.add(DATASET, "void:uriSpace", ID)
    writer.link(DATASET, "void:exampleResource", example)
    used = (*found.classes, *found.properties)
    for base in PREFIXES.values():
        if base not in (CONCEPT, ID) and any(iri.startswith(base) for iri in used):
            writer.link(DATASET, "void:vocabulary", base)


def _add_partitions(writer: GraphWriter, found: Statistics) -> None:
    for iri, count in found.classes.items():
        node = _part(writer, "void:classPartition", iri)
        writer.link(node, "void:class", iri)
        writer.add(node, "void:entities", integer(count))
    for iri, count in found.properties.items():
        node = _part(writer, "void:propertyPartition", iri)
        writer.link(node, "void:property", iri)
        writer.add(node, "void:triples", integer(count))
    for (name, predicate), count in found.links.items():
        node = _part(writer, "void:subset", f"{name} {predicate}")
        writer.type(node, "void:Linkset")
        writer.link(node, "void:linkPredicate", predicate)
        writer.link(node, "void:objectsTarget", f"{DATASET}#{name}")
        writer.add(f"{DATASET}#{name}", "void:uriSpace", _ELSEWHERE[name])
        writer.add(node, "void:triples", integer(count))


def _part(writer: GraphWriter, kind: str, name: str) -> str:
    """Return a node for a part of the data set: release graphs have no blank nodes."""
    node = f"{DATASET}#{kind.partition(':')[2]}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    writer.link(DATASET, kind, node)
    return node


def _add_distribution(writer: GraphWriter, file: File) -> None:
    node, checksum = f"{DATASET}/{file.name}", f"{DATASET}/{file.name}#checksum"
    writer.link(DATASET, "dcat:distribution", node)
    writer.type(node, "dcat:Distribution")
    writer.add(node, "dct:title", file.name)
    media_type = _MEDIA_TYPES.get(file.name.rpartition(".")[2])
    writer.link(node, "dcat:mediaType", _MEDIA_TYPE + media_type if media_type else None)
    writer.add(node, "dcat:byteSize", integer(file.size))
    writer.link(node, "spdx:checksum", checksum)
    writer.type(checksum, "spdx:Checksum")
    writer.add(checksum, "spdx:algorithm", term("spdx:checksumAlgorithm_sha256"))
    writer.add(checksum, "spdx:checksumValue", Literal(file.sha256, datatype=term("xsd:hexBinary")))


_ABOUT: Final = (
    "Judgements, recommendations and findings of inspections of English local authorities, each "
    "with the exact words of the report, its page and the place in the text."
)
_RIGHTS: Final = (
    "No rights are reserved in the vocabulary and the statements. Quoted words are those of the "
    "reports and stay under the terms of each, which its review states where they are printed."
)
