"""CPU and wall time of `trigpoint build` against `pdftotext -layout` over the same files.

    python benchmarks/build_speed.py FOLDER [FOLDER ...]

Prints CPU-seconds of both (user and system, children included), with and without the step that
reads the prose, their ratios, the wall time of one and of two processes, and the largest resident
size of a process that reads and of any process of the build. Needs pdftotext (poppler) on the path.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from trigpoint.errors import ReadError
from trigpoint.extractors.documents import read_document
from trigpoint.extractors.families import extract
from trigpoint.graph.mapping import Source, map_report
from trigpoint.graph.store.files import sorted_nquads
from trigpoint.reading import read_file

_PROSE, _NO_PROSE, _TWO = "--read-files", "--read-without-prose", "--read-side-by-side"
"""What this script asks of itself."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU-seconds, wall seconds and the largest resident size of a child in MB."""

    cpu: float
    wall: float
    peak: float


def cost_of(commands: Sequence[Sequence[str]]) -> Cost:
    """Run commands one after another and return what they cost together."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - began, after.ru_maxrss / 1024)


def build(folders: Sequence[str], jobs: int) -> Cost:
    """Return the cost of building a new store from the folders."""
    with tempfile.TemporaryDirectory() as store:
        arguments = ["build", *folders, "--store", store, "--jobs", str(jobs), "--quiet"]
        return cost_of([[sys.executable, "-m", "trigpoint", *arguments]])


def read_without_prose(path: str) -> None:
    """Do all that a build does with a file but for the prose: read, extract, map, sort."""
    try:
        document = read_document(path)
    except ReadError:
        return
    source = Source(path, "0", "0", document.reader, len(document.pages), "0")
    for report in extract(document):
        sorted_nquads(map_report(report, source).quads)


def read_side_by_side(paths: Sequence[str]) -> None:
    """Read files in two processes, as a build does."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        for _ in as_completed([pool.submit(read_file, path) for path in paths]):
            pass


def main(arguments: Sequence[str]) -> int:
    """Measure and print; or, asked by itself, read files and print nothing."""
    if arguments and arguments[0] == _TWO:
        read_side_by_side(arguments[1:])
        return 0
    if arguments and arguments[0] in (_PROSE, _NO_PROSE):
        for path in arguments[1:]:
            read_file(path) if arguments[0] == _PROSE else read_without_prose(path)
        return 0
    if not arguments or shutil.which("pdftotext") is None:
        print(__doc__)
        return 2
    report(arguments)
    return 0


def report(folders: Sequence[str]) -> None:
    """Measure the folders and print the table; what needs least memory is measured first."""
    pdfs = [str(path) for folder in folders for path in sorted(Path(folder).rglob("*.pdf"))]
    reference = cost_of([["pdftotext", "-layout", pdf, "-"] for pdf in pdfs])
    plain, reader = (
        cost_of([[sys.executable, __file__, mode, *pdfs]]) for mode in (_NO_PROSE, _PROSE)
    )
    beside = cost_of([[sys.executable, __file__, _TWO, *pdfs]])
    one, two = build(folders, 1), build(folders, 2)
    print(f"files                          {len(pdfs)}")
    print(f"pdftotext -layout              {reference.cpu:8.1f} CPU-s")
    print(f"reading without the prose      {plain.cpu:8.1f} CPU-s")
    print(f"reading with the prose         {reader.cpu:8.1f} CPU-s")
    print(f"trigpoint build, one process   {one.cpu:8.1f} CPU-s {one.wall:8.1f} s wall")
    print(f"trigpoint build, two processes {two.cpu:8.1f} CPU-s {two.wall:8.1f} s wall")
    print(f"CPU ratio to pdftotext         {one.cpu / reference.cpu:8.2f}")
    print(
        f"  without the prose            {(one.cpu - reader.cpu + plain.cpu) / reference.cpu:8.2f}"
    )
    print(f"wall ratio, one to two         {one.wall / two.wall:8.2f}")
    print(f"  of reading alone             {reader.wall / beside.wall:8.2f}")
    print(f"peak memory of a reader        {reader.peak:8.0f} MB")
    print(f"peak memory of any process     {two.peak:8.0f} MB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
