"""Write docs/cli.md from what the commands say of themselves with --help."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from trigpoint.cli import cli

TARGET = Path(__file__).resolve().parent.parent / "docs" / "cli.md"
_HEAD = """# The command line

Made from `--help` by `python scripts/make_docs.py`; do not edit.
"""


def help_of(*command: str) -> str:
    """Return what `trigpoint COMMAND --help` prints, 80 columns wide."""
    asked = CliRunner().invoke(cli, [*command, "--help"], prog_name="trigpoint", terminal_width=80)
    return asked.output


def cli_page() -> str:
    """Return the page: the whole, then command after command."""
    parts = [_HEAD, _section(), *map(_section, cli.commands)]
    return "\n".join(parts)


def _section(*command: str) -> str:
    return f"## {' '.join(('trigpoint', *command))}\n\n```text\n{help_of(*command)}```\n"


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(cli_page(), encoding="utf-8")
