"""The commands `export`, `release` and `plot`: what they write, say and refuse."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from trigpoint.cli import cli
from trigpoint.consoles import hush
from trigpoint.errors import UnknownName
from trigpoint.graph.export import FORMATS, NETWORK_FORMATS
from trigpoint.graph.store import EmbeddedStore


def run(*words: str, store: EmbeddedStore) -> Result:
    try:
        return CliRunner().invoke(cli, [*words, "--store", store.place], catch_exceptions=False)
    finally:
        hush(quiet=False)


@pytest.mark.parametrize("form", [*FORMATS, *NETWORK_FORMATS])
def test_every_format_needs_no_option(
    form: str, sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    out = tmp_path / "out"

    assert run("export", form, str(out), store=sample_store).exit_code == 0
    assert any(out.iterdir()) if out.is_dir() else out.stat().st_size


def test_network_is_of_the_view_that_is_named(sample_store: EmbeddedStore, tmp_path: Path) -> None:
    out = tmp_path / "out.dot"
    words = ("export", "dot", str(out), "--view", "neighbours", "--authority", "Quillborough")

    assert run(*words, store=sample_store).exit_code == 0
    assert out.read_text("utf-8").startswith('digraph "neighbours"')


def test_export_that_others_may_read_can_be_read_by_them(
    sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    run("export", "dot", str(tmp_path / "out.dot"), store=sample_store)
    (tmp_path / "other").write_text("")

    assert (tmp_path / "out.dot").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize(
    "words",
    [
        ("export", "excel"),
        ("export", "csv", "--view", "authority-theme"),
        ("export", "gexf", "--view", "authority-themes"),
        ("export", "gexf", "--colour", "red"),
        ("plot", "clouds"),
    ],
)
def test_what_is_not_known_is_refused(
    words: tuple[str, ...], sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    command, name, *rest = words

    with pytest.raises(UnknownName):
        run(command, name, str(tmp_path / "out.svg"), *rest, store=sample_store)
    assert not list(tmp_path.iterdir())


def test_export_says_what_it_wrote_and_what_to_beware_of(
    sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    said = _errors("export", "gexf", str(tmp_path / "a.gexf"), store=sample_store)

    assert "authority-theme" in said
    assert "assigned by rules" in " ".join(said.split())


@pytest.mark.parametrize("words", [("export", "dot"), ("plot", "coverage"), ("release",)])
def test_quiet_says_nothing(
    words: tuple[str, ...], sample_store: EmbeddedStore, tmp_path: Path
) -> None:
    out = str(tmp_path / "out.svg")

    assert _errors(*words, out, store=sample_store)
    quiet = (*words, str(tmp_path / "quiet.svg"), "--quiet")
    assert _errors(*quiet, store=sample_store) == ""


def test_released_files_pass_sha256sum(sample_store: EmbeddedStore, tmp_path: Path) -> None:
    run("release", str(tmp_path / "release"), store=sample_store)

    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(command, cwd=tmp_path / "release", capture_output=True, check=False)
    assert checked.returncode == 0


def test_plot_without_a_name_lists_the_plots(sample_store: EmbeddedStore) -> None:
    assert "timeline" in run("plot", store=sample_store).output


def _errors(*words: str, store: EmbeddedStore) -> str:
    """Return what a command of its own says beside its result."""
    command = [sys.executable, "-m", "trigpoint", *words, "--store", store.place]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    return done.stderr
