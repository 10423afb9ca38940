from __future__ import annotations

import importlib
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

import trigpoint

ROOMS = ("data", "extractors", "graph", "ontology", "queries", "web")


def test_rooms_are_links_of_the_package(root: Path) -> None:
    package = root / "src" / "trigpoint"
    links = {path.name: path.resolve() for path in package.iterdir() if path.is_symlink()}

    assert {name: links.get(name) for name in ROOMS} == {name: root / name for name in ROOMS}
    assert all(path.is_dir() for path in links.values())


@pytest.mark.parametrize("room", ROOMS)
def test_room_is_imported_under_the_one_name(root: Path, room: str) -> None:
    module = importlib.import_module(f"trigpoint.{room}")

    assert module.__name__ == f"trigpoint.{room}"
    assert Path(str(module.__file__)).resolve().parent == root / room


def test_everything_promised_can_be_imported() -> None:
    assert all(getattr(trigpoint, name) for name in trigpoint.__all__)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = trigpoint.nothing_of_the_kind


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("trigpoint", exclude_type_checking_imports=True)
    sorter = TopologicalSorter(
        {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    )
    sorter.prepare()  # raises CycleError, naming the circle
