from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import DCAT, DCTERMS, RDF, VOID, Graph, Namespace, URIRef

from trigpoint.errors import StoreError
from trigpoint.graph.export.dataset import DATASET
from trigpoint.graph.export.release import write_release
from trigpoint.graph.store import EmbeddedStore
from trigpoint.graph.tables import TABLES
from trigpoint.ontology.namespaces import DEF, GRAPH

SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def folder(sample_store: EmbeddedStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release") / "release"
    write_release(sample_store, out)
    return out


@pytest.fixture(scope="module")
def described(folder: Path) -> Graph:
    return Graph().parse(folder / "dataset.ttl")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def value(graph: Graph, subject: URIRef, predicate: URIRef) -> str:
    return str(graph.value(subject, predicate, any=False))


def test_release_has_vocabulary_shapes_reference_instances_tables_and_description(
    folder: Path,
) -> None:
    expected = {"ontology.ttl", "shapes.ttl", "context.jsonld", "vocabulary.ttl", "reference.ttl"}
    expected |= {"instances.nq", "dataset.ttl", "SHA256SUMS", "tables/csv-metadata.json"}
    expected |= {f"tables/{table}.csv" for table in TABLES}

    assert expected <= contents(folder).keys()


def test_progress_hears_of_every_part_before_it_is_written(
    sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    out, heard = tmp_path / "release", list[tuple[str, int, int]]()

    def hear(name: str, done: int, total: int) -> None:
        assert not (out / name).exists()
        heard.append((name, done, total))

    write_release(sample_store, out, progress=hear)

    parts = {path.name for path in out.iterdir()} - {"SHA256SUMS"}
    assert {name for name, _, _ in heard} == parts
    assert [done for _, done, _ in heard] == list(range(len(parts)))
    assert {total for _, _, total in heard} == {len(parts)}


def test_two_releases_of_a_store_are_the_same_bytes(
    sample_store: EmbeddedStore, folder: Path, tmp_path: Path
) -> None:
    write_release(sample_store, tmp_path / "again")

    assert contents(tmp_path / "again") == contents(folder)


def test_release_of_a_copied_store_is_the_same_bytes(
    sample_store: EmbeddedStore, folder: Path, tmp_path: Path
) -> None:
    copy = EmbeddedStore(tmp_path / "store", create=True)
    for name in reversed(sample_store.graphs.names()):
        copy.graphs.write(name, sample_store.graphs.read(name))

    write_release(copy, tmp_path / "again")

    assert contents(tmp_path / "again") == contents(folder)


def test_checksums_are_those_of_all_files(folder: Path) -> None:
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}

    files = contents(folder)
    del files["SHA256SUMS"]
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_release_holds_everything_that_is_stored(sample_store: EmbeddedStore, folder: Path) -> None:
    released = {quad.triple for quad in parse(path=str(folder / "instances.nq"))}
    for path in folder.glob("*.ttl"):
        if path.name not in ("ontology.ttl", "shapes.ttl", "dataset.ttl"):
            released |= {quad.triple for quad in parse(path=str(path))}

    for name in sample_store.graphs.names():
        content = sample_store.graphs.read(name)
        assert released >= {quad.triple for quad in parse(content, format=RdfFormat.N_QUADS)}


def test_description_lists_every_file_with_size_and_checksum(
    folder: Path, described: Graph
) -> None:
    files = contents(folder)
    for name in ("dataset.ttl", "SHA256SUMS"):  # neither can hold its own
        del files[name]
    listed = {}
    for node in described.objects(URIRef(DATASET), DCAT.distribution):
        assert isinstance(node, URIRef)
        checksum = described.value(node, SPDX.checksum)
        assert isinstance(checksum, URIRef)
        size = int(value(described, node, DCAT.byteSize))
        listed[value(described, node, DCTERMS.title)] = (
            size,
            value(described, checksum, SPDX.checksumValue),
        )

    assert listed == {
        name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in files.items()
    }


def test_description_counts_what_is_stored(sample_store: EmbeddedStore, described: Graph) -> None:
    triples = {
        quad.triple
        for name in sample_store.graphs.names()
        for quad in parse(sample_store.graphs.read(name), format=RdfFormat.N_QUADS)
    }
    a, review = NamedNode(str(RDF.type)), NamedNode(f"{DEF}Review")
    reviews = {triple for triple in triples if (triple.predicate, triple.object) == (a, review)}

    dataset = URIRef(DATASET)
    assert (dataset, RDF.type, DCAT.Dataset) in described
    assert (dataset, RDF.type, VOID.Dataset) in described
    assert int(value(described, dataset, VOID.triples)) == len(triples)
    [part] = described.subjects(VOID["class"], URIRef(f"{DEF}Review"))
    assert isinstance(part, URIRef)
    assert int(value(described, part, VOID.entities)) == len(reviews) > 0


def test_description_has_no_blank_nodes_and_no_day_of_writing(
    folder: Path, described: Graph
) -> None:
    assert all(isinstance(subject, URIRef) for subject in described.subjects())
    assert (None, DCTERMS.modified, None) not in described
    assert (None, DCTERMS.issued, None) not in described


def test_instances_are_the_graphs_of_reviews_alone(folder: Path) -> None:
    graphs = {quad.graph_name.value for quad in parse(path=str(folder / "instances.nq"))}

    assert graphs
    assert all(graph.startswith(f"{GRAPH}inspection/") for graph in graphs)


def test_folder_with_something_in_it_is_refused(sample_store: EmbeddedStore, folder: Path) -> None:
    with pytest.raises(StoreError, match="not empty"):
        write_release(sample_store, folder)
