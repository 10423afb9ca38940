"""A finished drawing: shown in a notebook, or saved as SVG or PNG."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from matplotlib.figure import Figure
from matplotlib.style import context

from trigpoint.errors import UnknownName
from trigpoint.graph.pictures.style import STYLE
from trigpoint.graph.store.files import write_whole

_DOTS_PER_INCH: Final = 144


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure with its title and its caveat, which go into the files too."""

    figure: Figure
    title: str
    caveat: str

    def save(self, out: Path) -> None:
        """Write the file, the same bytes each time; raises UnknownName unless .svg or .png."""
        form = out.suffix.lower().removeprefix(".")
        if form not in ("svg", "png"):
            raise UnknownName(
                f"no picture format {out.suffix!r}", subject=str(out), remedy="Formats: .svg, .png"
            )
        write_whole(out, self.data(form))

    def data(self, form: str) -> bytes:
        """Return the content of a file of the format `svg` or `png`."""
        file = io.BytesIO()
        with context(STYLE, after_reset=True):
            self.figure.savefig(
                file, format=form, dpi=_DOTS_PER_INCH, metadata=self._metadata(form)
            )
        return file.getvalue()

    def _metadata(self, form: str) -> Mapping[str, Any]:
        said = {"Title": self.title, "Description": self.caveat}
        return said | (
            {"Date": None, "Creator": "Trigpoint"} if form == "svg" else {"Software": None}
        )

    def _repr_png_(self) -> bytes:
        """Show the drawing in a notebook."""
        return self.data("png")
