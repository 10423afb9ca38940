"""What the prose says: grades in sentences, read with spaCy where structure cannot."""

from __future__ import annotations

from trigpoint.extractors.language.prose import read_prose

__all__ = ["read_prose"]
