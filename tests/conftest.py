from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.graph.reports import invented_library

from trigpoint.connection import SAMPLE
from trigpoint.graph.store import EmbeddedStore
from trigpoint.pipeline import build

ROOT = Path(__file__).resolve().parent.parent

# A busy machine is slow and fails nothing; a commit gives the same answer each time it is tested.
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("explore"), derandomize=True)
settings.load_profile("same")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path_factory.mktemp("sample") / "store", create=True)
    build([SAMPLE], store)
    return store


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Three invented reports on two invented authorities, and the vocabulary."""
    store = EmbeddedStore(tmp_path_factory.mktemp("library") / "store", create=True)
    invented_library(store)
    return store


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real reports are not here: they would stand in ../shared")
    return folder
