"""The hook that bundles the scripts of the pages, and what is shipped beside them."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hatch_build import BUNDLE, SCRIPTS, BundleHook, bundle, fingerprint, reason

OWN_BYTES = 40_000


class App:
    """Hatch's own, as far as the hook speaks to it."""

    def __init__(self) -> None:
        self.warnings: list[str] = []

    def display_warning(self, words: str) -> None:
        self.warnings.append(words)


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Path:
    """A folder with the sources of the scripts and nothing else."""
    scripts = tmp_path / SCRIPTS
    scripts.mkdir(parents=True)
    for path in (root / SCRIPTS).iterdir():
        if path.is_file():
            (scripts / path.name).write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def without_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_words: str, cwd: Path) -> None:
        said = "npm warn old\nnpm error code E1\nnpm error request failed\nnpm error more"
        raise subprocess.CalledProcessError(1, "npm", stderr=said)

    monkeypatch.setattr("hatch_build._run_npm", fail)


def hook(project: Path, app: App) -> BundleHook:
    made: Any = BundleHook
    found: BundleHook = made(str(project), {}, None, None, str(project), "wheel", app)
    return found


@pytest.mark.usefixtures("without_npm")
def test_without_npm_the_rest_is_built_and_it_is_said_once(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRIGPOINT_REQUIRE_BUNDLE", raising=False)
    app = App()
    hook(project, app).initialize("standard", {})

    assert app.warnings == ["Pages will have no scripts: request failed"]
    assert not (project / BUNDLE).exists()


@pytest.mark.usefixtures("without_npm")
def test_where_a_bundle_is_required_its_lack_is_an_error(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGPOINT_REQUIRE_BUNDLE", "1")

    with pytest.raises(RuntimeError, match="no scripts: request failed"):
        hook(project, App()).initialize("standard", {})


@pytest.mark.usefixtures("without_npm")
def test_a_bundle_of_the_same_sources_is_kept(project: Path) -> None:
    scripts, out = project / SCRIPTS, project / BUNDLE
    out.mkdir()
    (out / "sources.sha256").write_text(fingerprint(scripts), encoding="utf-8")
    bundle(scripts, out)

    (scripts / "explorer.js").write_text("changed", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        bundle(scripts, out)


@pytest.mark.usefixtures("without_npm")
def test_a_bundle_is_whole_or_the_old_one(project: Path) -> None:
    out = project / BUNDLE
    out.mkdir()
    (out / "explorer.js").write_text("old", encoding="utf-8")

    with pytest.raises(subprocess.CalledProcessError):
        bundle(project / SCRIPTS, out)
    assert (out / "explorer.js").read_text(encoding="utf-8") == "old"


def test_a_reason_is_never_empty() -> None:
    assert reason(ImportError("no module")) == "no module"
    assert reason(OSError()) == "OSError"


def test_the_lock_names_no_host_and_every_package_is_pinned(root: Path) -> None:
    package = json.loads((root / SCRIPTS / "package.json").read_text(encoding="utf-8"))
    text = (root / SCRIPTS / "package-lock.json").read_text(encoding="utf-8")
    locked = json.loads(text)["packages"]

    assert "://" not in text
    assert all(entry.get("integrity") for name, entry in locked.items() if name)
    assert {
        name: locked[f"node_modules/{name}"]["version"] for name in package["devDependencies"]
    } == package["devDependencies"]


def test_nothing_of_others_is_committed(root: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", BUNDLE, f"{SCRIPTS}/node_modules"],  # noqa: S607 - whichever is there
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    assert listed.stdout == ""


def test_own_scripts_are_glue(root: Path) -> None:
    own = sum(path.stat().st_size for path in (root / SCRIPTS).glob("*.js"))

    assert own < OWN_BYTES


def test_licences_of_all_that_is_bundled_stand_beside_it(root: Path) -> None:
    path = root / BUNDLE / "LICENCES.txt"
    if not path.exists():
        pytest.skip("there is no bundle: it is made by pip install, where npm can be reached")
    named = dict(re.findall(r"^(\S+) [\d.]+ \(([^)]+)\)$", path.read_text(encoding="utf-8"), re.M))

    assert {"cytoscape", "@codemirror/view", "@lezer/lr", "codemirror-lang-sparql"} <= set(named)
    assert set(named.values()) == {"MIT"}
