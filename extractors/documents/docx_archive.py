"""What a Word file may unpack to, checked before anything is built from it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import Final

from trigpoint.errors import DamagedFile, EncryptedFile, MislabelledFile

_MOST_BYTES: Final = 200 * 2**20  # of all parts, unpacked
_MOST_XML: Final = 40 * 2**20  # of one part that is parsed
_MOST_PARTS: Final = 5_000
_CHUNK: Final = 2**16
_ENCRYPTED: Final = 1  # general purpose flag of a ZIP entry
_AGAIN: Final = "Fetch it again, or open it in a word processor and save it anew."


def check_archive(data: bytes) -> None:
    """Unpack every part once and keep none.

    Raises DamagedFile (cut off, corrupt, or unpacking to far too much), EncryptedFile, or
    MislabelledFile where the archive is no Word document.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_names(archive)
            _check_sizes(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise DamagedFile("it is cut off or corrupt", remedy=_AGAIN) from error
    except (NotImplementedError, RuntimeError, OSError) as error:
        raise DamagedFile("it is packed in a way that is not read", remedy=_AGAIN) from error


def _check_names(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise EncryptedFile("it needs a password", remedy="Save a copy without one, and read that.")
    if not any(entry.filename.startswith("word/") for entry in entries):
        raise MislabelledFile(
            "its content is a ZIP archive that is no Word document",
            remedy="Unpack it, or give it its right ending.",
        )
    if len(entries) > _MOST_PARTS:
        raise DamagedFile(f"it has more than {_MOST_PARTS} parts", remedy=_AGAIN)


def _check_sizes(archive: zipfile.ZipFile) -> None:
    """Count what really comes out: the sizes that an archive declares may lie."""
    left = _MOST_BYTES
    for entry in archive.infolist():
        most = min(left, _MOST_XML) if entry.filename.endswith((".xml", ".rels")) else left
        left -= _unpacked(archive, entry, most)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> int:
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise DamagedFile("it unpacks to more than a report can hold", remedy=_AGAIN)
    return size
