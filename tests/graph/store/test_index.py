from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph

from trigpoint.graph.store.index import open_index

NODE = "<https://example.org/{}>"


def line(name: str) -> str:
    return " ".join(NODE.format(word) for word in (name, "is", "here", "graph")) + " .\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    path = tmp_path / "a.nq"
    path.write_text(line("one"))
    return [path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def size(folder: Path, files: list[Path]) -> int:
    found = open_index(folder, files).quads_for_pattern(None, None, None, DefaultGraph())
    return sum(1 for _ in found)


def states(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def tables(folder: Path, files: list[Path]) -> int:
    open_index(folder, files)
    return len(list(folder.glob("*/*.sst")))


def test_index_is_as_compact_from_many_batches_as_from_one(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{number}.nq" for number in range(5)]
    for path in files:
        path.write_text("".join(sorted(line(f"{path.stem}-{number}") for number in range(20))))
    whole = tables(folder, files)
    monkeypatch.setattr("trigpoint.graph.store.index._BATCH_BYTES", 1)

    assert tables(tmp_path / "other", files) == whole


def test_missing_index_is_built(folder: Path, files: list[Path]) -> None:
    assert size(folder, files) == 1
    assert len(states(folder)) == 1


def test_index_of_today_is_opened_as_it_is(
    folder: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    size(folder, files)
    monkeypatch.setattr("trigpoint.graph.store.index._build", None)

    assert size(folder, files) == 1


def test_stale_index_gives_way_to_a_new_one(folder: Path, files: list[Path]) -> None:
    size(folder, files)
    old = states(folder)

    files[0].write_text(line("one") + line("two"))

    assert size(folder, files) == 2
    assert len(states(folder)) == 1
    assert states(folder) != old


def test_file_that_is_new_or_gone_makes_an_index_stale(folder: Path, files: list[Path]) -> None:
    other = files[0].with_name("b.nq")
    other.write_text(line("two"))

    assert [size(folder, given) for given in (files, [*files, other], [])] == [1, 2, 0]


def overwrite(path: Path) -> None:
    path.write_bytes(b"\xff" * max(path.stat().st_size, 16))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-8])


@pytest.mark.parametrize("damage", [overwrite, cut, Path.unlink])
@pytest.mark.parametrize("pattern", ["*.sst", "MANIFEST-*", "CURRENT", "*"])
def test_damaged_index_is_rebuilt(
    folder: Path, files: list[Path], damage: Callable[[Path], None], pattern: str
) -> None:
    size(folder, files)
    for path in next(folder.iterdir()).glob(pattern):
        if path.is_file():
            damage(path)

    assert size(folder, files) == 1


def test_index_is_in_memory_where_the_folder_cannot_be_written(
    folder: Path, files: list[Path]
) -> None:
    folder.write_text("a file stands in the way")

    assert size(folder, files) == 1
    assert folder.read_text() == "a file stands in the way"


def test_unfinished_index_of_a_crash_is_swept_away(folder: Path, files: list[Path]) -> None:
    (folder / ".building-before").mkdir(parents=True)

    size(folder, files)

    assert ".building-before" not in states(folder)


def build_once(folder: Path, files: list[Path]) -> int:
    open_index(folder, files)
    return next(folder.iterdir()).stat().st_ino


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no lock of this kind")
def test_index_is_built_once_for_processes_that_come_together(
    folder: Path, files: list[Path]
) -> None:
    files[0].write_text("".join(line(f"n{number}") for number in range(20_000)))

    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as processes:
        built = set(processes.map(build_once, [folder] * 3, [files] * 3))

    assert len(built) == 1
    assert len(states(folder)) == 1


def test_lost_index_costs_nothing(folder: Path, files: list[Path]) -> None:
    size(folder, files)
    shutil.rmtree(folder)

    assert size(folder, files) == 1
