"""Bars that say on a terminal that work goes on; elsewhere, or when hushed, nothing is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from trigpoint.consoles import err as _err

if TYPE_CHECKING:  # slow to import, and not needed to show a bar
    from trigpoint.pipeline import Progress as Heard
    from trigpoint.receipts import Receipt


@contextmanager
def reading() -> Iterator[Heard]:
    """Show a bar of the files that are read."""
    with counting("Reading") as step:

        def hear(receipt: Receipt, done: int, total: int) -> None:
            step(receipt.name, done, total)

        yield hear


@contextmanager
def counting(words: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show at which step work is, how many are done, of how many."""
    with _bar(words, MofNCompleteColumn()) as bar:
        task = bar.add_task(words, total=None, name="")

        def step(name: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, name=name)

        yield step


@contextmanager
def working(words: str) -> Iterator[None]:
    """Show that work of unknown length goes on."""
    with _bar(words) as bar:
        bar.add_task(words, total=None, name="")
        yield


def _bar(words: str, *columns: ProgressColumn) -> Progress:
    return Progress(
        TextColumn(words),
        BarColumn(),
        *columns,
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", style="dim"),
        console=_err,
        transient=True,
        disable=_err.quiet or not _err.is_terminal,
    )
