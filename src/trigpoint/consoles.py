"""The two ways to the terminal: results go to standard output, messages to standard error."""

from __future__ import annotations

import sys
from typing import Final

from rich.console import Console
from rich.text import Text

_FILE_WIDTH: Final = 140  # of tables that go to a file or a pipe

out: Final = Console(highlight=False, width=None if sys.stdout.isatty() else _FILE_WIDTH)
err: Final = Console(stderr=True, highlight=False)


def hush(*, quiet: bool) -> None:
    """Keep standard error silent from now on, or let it speak again."""
    err.quiet = quiet


def remark(text: str) -> None:
    """Say something beside the result, unless hushed."""
    err.print(Text(text, style="dim"))
