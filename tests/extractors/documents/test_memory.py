from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.extractors.documents.conftest import Paper

MOST_MEGABYTES = 400
PAGES = 2_000
READ = r"""
import pathlib, re, sys
from trigpoint.extractors.documents import read_document
pages = len(read_document(sys.argv[1]).pages)
status = pathlib.Path("/proc/self/status").read_text()  # rusage would count the parent too
print(pages, int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")
def test_a_very_long_report_is_read_in_bounded_memory(paper: Paper, tmp_path: Path) -> None:
    for page in range(PAGES):
        lines = [f"Line {at} of page {page} says what the inspectors found." for at in range(40)]
        paper.lines(lines).next_page()
    path = tmp_path / "long.pdf"
    path.write_bytes(paper.done())
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    pages, megabytes = map(int, done.stdout.split())
    assert pages == PAGES
    assert megabytes < MOST_MEGABYTES
