from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from trigpoint.connection import SAMPLE
from trigpoint.copies import outranks
from trigpoint.errors import UnreadableFile
from trigpoint.graph.store import EmbeddedStore
from trigpoint.pipeline import build, find_files
from trigpoint.receipts import Receipts

TEXTS = SAMPLE / "text"
OLD, NEW = TEXTS / "vellmouth-aca-2010.txt", TEXTS / "vellmouth-aca-2011.txt"
PAIR = SAMPLE / "vellmouth-aca-2010.pdf", OLD


@pytest.fixture
def store(tmp_path: Path) -> EmbeddedStore:
    return EmbeddedStore(tmp_path / "store", create=True)


def statuses(store: EmbeddedStore, *paths: Path) -> list[str]:
    return [receipt.status for receipt in build(paths, store).receipts]


def reviews(store: EmbeddedStore) -> dict[str, bytes]:
    return {
        name: store.graphs.read(name) for name in store.graphs.names() if "/inspection/" in name
    }


def test_unchanged_file_is_skipped(store: EmbeddedStore) -> None:
    assert statuses(store, OLD) == ["read"]
    assert statuses(store, OLD) == ["unchanged"]


def test_changed_file_replaces_its_own_graph_alone(store: EmbeddedStore, tmp_path: Path) -> None:
    one, other = (Path(shutil.copy(path, tmp_path)) for path in (OLD, NEW))
    build([one, other], store)
    before = reviews(store)

    one.write_text(one.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")

    assert statuses(store, one, other) == ["read", "unchanged"]
    changed = [name for name, content in reviews(store).items() if content != before[name]]
    assert len(changed) == 1
    assert len(before) == len(reviews(store)) == 2


def test_file_that_becomes_another_report_leaves_no_old_graph(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    path = Path(shutil.copy(OLD, tmp_path / "report.txt"))
    build([path], store)
    (before,) = reviews(store)

    shutil.copy(NEW, path)
    build([path], store)

    (after,) = reviews(store)
    assert after != before


def test_file_that_fails_is_reported_and_the_rest_is_stored(
    store: EmbeddedStore, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nand no more")

    built = build([broken, OLD], store)

    (failed,) = built.failed
    assert failed.path == str(broken)
    assert failed.cause
    assert len(reviews(store)) == 1


def test_path_that_is_not_there_is_refused(store: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file or folder"):
        build([tmp_path / "nowhere"], store)


@pytest.mark.parametrize("order", [PAIR, PAIR[::-1]], ids=["pdf first", "text first"])
def test_text_beside_its_pdf_is_a_copy_whichever_comes_first(
    store: EmbeddedStore, order: tuple[Path, Path]
) -> None:
    for path in order:
        build([path], store)

    receipts = Receipts(store.folder / "receipts.json")
    found = {Path(str(path)).suffix: receipts.of(str(path)) for path in order}
    assert {suffix: receipt.status for suffix, receipt in found.items() if receipt} == {
        ".pdf": "read",
        ".txt": "copy",
    }
    assert len(reviews(store)) == 1


@pytest.mark.parametrize("order", [PAIR, PAIR[::-1]], ids=["pdf first", "text first"])
def test_what_a_build_tells_is_what_it_kept(store: EmbeddedStore, order: tuple[Path, Path]) -> None:
    told = {Path(one.path).suffix: one.status for one in build(order, store).receipts}
    assert told == {".pdf": "read", ".txt": "copy"}


def test_moved_file_is_read_anew_by_new_code(
    store: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = Path(shutil.copy(OLD, tmp_path / "z.txt"))  # a path that ranks behind
    monkeypatch.setattr("trigpoint.pipeline.code_fingerprint", lambda: "old")
    build([OLD], store)
    monkeypatch.setattr("trigpoint.pipeline.code_fingerprint", lambda: "new")

    assert statuses(store, moved) == ["read"]
    assert [str(moved) in content.decode() for content in reviews(store).values()] == [True]


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    one, other = (EmbeddedStore(tmp_path / name, create=True) for name in ("one", "other"))

    build([OLD, NEW, PAIR[0]], one)
    build([PAIR[0], NEW, OLD], other)

    assert reviews(one) == reviews(other)


@pytest.mark.slow
def test_two_jobs_give_the_same_bytes_as_one(tmp_path: Path) -> None:
    one, other = (EmbeddedStore(tmp_path / name, create=True) for name in ("one", "other"))
    paths = sorted(TEXTS.glob("*.txt"))[:6]

    build(paths, one)
    build(paths, other, jobs=2)

    assert reviews(one) == reviews(other)


def test_progress_hears_of_every_file(store: EmbeddedStore) -> None:
    heard: list[tuple[str, int, int]] = []

    build([OLD, NEW], store, progress=lambda r, done, total: heard.append((r.name, done, total)))

    assert heard == [(OLD.name, 1, 2), (NEW.name, 2, 2)]


def test_folder_is_read_recursively_and_other_files_are_left_out(tmp_path: Path) -> None:
    for name in ("b/two.PDF", "a.txt", "c.csv", "b/d.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    found = [Path(path).relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]

    assert found == ["a.txt", "b/d.html", "b/two.PDF"]


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}', "[1]", '[{"path": "a"}]', "\0"])
def test_damaged_receipts_cost_a_rebuild_and_nothing_else(
    store: EmbeddedStore, content: str
) -> None:
    build([OLD], store)
    (store.folder / "receipts.json").write_text(content)

    assert statuses(store, OLD) == ["read"]
    assert len(reviews(store)) == 1


@pytest.mark.parametrize(
    ("path", "other"),
    [("b.pdf", "a.txt"), ("a.docx", "a.html"), ("a.txt", "b.txt"), ("a.md", "a.xyz")],
)
def test_better_copy_is_the_one_nearer_to_the_print(path: str, other: str) -> None:
    assert outranks(path, other)
    assert not outranks(other, path)
