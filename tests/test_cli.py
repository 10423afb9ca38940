from __future__ import annotations

import io
import json
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console
from tests.graph.reports import Paper, judgement, put, put_derived, report

from trigpoint.cli import cli, main
from trigpoint.connection import SAMPLE
from trigpoint.graph.store import EmbeddedStore

A_REPORT = str(SAMPLE / "text" / "vellmouth-aca-2010.txt")
LABELS = str(Path(__file__).parent / "gold" / "prose" / "merged" / "1163ce50664f.json")


class Run:
    """Runs the command line in this process: exit code, results, messages."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        self._capture.readouterr()
        code = 0
        try:
            main(arguments)
        except SystemExit as error:
            code = int(error.code or 0)
        out, err = self._capture.readouterr()
        assert "Traceback" not in out + err
        return code, out, err


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("TRIGPOINT_STORE", raising=False)
    return Run(capfd)


def test_build_says_what_it_read_and_ends_with_0(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("build", A_REPORT, "--store", str(tmp_path / "s"), "--jobs", "1")

    assert code == 0
    assert "read" in out


def test_build_ends_with_1_when_a_file_failed_and_logs_it(run: Run, tmp_path: Path) -> None:
    broken, log = tmp_path / "broken.pdf", tmp_path / "log.jsonl"
    broken.write_bytes(b"no PDF")

    code, _, _ = run(
        "build", A_REPORT, str(broken), "--store", str(tmp_path / "s"), "--log", str(log)
    )

    logged = [json.loads(line) for line in log.read_text().splitlines()]
    assert code == 1
    assert sorted(row["status"] for row in logged) == ["failed", "read"]
    assert all(row["cause"] for row in logged if row["status"] == "failed")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build",),
        ("build", "nowhere", "--store", "s"),
        ("build", A_REPORT, "--jobs", "0"),
        ("ask", "no-such-question", "--store", "s"),
        ("check", "--store", "nowhere"),
        ("sparql", "nowhere.rq", "--store", "nowhere"),
        ("export", "csv", "out", "--store", "nowhere"),
        ("show", "any", "--store", "nowhere"),
        ("evaluate", "nowhere.json"),
        ("chekc",),
        ("check", "--format", "xml"),
    ],
)
def test_wrong_use_ends_with_2_and_a_message(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("ask", "authority-grade"), "authority-grades"),
        (("ask", "authority-grades", "--authorty", "Thornmere"), "authority"),
        (("ask", "authority-grades", "--authority", "Thornemear"), "Thornmere"),
        (("ask", "authority-grades"), "--authority"),
        (("ask", "authority-grades", "Thornmere"), "--PARAM VALUE"),
        (("chekc",), "check"),
        (("export", "cvs", "out"), "csv"),
        (("show", "thornmere-20"), "thornmere/lea-2004-10"),
    ],
)
def test_unknown_name_gives_the_nearest(
    run: Run, library: EmbeddedStore, arguments: Sequence[str], near: str
) -> None:
    place = () if arguments == ("chekc",) else ("--store", library.place)

    code, out, err = run(*arguments, *place)

    assert (code, out) == (2, "")
    assert near in err


def test_check_ends_with_1_where_something_is_violated(run: Run, tmp_path: Path) -> None:
    store, paper = EmbeddedStore(tmp_path, create=True), Paper()
    twice = tuple(judgement(paper, "5.6", grade) for grade in ("good", "poor"))
    put_derived(store)
    put(store, report(paper, judgements=twice), paper)

    code, out, _ = run("check", "--store", store.place)

    assert code == 1
    assert "05-graded-twice" in out


def test_check_ends_with_0_where_nothing_is_violated(run: Run, library: EmbeddedStore) -> None:
    code, out, _ = run("check", "--store", library.place, "--format", "json")

    assert code == 0
    assert {result["severity"] for result in json.loads(out)} == {"Warning"}


def test_ask_without_a_name_lists_the_questions(run: Run) -> None:
    code, out, _ = run("ask")

    assert code == 0
    assert "authority-grades" in out
    assert "--least=2?" in out


@pytest.mark.parametrize("form", ["table", "csv", "json", "markdown"])
def test_ask_answers_on_standard_output(run: Run, library: EmbeddedStore, form: str) -> None:
    code, out, _ = run("ask", "coverage", "--store", library.place, "--format", form)

    assert code == 0
    assert "lea-2004" in out


def test_picture_of_themes_is_narrowed_as_the_table_is(
    run: Run, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    picture = tmp_path / "themes.svg"

    code, out, _ = run(
        *("themes", "--theme", "supervision", "--plot", str(picture), "--format", "csv"),
        *("--store", sample_store.place),
    )

    assert code == 0
    assert {line.split(",")[1] for line in out.splitlines()[1:]} == {"Supervision"}
    assert "about supervision" in picture.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--theme", "supervision"), "no parameter 'theme' of coverage. Nearest: authority"),
        (("--authority", "Quillborough", "--authority", "Vellmouth"), "given twice"),
        (("--authority",), "has no value"),
        (("--authority=",), "has no value"),
    ],
)
def test_parameter_is_used_or_refused(
    run: Run, sample_store: EmbeddedStore, tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    code, _, err = run(
        *("plot", "coverage", str(tmp_path / "c.svg"), "--store", sample_store.place), *more
    )

    assert code == 2
    assert said in " ".join(err.split())
    assert not (tmp_path / "c.svg").exists()


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """A terminal to which messages go."""
    seen = io.StringIO()
    console = Console(file=seen, force_terminal=True, width=100)
    monkeypatch.setattr("trigpoint.terminal._err", console)
    monkeypatch.setattr("trigpoint.bars._err", console)
    monkeypatch.setattr("trigpoint.consoles.err", console)
    return seen


LONG = {
    ("export", "csv", "OUT"): "Writing csv",
    ("release", "OUT"): "Writing",
    ("plot", "coverage", "OUT.svg"): "Drawing",
    ("build", A_REPORT): "Reading",
    ("check",): "Checking",
    ("analyse", "communities"): "Measuring",
    ("evaluate", LABELS): "Scoring",
}
"""Commands that take their time over a large store, and what they say meanwhile."""


@pytest.fixture
def copied(sample_store: EmbeddedStore, tmp_path: Path) -> str:
    """The place of a store that a command may write to."""
    return str(shutil.copytree(sample_store.place, tmp_path / "store"))


@pytest.mark.parametrize("command", LONG, ids=lambda command: command[0])
def test_progress_is_shown_on_a_terminal_unless_hushed(
    run: Run, copied: str, screen: io.StringIO, tmp_path: Path, command: tuple[str, ...]
) -> None:
    first = [word.replace("OUT", str(tmp_path / "first")) for word in command]
    second = [word.replace("OUT", str(tmp_path / "second")) for word in command]

    code, _, _ = run(*first, "--store", copied)
    assert LONG[command] in screen.getvalue()
    screen.seek(0)
    screen.truncate()
    assert run(*second, "--store", copied, "--quiet")[0] == code == 0
    assert screen.getvalue() == ""


@pytest.mark.parametrize("command", LONG, ids=lambda command: command[0])
def test_no_progress_is_shown_elsewhere(
    run: Run, copied: str, tmp_path: Path, command: tuple[str, ...]
) -> None:
    words = [word.replace("OUT", str(tmp_path / "out")) for word in command]

    _, _, err = run(*words, "--store", copied)

    assert LONG[command] not in err


def test_themes_are_shown_with_denominators(run: Run, sample_store: EmbeddedStore) -> None:
    code, out, _ = run(
        "themes", "--framework", "sif", "--format", "csv", "--store", sample_store.place
    )

    header, *rows = out.splitlines()
    assert code == 0
    assert header == "framework,theme,share,authorities,ofAuthorities,reports,ofReports"
    assert rows


@pytest.mark.parametrize("form", ["table", "csv", "json", "xml"])
def test_sparql_answers_in_every_format(run: Run, library: EmbeddedStore, form: str) -> None:
    query = "SELECT (1 + 1 AS ?two) WHERE { }"

    code, out, _ = run("sparql", query, "--store", library.place, "--format", form)

    assert code == 0
    assert "two" in out


def test_sparql_error_says_line_and_column(run: Run, library: EmbeddedStore) -> None:
    code, out, err = run("sparql", "SELECT * {\n ?s }", "--store", library.place)

    assert (code, out) == (2, "")
    assert "line 2, column" in err


@pytest.mark.parametrize("form", ["csv", "nquads", "trig", "turtle", "jsonld"])
def test_export_ends_with_0(run: Run, library: EmbeddedStore, tmp_path: Path, form: str) -> None:
    code, _, _ = run("export", form, str(tmp_path / "out"), "--store", library.place)

    assert code == 0
    assert (tmp_path / "out").exists()


def test_show_gives_page_and_quote(run: Run, library: EmbeddedStore) -> None:
    code, out, _ = run("show", "wexcombe", "--store", library.place)

    assert code == 0
    assert "page 1" in out


@pytest.mark.parametrize("name", list(cli.commands))
def test_help_of_every_command_has_an_example(run: Run, name: str) -> None:
    code, out, _ = run(name, "--help")

    assert code == 0
    assert f"Example: trigpoint {name}" in " ".join(out.split())


def test_command_line_starts_quickly_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, trigpoint.cli;"
        "print({'spacy', 'rdflib', 'pyoxigraph', 'pyshacl', 'pandas'} & set(sys.modules))"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)

    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stdout.strip() == "set()"
    assert after.ru_utime - before.ru_utime < 0.3
