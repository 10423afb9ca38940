"""CPU and wall time of `trigpoint build` against `pdftotext -layout` over the same files.

    python benchmarks/build_speed.py FOLDER [FOLDER ...]

Prints CPU-seconds of both (user and system, children included), their ratio, the wall time of one
and of two processes, and the peak memory of a worker. Needs pdftotext (poppler) on the path.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


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


def main(folders: Sequence[str]) -> int:
    """Measure and print."""
    if not folders or shutil.which("pdftotext") is None:
        print(__doc__)
        return 2
    pdfs = [str(path) for folder in folders for path in sorted(Path(folder).rglob("*.pdf"))]
    one, two = build(folders, 1), build(folders, 2)
    reference = cost_of([["pdftotext", "-layout", pdf, "-"] for pdf in pdfs])
    print(f"files                          {len(pdfs)}")
    print(f"pdftotext -layout              {reference.cpu:8.1f} CPU-s")
    print(f"trigpoint build, one process   {one.cpu:8.1f} CPU-s {one.wall:8.1f} s wall")
    print(f"trigpoint build, two processes {two.cpu:8.1f} CPU-s {two.wall:8.1f} s wall")
    print(f"CPU ratio to pdftotext         {one.cpu / reference.cpu:8.2f}")
    print(f"wall ratio, one to two         {one.wall / two.wall:8.2f}")
    print(f"peak memory of a process       {two.peak:8.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
