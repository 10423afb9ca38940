"""Draw the gallery of the documentation: every picture, of the invented sample.

python scripts/make_gallery.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from trigpoint.connection import SAMPLE
from trigpoint.graph.pictures import Drawing, draw
from trigpoint.graph.store import EmbeddedStore
from trigpoint.pipeline import build
from trigpoint.queries import PictureQuery, picture_queries

DOCS: Final = Path(__file__).resolve().parent.parent / "docs"
PAGE: Final = DOCS / "gallery.md"
FOLDER: Final = DOCS / "gallery"
_HEAD: Final = """# Gallery

Made from the sample by `python scripts/make_gallery.py`; do not edit. The authorities are invented,
so they stand on no map. `trigpoint plot NAME OUT.svg` (or `.png`) draws the same of your own store.

Every title says what the data show, every picture names its source and what to beware of, and none
rests on colour alone. A new picture is one query in `queries/pictures/` and one module in
`graph/pictures/plots/`.
"""


def drawings(store: EmbeddedStore) -> dict[str, Drawing]:
    """Return all pictures of a store; what a picture requires is the example in its header."""
    return {name: draw(store, name, _required(asked)) for name, asked in picture_queries().items()}


def _required(asked: PictureQuery) -> Mapping[str, str]:
    return {one.name: one.example for one in asked.parameters if one.required}


def page(drawn: Mapping[str, Drawing]) -> str:
    """Return the page: each picture with what it shows and the command that draws it."""
    return "\n".join([_HEAD, *(_section(picture_queries()[n], drawn[n]) for n in drawn)])


def _section(asked: PictureQuery, drawing: Drawing) -> str:
    given = "".join(f" --{name} {value}" for name, value in _required(asked).items())
    options = [f"`--{one.name}` ({one.about})" for one in asked.parameters if not one.required]
    narrower = f" Can be narrowed: {', '.join(options)}." if options else ""
    return (
        f"## {asked.title}\n\n{asked.about}{narrower}\n\n"
        f"![{drawing.title}](gallery/{asked.name}.svg)\n\n"
        f"`trigpoint plot {asked.name} {asked.name}.svg{given}`\n"
    )


def main() -> None:
    """Build the sample and write the page and its pictures."""
    with tempfile.TemporaryDirectory() as folder:
        store = EmbeddedStore(folder, create=True)
        build([SAMPLE], store)
        drawn = drawings(store)
        for name, drawing in drawn.items():
            drawing.save(FOLDER / f"{name}.svg")
        PAGE.write_text(page(drawn), encoding="utf-8")


if __name__ == "__main__":
    main()
