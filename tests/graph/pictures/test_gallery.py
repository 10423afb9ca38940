from __future__ import annotations

import runpy
from pathlib import Path

from trigpoint.graph.store import EmbeddedStore


def test_gallery_is_of_the_present_sample_and_pictures(
    root: Path, sample_store: EmbeddedStore
) -> None:
    script = runpy.run_path(str(root / "scripts" / "make_gallery.py"))
    drawn = script["drawings"](sample_store)
    saved = root / "docs" / "gallery"

    assert script["PAGE"].read_text("utf-8") == script["page"](drawn), (
        "run: python scripts/make_gallery.py"
    )
    assert {path.stem for path in saved.iterdir()} == set(drawn)
    for name, drawing in drawn.items():
        assert drawing.title in (saved / f"{name}.svg").read_text("utf-8")
