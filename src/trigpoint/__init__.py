"""Inspection reports on English local authorities as a knowledge graph of findings.

    >>> import tempfile, trigpoint
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     graph = trigpoint.connect(folder, create=True)
    ...     built = graph.build(trigpoint.SAMPLE)
    ...     answer = graph.ask("no-fieldwork", authority="Quillborough")
    >>> answer.columns[:4]
    ('authority', 'date', 'number', 'item')

`connect` opens a store; its `build`, `ask`, `sparql`, `graph` and `check` do what the commands do.
Errors are subclasses of `trigpoint.errors.TrigpointError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trigpoint.connection import SAMPLE, Connection, Rows, connect

__all__ = ["SAMPLE", "Connection", "Rows", "connect"]


def __getattr__(name: str) -> object:
    """Import the library when it is first used: the command line starts without it."""
    if name in __all__:
        from trigpoint import connection  # noqa: PLC0415 - that is the point

        return getattr(connection, name)
    raise AttributeError(f"module 'trigpoint' has no attribute {name!r}")
