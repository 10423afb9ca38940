"""The two commands of the README, and what developers need; the standard library is enough.

python3 tasks.py demo    set up, build the sample, check it, ask three questions
python3 tasks.py test    set up, run all linters, the type checker and all tests
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STORE = ROOT / "trigpoint-store"
DEBIAN = {
    "chromium": "/usr/bin/chromium",
    "libjgrapht-java": "/usr/share/java/jgrapht-io.jar",
}
"""Packages of Debian that tests need, each with a file of it."""


def run(*command: str | Path, check: bool = True) -> int:
    """Run a command of the virtual environment, saying which."""
    words = [str(word) for word in command]
    print("$", " ".join([Path(words[0]).name, *words[1:]]), flush=True)
    return subprocess.run([str(BIN / words[0]), *words[1:]], cwd=ROOT, check=check).returncode


def set_up(lock: str) -> None:
    """Make the virtual environment from a lock file, unless it is there and of today."""
    stamp = VENV / f".from-{lock}"
    wanted = (ROOT / lock).read_text(encoding="utf-8")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not BIN.exists():
        print(f"Making a virtual environment in {VENV.name}/", flush=True)
        venv.create(VENV, with_pip=True)
    run("python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", lock)
    run(
        "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--no-build-isolation",  # the lock pins what builds, too
        "-e",
        ".",
    )
    stamp.write_text(wanted, encoding="utf-8")


def demo() -> None:
    """Build the graph of the sample, check it, and ask it three questions."""
    set_up("requirements.lock")
    shutil.rmtree(STORE, ignore_errors=True)
    run("trigpoint", "build", "data/sample")
    run("trigpoint", "check")
    for question in (
        ("coverage",),
        ("same-words-again",),
        ("no-fieldwork", "--authority", "Quillborough"),
    ):
        run("trigpoint", "ask", *question)
    print(
        "\nWhere to look next:\n"
        "  .venv/bin/trigpoint ask                      all questions\n"
        "  .venv/bin/trigpoint show ambershire          one report, with page and quote\n"
        "  .venv/bin/trigpoint build YOUR-FOLDER        your own reports\n"
        "  README.md                                    the five-minute tour"
    )


def ensure_packages() -> None:
    """Install what some tests need from Debian, where that is possible and something is missing.

    Chromium for the browser tests, jgrapht for its copies of the schemas of GraphML and GEXF.
    """
    if all(Path(one).exists() for one in DEBIAN.values()):
        return
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        missing = ", ".join(name for name, path in DEBIAN.items() if not Path(path).exists())
        print(f"Not here: {missing}. Tests that need them are left out, and say so.", flush=True)
        return
    for words in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *DEBIAN]):
        print("$ apt-get", *words, flush=True)
        subprocess.run(["apt-get", *words], check=False, stdout=subprocess.DEVNULL)


def test() -> None:
    """Run linters, type checker, import contracts and all tests."""
    set_up("requirements-dev.lock")
    ensure_packages()
    run("ruff", "format", "--check")
    run("ruff", "check")
    run("mypy")
    run("lint-imports")
    run("python", "scripts/check_wheel.py")
    run("pytest", "-q", "-n", "2", "--dist", "loadgroup", *sys.argv[2:])
    run("pytest", "-q", "--doctest-modules", "src")


COMMANDS: dict[str, Callable[[], None]] = {"demo": demo, "test": test}


def main(arguments: Sequence[str]) -> int:
    """Run one of the commands; print what they are when none is named."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 2
    try:
        COMMANDS[arguments[0]]()
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
