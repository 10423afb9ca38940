"""The vocabulary: Turtle files, and the few lines that read them."""

from __future__ import annotations

from importlib.resources import files as package_files

_ROOT = package_files(__name__)


def files(suffix: str = ".ttl") -> tuple[str, ...]:
    """Return the names of the vocabulary files, sorted: `core.ttl`, `frameworks/ilacs.ttl`, ..."""
    folders = (("", _ROOT), ("frameworks/", _ROOT / "frameworks"))
    names = (prefix + file.name for prefix, folder in folders for file in folder.iterdir())
    return tuple(sorted(name for name in names if name.endswith(suffix)))


def load(name: str) -> str:
    """Return the text of one vocabulary file; `FileNotFoundError` where there is none."""
    return _ROOT.joinpath(name).read_text(encoding="utf-8")
