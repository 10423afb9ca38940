"""Files of models, for whoever has them: pinned by hash, and never fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from trigpoint.errors import ReferenceDataError


def check_pinned(folder: Path, files: Mapping[str, str]) -> None:
    """Raise ReferenceDataError for a file that is absent or not the one of its SHA-256."""
    for name, pinned in files.items():
        path = folder / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != pinned:
            raise ReferenceDataError("is not the file that is pinned", subject=str(path))
