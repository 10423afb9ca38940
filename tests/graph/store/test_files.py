from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from trigpoint.errors import StoreError
from trigpoint.graph.store.files import GraphFiles, sorted_nquads, write_whole
from trigpoint.ontology.namespaces import GRAPH

A_GRAPH = GRAPH + "inspection/999-thornmere/lea-2004-10"


def quad(value: str) -> Quad:
    node = NamedNode("https://example.org/a")
    return Quad(node, node, Literal(value), NamedNode(A_GRAPH))


def no_space(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def files(tmp_path: Path) -> GraphFiles:
    return GraphFiles(tmp_path / "graphs")


def test_equal_graphs_give_equal_bytes() -> None:
    one, other = [quad("a"), quad("b"), quad("a")], [quad("b"), quad("a")]

    assert sorted_nquads(one) == sorted_nquads(other)
    assert sorted_nquads(one).count(b"\n") == 2


def test_graph_is_found_again_by_its_name(files: GraphFiles) -> None:
    files.write(A_GRAPH, b"content")

    assert files.names() == [A_GRAPH]
    assert files.read(A_GRAPH) == b"content"
    assert files.path(A_GRAPH).relative_to(files.folder).as_posix() == (
        "inspection/999-thornmere/lea-2004-10.nq"
    )


def test_writing_says_whether_anything_changed(files: GraphFiles) -> None:
    assert files.write(A_GRAPH, b"one")
    assert not files.write(A_GRAPH, b"one")
    assert files.write(A_GRAPH, b"two")


def test_unchanged_file_is_not_touched(files: GraphFiles) -> None:
    files.write(A_GRAPH, b"one")
    before = files.path(A_GRAPH).stat().st_mtime_ns

    files.write(A_GRAPH, b"one")

    assert files.path(A_GRAPH).stat().st_mtime_ns == before


def test_removed_graph_is_gone_and_may_be_removed_again(files: GraphFiles) -> None:
    files.write(A_GRAPH, b"one")

    files.remove(A_GRAPH)
    files.remove(A_GRAPH)

    assert files.names() == []
    with pytest.raises(StoreError, match="cannot be read"):
        files.read(A_GRAPH)


@pytest.mark.parametrize(
    "graph",
    ["https://example.org/graph/a", GRAPH + "../outside", GRAPH + "/etc/outside", GRAPH[:-1]],
)
def test_graph_of_elsewhere_has_no_file(files: GraphFiles, graph: str) -> None:
    with pytest.raises(StoreError, match="no graph of this store"):
        files.path(graph)


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_failing_write_names_the_file_and_leaves_the_old_content(
    files: GraphFiles, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    files.write(A_GRAPH, b"old")
    monkeypatch.setattr(call, no_space)

    with pytest.raises(StoreError, match="No space left") as caught:
        files.write(A_GRAPH, b"new")

    monkeypatch.undo()
    assert caught.value.subject == str(files.path(A_GRAPH))
    assert "Nothing stored was lost" in caught.value.remedy
    assert files.read(A_GRAPH) == b"old"
    assert [path.name for path in files.path(A_GRAPH).parent.iterdir()] == ["lea-2004-10.nq"]


def test_folder_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "graphs").write_text("a file stands in the way")

    with pytest.raises(StoreError, match="cannot be written"):
        write_whole(tmp_path / "graphs" / "a.nq", b"")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_is_a_store_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    with pytest.raises(StoreError, match="Permission denied"):
        write_whole(tmp_path / "a.nq", b"")


def test_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.nq", b"half")

    assert list(tmp_path.iterdir()) == []
