from __future__ import annotations

import pytest
from tests.graph.reports import larger_library

from trigpoint.graph.store import EmbeddedStore


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Seven invented reports on three authorities, with everything that is computed of them."""
    store = EmbeddedStore(tmp_path_factory.mktemp("questions") / "store", create=True)
    larger_library(store)
    return store
