"""The page of a report as a picture, where the very file that was read is at hand."""

from __future__ import annotations

import hashlib
import io
import threading
from functools import lru_cache
from pathlib import Path
from typing import Final

import pypdfium2
from pyoxigraph import NamedNode

from trigpoint.errors import UnknownName
from trigpoint.ontology.namespaces import ID
from trigpoint.web.library import Library, may_be_iri
from trigpoint.web.settings import Settings

_PDFIUM: Final = threading.Lock()  # PDFium serves one thread at a time
_SCALE: Final = 1.6  # about 115 dots an inch: small print can be read


def page_image(library: Library, settings: Settings, key: str, number: int) -> bytes:
    """Return a page, counted from 1, of the file of review `key` as PNG.

    Raises UnknownName where the review, the file that was read, or the page is not there.
    """
    iri = f"{ID}inspection/{key}"
    known = may_be_iri(iri)
    rows = library.texts("pages/report/provenance", _thing=NamedNode(iri)) if known else []
    if not rows:
        raise UnknownName("no such report", subject=key)
    path = file_of(settings, rows[0]["file"], rows[0]["sha256"])
    if not path:
        raise UnknownName("the file that was read is not at hand", subject=rows[0]["file"])
    return _drawn(path, number)


def file_of(settings: Settings, stored: str, sha256: str) -> Path | None:
    """Return the PDF that was read, if it is there and unchanged; no other file is ever opened."""
    places = [Path(stored)]
    if settings.reports:
        places.append(settings.reports / Path(stored).name)
    return next((path for path in places if _is_the_file(path, sha256)), None)


def _is_the_file(path: Path, sha256: str) -> bool:
    if path.suffix.lower() != ".pdf" or not path.is_file():
        return False
    return _digest(path, path.stat().st_mtime_ns) == sha256


@lru_cache(maxsize=2_000)
def _digest(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _drawn(path: Path, number: int) -> bytes:
    with _PDFIUM:
        document = pypdfium2.PdfDocument(path)
        try:
            if not 1 <= number <= len(document):
                raise UnknownName(f"it has {len(document)} pages", subject=path.name)
            picture = document[number - 1].render(scale=_SCALE).to_pil()
        finally:
            document.close()
    out = io.BytesIO()
    picture.convert("P", palette=1, colors=64).save(out, "PNG", optimize=True)
    return out.getvalue()
