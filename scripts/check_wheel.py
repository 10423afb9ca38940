"""Build the wheel, and check that it holds every committed file of the rooms, and nothing else.

The bundle of scripts is made, not committed: the wheel holds all of it or none, as npm was there.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ontology", "extractors", "graph", "queries", "data", "web")
BUNDLE = "trigpoint/web/dist/"
BUNDLED = {BUNDLE + name for name in ("explorer.js", "editor.js", "LICENCES.txt", "sources.sha256")}


def committed() -> set[str]:
    """Return the files that the wheel should hold, as `trigpoint/...`."""
    listed = subprocess.run(
        ["git", "ls-files", *ROOMS, "src/trigpoint/*.*"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    return {
        name.removeprefix("src/") if name.startswith("src/") else f"trigpoint/{name}"
        for name in listed
    }


def built(folder: str) -> set[str]:
    """Build the wheel and return the files in it, its own metadata left out."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = Path(folder).glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    return {name for name in names if ".dist-info/" not in name}


def main() -> int:
    """Compare; print what is missing and what is too much."""
    with tempfile.TemporaryDirectory() as folder:
        inside, wanted = built(folder), committed()
    bundle = {name for name in inside if name.startswith(BUNDLE)}
    if bundle or os.environ.get("TRIGPOINT_REQUIRE_BUNDLE") == "1":
        wanted |= BUNDLED
    for name in sorted(wanted - inside):
        print(f"missing from the wheel: {name}")
    for name in sorted(inside - wanted):
        print(f"should not be in the wheel: {name}")
    print(f"wheel: {len(inside)} files, {len(bundle)} of them the bundle")
    return 0 if inside == wanted else 1


if __name__ == "__main__":
    sys.exit(main())
