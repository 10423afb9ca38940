"""Write what the documentation repeats: the command line, the questions, the README's tour.

python scripts/make_docs.py
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from click.testing import CliRunner

from trigpoint.cli import cli
from trigpoint.queries import Parameter, Question, questions

ROOT: Final = Path(__file__).resolve().parent.parent
TARGET: Final = ROOT / "docs" / "cli.md"
QUESTIONS: Final = ROOT / "docs" / "questions.md"
README: Final = ROOT / "README.md"
_HEAD: Final = """# The command line

Made from `--help` by `python scripts/make_docs.py`; do not edit.
"""
_QUESTIONS_HEAD: Final = """# The questions

Made from the headers of `queries/questions/` by `python scripts/make_docs.py`; do not edit.
`trigpoint ask NAME --PARAMETER VALUE` answers one; [how to add a question](adding-a-question.md).
"""
_CONSOLE: Final = re.compile(r"```console\n(.*?)```", re.DOTALL)


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


def questions_page() -> str:
    """Return the page: a table of contents, then every question with parameters and columns."""
    known = questions().values()
    contents = (f"- [{asked.name}](#{asked.name}): {asked.title}" for asked in known)
    return "\n".join([_QUESTIONS_HEAD, *contents, "", *map(_question, known)])


def _question(asked: Question) -> str:
    parts = [f"## {asked.name}\n\n{asked.question}\n"]
    if asked.parameters:
        rows = [(f"`--{p.name}`", p.type, _about(p)) for p in asked.parameters]
        parts.append(_table(("parameter", "values", "meaning"), rows))
    parts.append(_table(("column", "meaning"), [(f"`{n}`", m) for n, m in asked.columns.items()]))
    if asked.caveat:
        parts.append(f"**Beware:** {asked.caveat}\n")
    return "\n".join(parts)


def _about(parameter: Parameter) -> str:
    if parameter.required:
        return f"{parameter.about} (required; for example `{parameter.example}`)"
    default = f" (`{parameter.default}` where none is given)" if parameter.default else ""
    return f"{parameter.about}{default}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def readme_page(page: str) -> str:
    """Return the README with the output of every command in its console blocks, run now."""
    with tempfile.TemporaryDirectory() as store:
        return _CONSOLE.sub(lambda block: _console(block[1], store), page)


def _console(block: str, store: str) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    shown = "\n\n".join(f"{command}\n{_output(command, store)}".rstrip() for command in commands)
    return f"```console\n{shown}\n```"


def _output(command: str, store: str) -> str:
    words = shlex.split(command.removeprefix("$ trigpoint "))
    done = subprocess.run(
        [sys.executable, "-m", "trigpoint", *words],
        cwd=ROOT,
        env=os.environ | {"TRIGPOINT_STORE": store},
        check=False,
        capture_output=True,
        text=True,
    )
    lines = (line.rstrip() for line in done.stdout.splitlines())
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(cli_page(), encoding="utf-8")
    QUESTIONS.write_text(questions_page(), encoding="utf-8")
    README.write_text(readme_page(README.read_text(encoding="utf-8")), encoding="utf-8")
