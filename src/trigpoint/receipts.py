"""Receipts: what each file gave when it was last read. A cache: lost, it costs a rebuild."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from trigpoint.graph.store.files import write_whole
from trigpoint.reading import Status


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a file: its hash, the code that read it, the graphs it gave."""

    path: str
    sha256: str
    code: str
    status: Status
    graphs: tuple[str, ...] = ()
    text_sha256: str = ""
    cause: str = ""
    remedy: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folders."""
        return Path(self.path).name

    def again(self) -> Receipt:
        """Return the receipt as it stands in the table of a build that did not read the file."""
        return replace(self, status="unchanged") if self.status in ("read", "copy") else self


class Receipts:
    """All receipts of a store, by path."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._by_path = {receipt.path: receipt for receipt in _load(path)}

    def of(self, path: str) -> Receipt | None:
        """Return the receipt of a file, if there is one."""
        return self._by_path.get(path)

    def owners(self, graph: str) -> Iterator[Receipt]:
        """Yield the receipts of the files that gave a graph."""
        return (receipt for receipt in self._by_path.values() if graph in receipt.graphs)

    def put(self, receipt: Receipt) -> None:
        """Keep a receipt in place of an older one."""
        self._by_path[receipt.path] = receipt

    def save(self) -> None:
        """Write all receipts, sorted by path."""
        rows = [asdict(receipt) for _, receipt in sorted(self._by_path.items())]
        write_whole(self._path, json.dumps(rows, indent=1, ensure_ascii=False).encode())


def _load(path: Path) -> list[Receipt]:
    """Read what `save` wrote; anything else counts as no receipts at all."""
    try:
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return [_receipt(row) for row in rows]
    except (OSError, ValueError, TypeError, AttributeError):
        return []


def _receipt(row: dict[str, Any]) -> Receipt:
    fields: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    return Receipt(**fields)
